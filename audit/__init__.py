"""Secondhand: who said it first, through whom it reached us, and what changed on the way."""

from audit.compiled import prefer_machine_code

__version__ = "0.1.0"

prefer_machine_code()
