"""Colours of positions: by role, by territory or by department."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from orgmodel.charts.canvas.palette import CATEGORIES, OTHER, Family
from orgmodel.charts.cards.legend_filling import families_of
from orgmodel.charts.org_view.hierarchy import HEAD
from orgmodel.charts.org_view.naming import Naming
from orgmodel.charts.org_view.position_index import Staff
from orgmodel.charts.org_view.territory_index import Lands
from orgmodel.model import Department

Colouring = Literal["role", "territory", "department"]
"""What the colour of a box says."""


def families_by(colouring: Colouring, naming: Naming) -> Sequence[Family]:
    """Return for every position what its colour stands for."""
    return _WAYS[colouring](naming)


def _by_role(naming: Naming) -> Sequence[Family]:
    staff = naming.staff
    found = [(r.title if r else "other role", staff.family_of(r)) for r in staff.roles]
    named = {family: kinds for kinds, family in families_of(found)}
    return [Family(named[family], family.colour) for _, family in found]


def _by_territory(naming: Naming) -> Sequence[Family]:
    staff = naming.staff
    roots = Lands(staff).roots
    own = [
        next((roots[str(ref)] for ref in position.covers if str(ref) in roots), "")
        for position in staff.positions
    ]
    return _coloured([naming.territory(ref) for ref in _inherited(staff, own)], "no territory")


def _by_department(naming: Naming) -> Sequence[Family]:
    known = naming.staff.graph.known
    refs = [str(p.department) if p.department else "" for p in naming.staff.positions]
    named = {ref: known.get("department", ref) for ref in set(refs) if ref}
    names = {ref: d.name or ref if isinstance(d, Department) else ref for ref, d in named.items()}
    return _coloured([names.get(ref, "") for ref in _inherited(naming.staff, refs)], "none")


def _inherited(staff: Staff, own: Sequence[str]) -> list[str]:
    """Return what positions have of their own, else what the nearest above them has."""
    found, above = list(own), staff.hierarchy.above
    for number, _ in staff.hierarchy.from_top(staff.hierarchy.heads):
        if not found[number] and above[number] != HEAD:
            found[number] = found[above[number]]
    return found


def _coloured(groups: Sequence[str], none: str) -> Sequence[Family]:
    """Return a colour of its own for each of the largest groups."""
    counts = Counter(group for group in groups if group)
    largest = sorted(counts, key=lambda group: -counts[group])[: len(CATEGORIES)]
    shown = [group for group in counts if group in largest]
    families = {g: Family(g, colour) for g, colour in zip(shown, CATEGORIES, strict=False)}
    rest = {"": Family(none, OTHER.colour)}
    return [(families | rest).get(group, Family("others", OTHER.colour)) for group in groups]


_WAYS: Mapping[Colouring, Callable[[Naming], Sequence[Family]]] = {
    "role": _by_role,
    "territory": _by_territory,
    "department": _by_department,
}
