"""Which failures are worth a second try."""

from __future__ import annotations

import errno
from typing import Any

PASSING = {
    errno.EAGAIN,
    errno.EBUSY,
    errno.EDQUOT,
    errno.EIO,
    errno.EMFILE,
    errno.ENFILE,
    errno.ENOSPC,
    errno.ESTALE,
    errno.ETIMEDOUT,
}


def can_pass(_task: Any, _run: Any, state: Any) -> bool:
    """A disk that is full or a share that is away may come back; what is wrong in itself stays wrong."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, OSError) and error.errno in PASSING
