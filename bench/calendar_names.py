"""Writes `audit/lexicon/calendar.tsv`: names of months and weekdays by the CLDR (Babel), read in every language.

python -m bench.calendar_names
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from babel import Locale

LOCALES = (
    *("en", "de", "fr", "es", "it", "nl", "nb", "sv", "da", "pl", "pt"),
    *("fi", "cs", "hr", "ru", "uk", "tr", "ro", "hu", "el", "ca", "id"),
)


def rows() -> Iterator[str]:
    """Kind, name, language and number of each month and weekday, a line each."""
    for code in LOCALES:
        for kind, table in (("month", Locale(code).months), ("day", Locale(code).days)):
            names = {
                (name.casefold().rstrip("."), number)
                for form in ("format", "stand-alone")
                for width in ("wide", "abbreviated")
                for number, name in table[form][width].items()
            }
            yield from (f"{kind}\t{name}\t{code}\t{number}" for name, number in sorted(names) if name.isalpha())


if __name__ == "__main__":
    (Path(str(files("audit.lexicon"))) / "calendar.tsv").write_text("\n".join(rows()) + "\n", encoding="utf-8")
