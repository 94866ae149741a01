"""Who says what in French and Spanish, and whom a sentence credits: a case on either side of each choice."""

from __future__ import annotations

import pytest

from audit.extract.article import extract_mentions
from audit.extract.jsonl import read_line
from tests.unit.extract.test_quotes_choices import told

FRENCH = [
    ("« Le pont est fermé », a déclaré Paul Delattre.", ["Paul Delattre [Paul Delattre]: Le pont est fermé"]),
    ("Le pont est fermé, a indiqué la préfecture.", ["la préfecture [préfecture]: Le pont est fermé"]),
    ("« Le pont est fermé », a-t-il ajouté.", ["il [-]: Le pont est fermé"]),
    ("Paul Delattre arrive. « Le pont est fermé », a-t-il ajouté.", ["il [-]: Le pont est fermé"]),
    ("Paul Delattre a déclaré que le pont était fermé.", ["Paul Delattre [Paul Delattre]: le pont était fermé"]),
    ("Paul Delattre a déclaré : « Le pont est fermé. »", ["Paul Delattre [Paul Delattre]: Le pont est fermé."]),
    ("Selon Paul Delattre, le pont est fermé.", ["Paul Delattre [Paul Delattre]: le pont est fermé"]),
    ("Selon Paul Delattre, « le pont est fermé ».", ["Paul Delattre [Paul Delattre]: le pont est fermé"]),
    ("Le pont est fermé, selon la préfecture.", ["la préfecture [préfecture]: Le pont est fermé"]),
    ("« Le pont, a déclaré Paul Delattre, est fermé. »", ["Paul Delattre [Paul Delattre]: Le pont | est fermé."]),
    (
        "« Le pont est fermé », explique le maire de Dell, Paul Delattre, à l'agence.",
        ["le maire de Dell, Paul Delattre [Paul Delattre]: Le pont est fermé"],
    ),
    ("Le film « Le pont » sort mardi.", []),
    (
        "Paul Delattre, maire de Dell, a déclaré que le pont était fermé et que la route l'était aussi.",
        ["Paul Delattre [Paul Delattre]: le pont était fermé et que la route l'était aussi"],
    ),
    ("« Le pont est fermé depuis lundi et il le reste. »", ["? [-]: Le pont est fermé depuis lundi et il le reste."]),
    ("Le maire s'inquiète : « Le pont est fermé. »", ["Le maire [-]: Le pont est fermé."]),
    ("Le pont est fermé, dit-il.", []),
    ("Comme l'a dit Paul Delattre, le pont est fermé.", []),
    ("« Fermé », dit-il.", ["il [-]: Fermé"]),
    ("Paul Delattre l'a confirmé : le pont est fermé.", []),
    (
        "« Le pont est fermé », a déclaré Paul Delattre. « La route aussi. »",
        ["Paul Delattre [Paul Delattre]: Le pont est fermé", "Paul Delattre [Paul Delattre]: La route aussi."],
    ),
    (
        "« Le pont est fermé. La route aussi », a déclaré Paul Delattre, avant d'ajouter : « Rien ne passe. »",
        ["Paul Delattre [Paul Delattre]: Le pont est fermé. La route aussi"],
    ),
    ("Il a dit oui.", []),
    ("Le pont, a déclaré Paul Delattre, est fermé.", []),
    (
        "Paul Delattre est ministre. « Fermé », a dit le ministre, M. Delattre.",
        ["le ministre, M. Delattre [Paul Delattre]: Fermé"],
    ),
]

SPANISH = [
    ("«El puente está cerrado», dijo Pablo Ruiz.", ["Pablo Ruiz [Pablo Ruiz]: El puente está cerrado"]),
    ("El puente está cerrado, dijo Pablo Ruiz.", ["Pablo Ruiz [Pablo Ruiz]: El puente está cerrado"]),
    ("Pablo Ruiz dijo que el puente está cerrado.", ["Pablo Ruiz [Pablo Ruiz]: el puente está cerrado"]),
    ("Según Pablo Ruiz, el puente está cerrado.", ["Pablo Ruiz [Pablo Ruiz]: el puente está cerrado"]),
    ("El puente está cerrado, según la alcaldía.", ["la alcaldía [alcaldía]: El puente está cerrado"]),
    ("Pablo Ruiz dijo: «El puente está cerrado».", ["Pablo Ruiz [Pablo Ruiz]: El puente está cerrado"]),
    ("«El puente —dijo Pablo Ruiz— está cerrado».", ["Pablo Ruiz [Pablo Ruiz]: El puente | está cerrado"]),
    (
        "«El puente está cerrado», dijo el alcalde de Dell, Pablo Ruiz.",
        ["el alcalde de Dell, Pablo Ruiz [Pablo Ruiz]: El puente está cerrado"],
    ),
    ("La película «El puente» sale el martes.", []),
    ("Pablo Ruiz llegó. «El puente está cerrado», añadió.", ["? [-]: El puente está cerrado"]),
    (
        "“El puente está cerrado”, dijo Pablo Ruiz. “La calle también”.",
        ["Pablo Ruiz [Pablo Ruiz]: El puente está cerrado", "Pablo Ruiz [Pablo Ruiz]: La calle también"],
    ),
    ("El puente, dijo Pablo Ruiz, está cerrado.", []),
    ("“Cerrado”, dijo.", ["? [-]: Cerrado"]),
    ("Dijo que no.", []),
    (
        "El alcalde, Pablo Ruiz, dijo que el puente está cerrado.",
        ["El alcalde, Pablo Ruiz [Pablo Ruiz]: el puente está cerrado"],
    ),
]

CREDITS = [
    ("Le pont est fermé, rapporte Le Monde.", "fr", [("Le Monde", 1)]),
    ("Selon Le Monde, le pont est fermé.", "fr", [("Le Monde", 1)]),
    ("« Le pont est fermé », a déclaré Paul Delattre au Monde.", "fr", [("Paul Delattre", 2), ("Le Monde", 1)]),
    ("Le pont est fermé, selon l'AFP.", "fr", [("Agence France-Presse", 1)]),
    ("Le Monde révèle que le pont est fermé.", "fr", [("Le Monde", 1)]),
    ("Le pont est fermé.", "fr", []),
    ("El puente está cerrado, informó El País.", "es", [("El País", 1)]),
    ("Según El País, el puente está cerrado.", "es", [("El País", 1)]),
    ("«El puente está cerrado», dijo Pablo Ruiz a El País.", "es", [("Pablo Ruiz", 2), ("El País", 1)]),
    ("El puente está cerrado, según la agencia EFE.", "es", [("EFE", 1)]),
    ("El puente está cerrado.", "es", []),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_who_says_what_in_french(text: str, expected: list[str]) -> None:
    found = extract_mentions(read_line({"id": "x", "text": text, "language": "fr"}))
    assert [told(quote, text) for quote in found.quotes] == expected


@pytest.mark.parametrize(("text", "expected"), SPANISH)
def test_who_says_what_in_spanish(text: str, expected: list[str]) -> None:
    found = extract_mentions(read_line({"id": "x", "text": text, "language": "es"}))
    assert [told(quote, text) for quote in found.quotes] == expected


@pytest.mark.parametrize(("text", "language", "expected"), CREDITS)
def test_whom_a_sentence_credits(text: str, language: str, expected: list[tuple[str, int]]) -> None:
    found = extract_mentions(read_line({"id": "x", "text": text, "language": language}))
    assert [(one.source.name, one.hop) for one in found.credits] == expected
