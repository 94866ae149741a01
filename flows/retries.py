"""Which failures are worth a second try."""

from __future__ import annotations

import errno
from typing import Any

from audit.errors import SecondhandError

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
    """A disk that is full or a share that is away may come back; what is wrong in itself stays wrong.

    An error that was told in words counts as what caused it.
    """
    error = state.result(raise_on_failure=False)
    if isinstance(error, SecondhandError) and error.__cause__ is not None:
        error = error.__cause__
    return isinstance(error, OSError) and error.errno in PASSING
