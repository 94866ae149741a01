"""The folder in which a run and its workers leave Parquet for each other: any place that fsspec knows."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from audit.errors import InputError


class Scratch:
    """A folder of its own below the address; a temporary one on this machine without an address."""

    def __init__(self, address: str | None = None) -> None:
        import fsspec  # with the extra `spark`, not with the core

        self._temporary = None if address else TemporaryDirectory(prefix="secondhand-")
        base = address or f"file://{self._temporary.name if self._temporary else ''}"
        self._url = f"{base if '://' in base else Path(base).absolute().as_uri()}".rstrip("/") + f"/{uuid.uuid4().hex}"
        try:
            self._files, self._root = fsspec.core.url_to_fs(self._url)
            self._files.makedirs(self._root)
        except Exception as error:
            raise InputError(f"nothing can be written to {address}: {error}", "name another with --scratch") from error

    def folder(self, name: str) -> str:
        """The address of a new folder."""
        self._files.makedirs(f"{self._root}/{name}")
        return f"{self._url}/{name}"

    def put(self, path: Path, address: str) -> None:
        """A file of this machine to that address."""
        self._files.put_file(str(path), self._path(address))

    def write(self, address: str, rows: Sequence[tuple[int, bytes]]) -> None:
        """Rows of number and content as one file."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        numbers, held = zip(*rows, strict=True)
        table = pa.table({"number": pa.array(numbers, pa.int64()), "held": pa.array(held, pa.binary())})
        path = self._path(address)
        self._files.makedirs(path.rsplit("/", 1)[0], exist_ok=True)
        pq.write_table(table, path, filesystem=self._files, compression="zstd")

    def rows(self, address: str) -> list[tuple[Any, ...]]:
        """The rows of all files in a folder."""
        import pyarrow.parquet as pq

        table = pq.read_table(self._path(address), filesystem=self._files)
        return list(zip(*(column.to_pylist() for column in table.columns), strict=True)) if table.num_rows else []

    def drop(self, address: str) -> None:
        """Delete a folder."""
        self._files.rm(self._path(address), recursive=True)

    def close(self) -> None:
        """Delete all."""
        if self._files.exists(self._root):
            self._files.rm(self._root, recursive=True)
        if self._temporary is not None:
            self._temporary.cleanup()

    def _path(self, address: str) -> str:
        return str(self._root) + address.removeprefix(self._url)
