"""Details of a plan: people, positions, territories, customers, targets."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from orgmodel.changes.differences.diff import Diff, Pair
from orgmodel.changes.differences.handovers import Handover
from orgmodel.changes.differences.people_changes import PersonChange
from orgmodel.changes.differences.successors import title_of
from orgmodel.changes.plan.impact import MOST_NAMES
from orgmodel.changes.plan.labels import account, holder, money
from orgmodel.changes.plan.sections import Section
from orgmodel.measures import said
from orgmodel.model import (
    SECTIONS,
    Customer,
    Position,
    Target,
    Territory,
    exact,
    kind_of,
)
from orgmodel.network import OrgGraph
from orgmodel.text import counted, listed


def details(diff: Diff) -> Iterator[Section]:
    """Yield all differences by subject; empty sections are left out."""
    hands = tuple(_by_hands(diff))
    if hands:
        number = counted(len(diff.handovers), "customer")
        heads = ("From", "To", "Customers", "Revenue", "Key accounts")
        lines = tuple(_hands(row) for row in hands)
        yield Section(f"Customers that change hands ({number})", lines, (heads, *hands))
    for heading, each in _details(diff):
        lines = tuple(each)
        if lines:
            yield Section(f"{heading} ({len(lines):,})", lines)
    unpriced = tuple(_unpriced(diff))
    if unpriced:
        yield Section("Held positions that the cost excludes", unpriced)
    measures = tuple(_measures(diff))
    if measures:
        lines = tuple(f"{name}: {old} → {new}" for name, old, new in measures)
        table = (("Measure", "Before", "After"), *measures)
        yield Section(f"Measures ({len(measures):,})", lines, table)


def _details(diff: Diff) -> Iterator[tuple[str, Iterable[str]]]:
    people = diff.people
    yield "Joiners", (_as(diff, each, each.after) for each in people.joined)
    yield "Leavers", (_as(diff, each, each.before) for each in people.left)
    yield "Movers", (_moved(diff, each) for each in people.moved)
    yield "New managers, without a move", _other_managers(diff)
    yield "Further positions", (_added(diff, e) for e in people.gained)
    yield "Positions given up", (_added(diff, e) for e in people.dropped)
    yield "New titles", (_facts(each, _title(diff)) for each in people.retitled)
    yield "Titles with another spelling", (_facts(each, _title(diff)) for each in people.respelt)
    yield "New grades", (_facts(each, lambda p: str(p.grade)) for each in people.regraded)
    yield "New departments", (_facts(e, lambda p: str(p.department)) for e in people.transferred)
    yield "New territories", (_facts(each, _covers) for each in people.reterritoried)
    yield "Positions opened", (_box(diff, each) for each in diff.added(Position))
    yield "Positions closed", (_box(diff, each) for each in diff.removed(Position))
    yield "Vacancies filled", (f"{p.after.id}: {holder(diff, p.after)}" for p in diff.filled)
    yield (
        "Positions that become vacant",
        (f"{p.after.id}: was {p.before.held_by}" for p in diff.vacated),
    )
    yield "Territories added", (_place(each) for each in diff.added(Territory))
    yield "Territories removed", (_place(each) for each in diff.removed(Territory))
    yield "Territory rules", (_rule(pair) for pair in diff.rules)
    yield "Customers added", (account(diff, c) for c in diff.added(Customer))
    yield "Customers removed", (account(diff, c) for c in diff.removed(Customer))
    yield "Customers with another status, revenue or potential", _revalued(diff)
    yield "Targets", _targets(diff)
    yield "Other changes", _other_changes(diff)


def _box(diff: Diff, position: Position) -> str:
    title = title_of(diff.later.graph, position)
    label = f"{position.id}: {title}" if title else position.id
    return f"{label}, {'vacant' if position.vacant else holder(diff, position)}"


def _as(diff: Diff, person: PersonChange, boxes: Sequence[Position]) -> str:
    titles = (f"{title_of(diff.later.graph, box) or box.id} ({box.id})" for box in boxes)
    return f"{person.name}: {', '.join(titles)}"


def _moved(diff: Diff, person: PersonChange) -> str:
    old = ", ".join(_below(diff.former.graph.lines.manager_of(b), b, diff) for b in person.before)
    new = ", ".join(_below(diff.later.graph.lines.manager_of(b), b, diff) for b in person.after)
    return f"{person.name}: {old} → {new}"


def _below(manager: Position | None, box: Position, diff: Diff) -> str:
    return f"{box.id} below {holder(diff, manager)}" if manager else f"{box.id} at the top"


def _title(diff: Diff) -> Callable[[Position], str]:
    return lambda position: title_of(diff.later.graph, position) or "none"


def _covers(position: Position) -> str:
    return " + ".join(map(str, position.covers)) or "none"


def _facts(person: PersonChange, fact: Callable[[Position], str]) -> str:
    ends = ([*dict.fromkeys(map(fact, boxes))] for boxes in (person.before, person.after))
    old, new = (", ".join(each) for each in ends)
    return f"{person.name}: {old} → {new}"


def _place(territory: Territory) -> str:
    name = f"{territory.name} ({territory.id})" if territory.name else territory.id
    return f"{name}: {territory.where}" if territory.where is not None else name


def _rule(pair: Pair) -> str:
    old, new = (
        "a group without a rule" if each.where is None else str(each.where)
        for each in (pair.before, pair.after)
    )
    return f"{pair.after.name or pair.after.id}: {old} → {new}"


def _by_hands(diff: Diff) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield the handovers by owner before and after, the largest revenue first."""
    groups: dict[tuple[str, str], list[Handover]] = defaultdict(list)
    for each in diff.handovers:
        groups[holder(diff, each.before), holder(diff, each.after)].append(each)
    sums = [(sum((h.revenue for h in all_), Decimal(0)), ends) for ends, all_ in groups.items()]
    for revenue, ends in sorted(sums, key=lambda row: (-row[0], row[1])):
        keys = [account(diff, h.customer) for h in groups[ends] if h.customer.key_account]
        yield (*ends, f"{len(groups[ends]):,}", money(diff, revenue), listed(keys, MOST_NAMES))


