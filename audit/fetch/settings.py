"""`secondhand.toml`: what is fetched, and how."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from audit.errors import InputError

NAME = Path("secondhand.toml")
EXAMPLE = '[fetch] with feeds = ["https://…"] or pages = ["https://…"]'


@dataclass(frozen=True, slots=True)
class Settings:
    """Addresses and limits; `allow` names hosts (with port) that may be on this machine or a private network."""

    feeds: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    agent: str = ""  # who asks, and where to complain: becomes part of the user agent
    delay: float = 5.0  # least seconds between two requests to one host
    limit: int = 50  # pages a run
    reserved: bool = False  # whether pages whose text mining is reserved are kept


def read_settings(path: Path, *, listing: bool = True) -> Settings:
    """The table `fetch` of a file. Raises InputError where something in it is not known.

    `listing`: it must list something to fetch; else none may be there, or only manners.
    """
    if not listing and not path.exists():
        return Settings()
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8")).get("fetch")
    except FileNotFoundError as error:
        raise InputError(f"{path} is not there", EXAMPLE) from error
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read", " ".join(str(error).split())) from error
    told = {} if told is None and not listing else told
    if not isinstance(told, dict) or (listing and not (told.get("feeds") or told.get("pages"))):
        raise InputError(f"{path} lists nothing to fetch", EXAMPLE)
    known = {one.name: one.default for one in fields(Settings)}
    for key, value in told.items():
        if key not in known or not _fits(value, known[key]):
            raise InputError(f"{path}: {key} is not known, or not of its kind", f"known are: {', '.join(known)}")
    read: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in told.items()}
    return Settings(**read)


def _fits(value: Any, default: Any) -> bool:
    if isinstance(default, tuple):
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if isinstance(default, float):
        return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0
    return type(value) is type(default)
