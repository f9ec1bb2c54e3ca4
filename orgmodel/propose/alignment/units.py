"""The areas of a design as units: places or postal codes, with what their customers amount to."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Literal, get_args

from orgmodel.cover import Coverage
from orgmodel.measures import Norms
from orgmodel.model import Customer, Territory, choose, matches
from orgmodel.propose.alignment.task import Task
from orgmodel.propose.assignment.task import hours_or_least, value_of
from orgmodel.propose.core.errors import ProposeError
from orgmodel.text import counted, did_you_mean, listed

Area = Literal["place", "postal_code"]
"""The field of customers that makes them a unit."""
Measure = Literal["revenue", "potential", "customers", "hours"]
"""What territories are balanced in."""


@dataclass(frozen=True)
class AlignLimits:
    """What an alignment must keep.

    Attributes:
        area: Which field makes customers a unit.
        measure: What territories are balanced in.
        tolerance: How far a territory may be from the mean, as a share; 0.15 is a usual warning
            line, 0.25 the limit of the rule CAP704.
        territories: Ids of the territories in question; by default all that have a rule over the
            field alone, decide on customers, and are of the commonest level.
        locked: Units that stay where they are.
        neighbours: Pairs of units with a common border; territories are connected then.
    """

    _: KW_ONLY
    area: Area = "place"
    measure: Measure = "revenue"
    tolerance: float = 0.15
    territories: Sequence[str] = ()
    locked: Sequence[str] = ()
    neighbours: Sequence[tuple[str, str]] | None = None

    def __post_init__(self) -> None:
        choose(self.area, get_args(Area), "area")
        choose(self.measure, get_args(Measure), "measure")
        if not 0 < self.tolerance < 1:
            raise ProposeError(f"tolerance should be above 0 and below 1, not {self.tolerance:g}.")


@dataclass(frozen=True)
class Areas:
    """Units and territories of a design.

    Attributes:
        territories: The territories in question.
        names: The units, as customers spell them.
        customers: The customers of each unit that these territories decide on.
        now: The territory of each unit, by number.
        task: The question in numbers.
        notes: What was left out of account.
    """

    territories: Sequence[Territory]
    names: Sequence[str]
    customers: Sequence[Sequence[Customer]]
    now: Sequence[int]
    task: Task
    notes: Sequence[str]


def areas(
    coverage: Coverage, limits: AlignLimits, norms: Norms, on: dt.date | None = None
) -> Areas:
    """Return the units of a design and the question in numbers.

    Raises:
        ProposeError: If there are no two territories to align, or an id is unknown.
    """
    del on
    territories = _territories(coverage, limits)
    at = {territory.id: number for number, territory in enumerate(territories)}
    found: dict[str, list[tuple[Customer, int]]] = defaultdict(list)
    for cover in coverage:
        value = getattr(cover.customer, limits.area)
        by_rule = cover.winner is not None and cover.winner.how == "territory rule"
        if value is not None and by_rule and cover.territory and cover.territory.id in at:
            found[value.casefold()].append((cover.customer, at[cover.territory.id]))
    names = sorted(found)
    split = [name for name in names if len({t for _, t in found[name]}) > 1]
    now = [Counter(t for _, t in found[name]).most_common(1)[0][0] for name in names]
    spelt = [getattr(found[name][0][0], limits.area) for name in names]
    if not names:
        what = limits.area.replace("_", " ")
        raise ProposeError(
            f"No customer with a {what} is decided on by {listed(at, 5)}: the territories within "
            "them decide. Name those."
        )
    locked = _locked(limits, names)
    customers = [[customer for customer, _ in found[name]] for name in names]
    task = _task(limits, territories, names, spelt, customers, now, {*locked, *split}, norms)
    notes = []
    if split:
        whom = listed(split, 5)
        notes.append(
            f"{counted(len(split), 'unit')} with customers of several territories stay: {whom}."
        )
    return Areas(territories, spelt, customers, now, task, notes)


def _territories(coverage: Coverage, limits: AlignLimits) -> list[Territory]:
    graph = coverage.graph
    known = graph.org.territories
    for id_ in limits.territories:
        if id_ not in known.ids:
            raise ProposeError(
                f"There is no territory {id_!r} on the day{did_you_mean(id_, known.ids)}"
            )
    named = [known[id_] for id_ in limits.territories] or [
        t for t in known if _plain(t, limits.area) and coverage.customers_in(t)
    ]
    if not limits.territories and named:
        depth = Counter(graph.places.depths.get(t.id, 0) for t in named).most_common(1)[0][0]
        named = [t for t in named if graph.places.depths.get(t.id, 0) == depth]
    odd = [t.id for t in named if not _plain(t, limits.area)]
    if odd:
        raise ProposeError(
            f"The rules of {listed(odd, 5)} ask for more than a {limits.area.replace('_', ' ')}; "
            "an alignment can only write rules over that field."
        )
    if len(named) < 2:  # noqa: PLR2004 - one cannot be aligned
        raise ProposeError(
            "There are no two territories of one level with rules over "
            f"{limits.area.replace('_', ' ')} alone; name them in territories, or another area."
        )
    return named


def _plain(territory: Territory, area: Area) -> bool:
    """Return whether a rule lists values of one field, but for exclusions of the same field."""
    where = territory.where
    if where is None or where.include or set(where.conditions()) != {area}:
        return False
    return all(
        set(e.conditions()) == {area} and not e.include and not e.exclude for e in where.exclude
    )


def _locked(limits: AlignLimits, names: Collection[str]) -> set[str]:
    locked = set()
    for name in limits.locked:
        hits = [n for n in names if matches(n, name, nested=limits.area == "place")]
        if not hits:
            raise ProposeError(f"No unit is called {name!r}{did_you_mean(name, names)}")
        locked.update(hits)
    return locked


def _task(  # noqa: PLR0913, PLR0917 - what the numbers are of
    limits: AlignLimits,
    territories: Sequence[Territory],
    names: Sequence[str],
    spelt: Sequence[str],
    customers: Sequence[Sequence[Customer]],
    now: Sequence[int],
    fixed: Collection[str],
    norms: Norms,
) -> Task:
    amounts = [sum(_amount(c, limits.measure, norms) for c in each) for each in customers]
    prices = [sum(value_of(c) or 0.0 for c in each) for each in customers]
    # a unit without revenue is not moved for nothing
    least = (max(prices, default=0.0) or 1.0) * 1e-4
    costs = [
        [0.0 if t == now[u] else max(prices[u], least) for t in range(len(territories))]
        for u in range(len(names))
    ]
    mean, k = sum(amounts) / len(territories), len(territories)
    at = {name: number for number, name in enumerate(names)}
    edges = None
    if limits.neighbours is not None:
        pairs = ((a.casefold(), b.casefold()) for a, b in limits.neighbours)
        edges = [(at[a], at[b]) for a, b in pairs if a in at and b in at]
        if not edges:
            raise ProposeError(
                f"No pair of neighbours names two areas of the customers, such as {spelt[0]!r}; "
                "write areas as the customers do."
            )
    return Task(
        list(spelt),
        [territory.id for territory in territories],
        {limits.measure: amounts},
        {limits.measure: [mean * (1 - limits.tolerance)] * k},
        {limits.measure: [mean * (1 + limits.tolerance)] * k},
        edges=edges,
        costs=costs,
        fixed={at[name]: now[at[name]] for name in fixed},
        now=list(now),
    )


def _amount(customer: Customer, measure: Measure, norms: Norms) -> float:
    match measure:
        case "customers":
            return 1.0
        case "hours":
            return hours_or_least(norms, customer)
        case "revenue":
            return float(customer.revenue or 0)
    return float(customer.potential if customer.potential is not None else customer.revenue or 0)