def _hands(row: tuple[str, str, str, str, str]) -> str:
    old, new, number, revenue, keys = row
    customers = f"{number} {'customer' if number == '1' else 'customers'}"
    return f"{old} → {new}: {customers}, {revenue}{f', among them {keys}' if keys else ''}"


def _measures(diff: Diff) -> Iterator[tuple[str, str, str]]:
    """Yield the measures that differ, but for those that the impact tells."""
    old, new = diff.tables
    for each in diff.measures:
        name = each.measure.name
        if name.startswith(_IN_IMPACT):
            continue
        was, now = old.get(name, each.of), new.get(name, each.of)
        values = (said(f, diff.after.currency) if f else "-" for f in (was, now))
        before, after = values
        if before != after:
            yield f"{name} {each.of}".strip(), before, after


def _unpriced(diff: Diff) -> Iterator[str]:
    """Yield the positions without known cost, with the reason, if some cost is known."""
    found = diff.figures[1]
    if found.paid is None:
        return
    reasons: dict[str, list[str]] = defaultdict(list)
    for each in found.cost.unpriced:
        if not each.position.vacant:
            reasons[each.because].append(each.position.id)
    for because, ids in reasons.items():
        yield f"{counted(len(ids), 'position')} ({listed(ids, MOST_NAMES)}): {because}"


_IN_IMPACT = ("positions", "held", "vacant", "people", "fte", "managers", "span-share", "layers")


def _other_managers(diff: Diff) -> Iterator[str]:
    moved = {each.person for each in diff.people.moved}
    for each in diff.people.new_managers:
        if each.person not in moved:
            old = (_above(diff.former.graph, box, diff) for box in each.before)
            new = (_above(diff.later.graph, box, diff) for box in each.after)
            yield f"{each.name}: {_once(old)} → {_once(new)}"


def _above(graph: OrgGraph, box: Position, diff: Diff) -> str:
    manager = graph.lines.manager_of(box)
    return holder(diff, manager) if manager is not None else "nobody"


def _once(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _added(diff: Diff, each: PersonChange) -> str:
    """Say which positions somebody has more, or fewer."""
    kept = {box.id for box in each.before} & {box.id for box in each.after}
    boxes = [box for box in (*each.before, *each.after) if box.id not in kept]
    return _as(diff, each, boxes)


def _revalued(diff: Diff) -> Iterator[str]:
    """Yield the changed values of customers, key accounts that come and go first."""
    for pair in sorted(diff.revalued, key=lambda p: p.before.key_account == p.after.key_account):
        facts = []
        if pair.before.key_account != pair.after.key_account:
            facts.append(
                "a key account now" if pair.after.key_account else "no longer a key account"
            )
        for name in ("revenue", "potential"):
            old, new = getattr(pair.before, name), getattr(pair.after, name)
            if old != new:
                ends = ("none" if v is None else money(diff, exact(v)) for v in (old, new))
                facts.append(f"{name} {' → '.join(ends)}")
        yield f"{account(diff, pair.after)}: {', '.join(facts)}"


def _targets(diff: Diff) -> Iterator[str]:
    for pair in diff.targets:
        old, new = _aims(diff, pair.before), _aims(diff, pair.after)
        if old == new and pair.before.set_by != pair.after.set_by:
            old, new = (f"set by {_setter(diff, each)}" for each in (pair.before, pair.after))
        yield f"{_of(diff, pair.after)}: {old} → {new}"
    for target in diff.added(Target):
        yield f"{_of(diff, target)}: none → {_aims(diff, target)}"
    for target in diff.removed(Target):
        yield f"{_of(diff, target)}: {_aims(diff, target)} → none"


def _of(diff: Diff, target: Target) -> str:
    position = diff.later.graph.org.get(Position, target.position)
    who = holder(diff, position) if position and not position.vacant else str(target.position)
    return f"{who}, {target.period}"


def _setter(diff: Diff, target: Target) -> str:
    graphs = (diff.later.graph, diff.former.graph)
    found = (graph.org.get(Position, target.set_by) for graph in graphs)
    setter = next((position for position in found if position is not None), None)
    return holder(diff, setter) if setter else str(target.set_by or "nobody")


def _aims(diff: Diff, target: Target) -> str:
    aims = [money(diff, exact(target.revenue))] if target.revenue is not None else []
    if target.profit is not None:
        aims.append(f"{money(diff, exact(target.profit))} profit")
    if target.new_customers is not None:
        aims.append(counted(target.new_customers, "new customer"))
    return ", ".join(aims) or "nothing"


_WITH_SECTION = frozenset({Position, Territory, Customer, Target})


def _other_changes(diff: Diff) -> Iterator[str]:
    """Count what differs and has no section of its own."""
    for kind in SECTIONS.values():
        numbers = {"changed": len(diff.changed(kind))}
        if kind not in _WITH_SECTION:
            numbers |= {"added": len(diff.added(kind)), "removed": len(diff.removed(kind))}
        elif kind is not Customer:
            continue
        counts = ", ".join(f"{number:,} {how}" for how, number in numbers.items() if number)
        if counts:
            yield f"{kind_of(kind).replace('_', ' ').capitalize()}: {counts}"
