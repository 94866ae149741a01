"""The mentions of a claim, gathered by their wording, and wordings side by side.

Invariant: each wording stands once on the right of a pair or in the list of the others, and never both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from audit.records import Span
from audit.report.read import Place, Row, Shelf, places
from audit.report.say import head, tail
from audit.report.site import Site
from audit.report.wordings import Excerpt, Part, Said, compare, fold, in_sentence

SERIOUS = (
    *("misattributed", "negation_changed", "hedge_flipped", "conflict", "mutated", "figure_changed", "spliced"),
    *("substituted", "truncated", "hedge_lost", "hedge_added", "updated", "reordered", "fragment", "retranslated"),
    *("edited", "inflected", "part", "sum", "rounded", "compatible", "copied", "equal", "typography", "exact"),
)
_RANK = {relation: rank for rank, relation in enumerate(SERIOUS)}


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of the claim; a quote of several pieces is one. `excerpts` holds a piece each."""

    article_id: str
    kind: str
    ids: tuple[str, ...]
    spans: tuple[Span, ...]
    excerpts: tuple[Excerpt, ...]
    who: str | None
    note: str | None
    unnamed: str | None = None  # who is credited with a figure and has no name

    @property
    def said(self) -> Said:
        """The words to compare: a figure or a credit with its sentence, all else as it is."""
        if self.kind in ("figure", "credit"):
            return in_sentence(self.excerpts[0])
        return Said(" … ".join(excerpt.words for excerpt in self.excerpts))


@dataclass(frozen=True, slots=True)
class Wording:
    """Mentions whose words are the same but for marks and case. `before` and `after` stand around the first."""

    said: Said
    mentions: tuple[Mention, ...]
    owners: tuple[str, ...]  # articles that no earlier wording stands in: where the boxes of the chain lead

    @property
    def before(self) -> str:
        return "" if self.said.hot else tail(self.mentions[0].excerpts[0].before, 140)

    @property
    def after(self) -> str:
        return "" if self.said.hot else head(self.mentions[0].excerpts[-1].after, 140)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair: its wording, cut into parts."""

    wording: Wording
    parts: list[Part]

    @classmethod
    def plain(cls, wording: Wording) -> Side:
        """A wording with nothing beside it."""
        return cls(wording, compare(wording.said, wording.said)[0])


@dataclass(frozen=True, slots=True)
class Pair:
    """Two wordings side by side; `compared` is False where they are too long or share too little."""

    left: Side
    right: Side
    compared: bool
    relations: tuple[str, ...]
    why: str | None

    @property
    def differs(self) -> bool:
        """Whether a word is marked on either side."""
        return any(part.differs for side in (self.left, self.right) for part in side.parts)


def read_mentions(found: Iterable[Row], shelf: Shelf, site: Site) -> Iterator[Mention]:
    """Mentions in the latest versions, the pieces of an utterance as one."""
    whole: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in found:
        if row["version"] == site.heads.get(row["article_id"], {}).get("version"):
            whole[row["article_id"], row["mention_kind"], row["whole"]].append(row)
    for (article_id, kind, _), pieces in whole.items():
        spans = [Span(row["start_char"], row["end_char"]) for row in pieces]
        excerpts = [e for span in spans if (e := shelf.excerpt(Place(article_id, *span)))]
        if excerpts:
            ids = (*tuple(row["mention_id"] for row in pieces), pieces[0]["whole"])
            told = (pieces[0][key] for key in ("who", "note", "unnamed"))
            yield Mention(article_id, kind, ids, tuple(spans), tuple(excerpts), *told)


def whole_utterances(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of somebody's words without the figures inside them: those are a part of a wording, not another."""
    quotes = [m for m in mentions if m.kind == "quote"]
    return [m for m in mentions if m.kind != "figure" or not any(_holds(quote, m) for quote in quotes)]


