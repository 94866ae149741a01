"""Groups by complete linkage (Sørensen 1948): in a group every two members are said to belong together.

Invariant: no chain of pairs brings two members together that nothing else does; the order of the input says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

Agree = Callable[[str, str, AbstractSet[str]], bool]
"""Whether two members belong together, given the others of their groups."""


def complete_link(members: Iterable[str], pairs: Sequence[tuple[str, str]], agree: Agree) -> list[list[str]]:
    """Groups of members, each sorted. `pairs` are tried in their order, the surest first; `agree` says of two members
    whether they belong together, and is asked of each two that a pair would bring together.
    """
    home = {member: [member] for member in sorted(members)}
    for a, b in pairs:
        one, two = home[a], home[b]
        if one is not two and _fit(one, two, agree):
            one += two
            for member in two:
                home[member] = one
    return sorted(sorted(group) for group in {id(group): group for group in home.values()}.values())


def _fit(one: Sequence[str], two: Sequence[str], agree: Agree) -> bool:
    others = {*one, *two}
    return all(agree(a, b, others) for a in one for b in two)
