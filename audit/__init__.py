"""Secondhand: who said it first, through whom it reached us, and what changed on the way."""

__version__ = "0.1.0"