def _holds(quote: Mention, figure: Mention) -> bool:
    """Whether a figure stands inside a piece of a quote."""
    return quote.article_id == figure.article_id and any(span.meets(figure.spans[0]) for span in quote.spans)


def by_wording(mentions: Sequence[Mention]) -> list[Wording]:
    """Mentions of the same words under one speaker, in the order of their first; credits where nothing else is held."""
    shown = [m for m in mentions if m.kind != "credit"] or mentions
    speakers: dict[str, list[str]] = defaultdict(list)
    for mention in shown:
        if mention.kind == "quote" and mention.who:
            speakers[fold(mention.said.text)].append(mention.who)
    same: dict[tuple[str, str | None], list[Mention]] = defaultdict(list)
    for mention in shown:
        text = fold(mention.said.text)
        told = speakers[text]
        same[text, (mention.who or told[0]) if told else None].append(mention)
    first = {m.article_id: key for key, own in reversed(same.items()) for m in own}
    owners = {key: tuple(a for a, home in sorted(first.items()) if home == key) for key in same}
    return [Wording(own[0].said, tuple(own), owners[key]) for key, own in same.items()]


def pair_up(
    wordings: Sequence[Wording], matches: Sequence[Row], parents: dict[str, set[str]]
) -> tuple[list[Pair], list[Wording]]:
    """Each wording beside the earlier one that it hangs on or matches, most serious first; and those that stand alone.

    `parents`: the articles that each article depends on in this claim.
    """
    matched = _matched(wordings, matches)
    found = []
    for j, right in enumerate(wordings):
        near = {i for i, other in matched if other == j}
        up = {p for m in right.mentions for p in parents.get(m.article_id, ())}
        hung = {i for i in range(j) if up and any(m.article_id in up for m in wordings[i].mentions)}
        if near or hung:
            i = min(near & hung or near or hung, key=lambda i: (_rank(matched.get((i, j))), i))
            found.append((_rank(matched.get((i, j))), i, j))
    paired = {at for _, i, j in found for at in (i, j)}
    pairs = [_pair(wordings[i], wordings[j], matched.get((i, j))) for _, i, j in sorted(found)]
    return pairs, [wording for at, wording in enumerate(wordings) if at not in paired]


def _matched(wordings: Sequence[Wording], matches: Sequence[Row]) -> dict[tuple[int, int], Row]:
    """The most serious match of two wordings, by their numbers, the earlier first."""
    at = {id_: i for i, wording in enumerate(wordings) for m in wording.mentions for id_ in m.ids}
    found: dict[tuple[int, int], Row] = {}
    for match in sorted(matches, key=_rank):
        i, j = at.get(match["a_id"]), at.get(match["b_id"])
        if i is not None and j is not None and i != j:
            found.setdefault((min(i, j), max(i, j)), match)
    return found


def _rank(match: Row | None) -> int:
    """Where a relation stands among the serious ones."""
    return _RANK.get(match["relation"], len(_RANK)) if match else len(_RANK) + 1


def _pair(left: Wording, right: Wording, match: Row | None) -> Pair:
    a, b, compared = compare(left.said, right.said)
    relations = tuple(dict.fromkeys(match["relations"])) if match else ()
    return Pair(Side(left, a), Side(right, b), compared, relations, match["why"] if match else None)


def differing_figures(mentions: Sequence[Mention], findings: Sequence[Row]) -> tuple[str, str] | None:
    """The two figures, as printed, that the first finding of figures that differ is about."""
    figures = [mention for mention in mentions if mention.kind == "figure" and mention.note]
    for finding in findings:
        if finding["kind"] in ("figure_conflict", "figure_drift"):
            met = [m.note or "" for place in places(finding["evidence"]) for m in figures if _stands(m, place)]
            printed = {fold(note): note for note in met}
            if len(printed) == 2:
                first, second = printed.values()
                return first, second
    return None


def _stands(mention: Mention, place: Place) -> bool:
    return mention.article_id == place.article_id and mention.spans[0].meets(Span(place.start, place.end))
