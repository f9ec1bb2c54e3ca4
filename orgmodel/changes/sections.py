"""The parts of a plan: lines of words below headings."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from orgmodel.changes.diff import Diff, Pair
from orgmodel.changes.figures import Figures
from orgmodel.changes.handovers import Handover
from orgmodel.changes.lapses import Lapse, days_within
from orgmodel.changes.staff import PersonChange
from orgmodel.changes.successors import title_of
from orgmodel.model import (
    SECTIONS,
    Customer,
    Position,
    Target,
    Territory,
    exact,
    kind_of,
)


@dataclass(frozen=True)
class Section:
    """A heading with lines below it."""

    heading: str
    lines: tuple[str, ...]


def impact(diff: Diff, lapses: Sequence[Lapse], found: str | None) -> Iterator[Section]:
    """Yield what the change comes to: key accounts, revenue, days, findings, heads."""
    yield Section("Impact", tuple(_impact(diff, lapses, found)))
    keys = tuple(_handover(diff, each) for each in diff.key_accounts)
    if keys:
        yield Section("Key accounts that change hands", keys)
    open_ = tuple(str(lapse) for lapse in lapses if lapse.key_account)
    if open_:
        yield Section("Key accounts without cover", open_)


def _impact(diff: Diff, lapses: Sequence[Lapse], found: str | None) -> Iterator[str]:
    keys = diff.key_accounts
    names = ", ".join(each.customer.name or each.customer.id for each in keys)
    yield f"Key accounts touched: {len(keys)}{f' ({names})' if names else ''}"
    whole = sum((exact(c.revenue) for c in diff.after.all(Customer)), Decimal(0))
    share = f" of {_money(diff, whole)}, {diff.revenue / whole:.1%}" if whole else ""
    customers = _count(len(diff.handovers), "customer")
    yield f"Revenue that changes hands: {_money(diff, diff.revenue)}{share}, {customers}"
    days = days_within([each for each in lapses if each.key_account])
    yield f"Days on which a key account has no cover: {days}"
    if found is not None:
        yield f"Findings: {found}"
    yield from _figures(*diff.figures)


def _figures(old: Figures, new: Figures) -> Iterator[str]:
    yield (
        f"Positions: {_went(old.heads.positions, new.heads.positions)}; "
        f"held: {_went(old.heads.held, new.heads.held)}; "
        f"people: {_went(old.people, new.people)}"
    )
    bands = ", ".join(
        f"{name}: {_went(old.bands[name], new.bands[name])}"
        for name in new.bands
        if old.bands[name] or new.bands[name]
    )
    yield f"Layers: {_went(old.layers, new.layers)}; managers by span: {bands or 'none'}"


def _went(old: int, new: int) -> str:
    return f"{old:,}" if old == new else f"{old:,} → {new:,}"


def details(diff: Diff) -> Iterator[Section]:
    """Yield everything that differs, by what it is about; sections without a line are left out."""
    for heading, lines in _details(diff):
        told = tuple(lines)
        if told:
            yield Section(f"{heading} ({len(told):,})", told)


def _details(diff: Diff) -> Iterator[tuple[str, Iterable[str]]]:
    people = diff.people
    yield "Joined", (_as(diff, each, each.after) for each in people.joined)
    yield "Left", (_as(diff, each, each.before) for each in people.left)
    yield "Moved", (_moved(diff, each) for each in people.moved)
    yield "Other titles", (_facts(each, _title(diff)) for each in people.retitled)
    yield "Other grades", (_facts(each, lambda p: str(p.grade)) for each in people.regraded)
    yield "Other departments", (_facts(e, lambda p: str(p.department)) for e in people.transferred)
    yield "Other territories", (_facts(each, _covers) for each in people.reterritoried)
    yield "Positions opened", (_box(diff, each) for each in diff.added(Position))
    yield "Positions closed", (_box(diff, each) for each in diff.removed(Position))
    yield "Vacancies filled", (f"{p.after.id}: {_holder(diff, p.after)}" for p in diff.filled)
    yield (
        "Positions that fall vacant",
        (f"{p.after.id}: was {p.before.held_by}" for p in diff.vacated),
    )
    yield "Territories added", (_place(each) for each in diff.added(Territory))
    yield "Territories removed", (_place(each) for each in diff.removed(Territory))
    yield "Rules of territories", (_rule(pair) for pair in diff.rules)
    yield "Customers that change hands", _by_hands(diff)
    yield "Customers added", (c.name or c.id for c in diff.added(Customer))
    yield "Customers removed", (c.name or c.id for c in diff.removed(Customer))
    yield "Targets", _targets(diff)
    yield "Else", _else(diff)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _money(diff: Diff, amount: Decimal) -> str:
    return f"{diff.after.currency} {amount:,.0f}"


def _holder(diff: Diff, position: Position | None) -> str:
    if position is None:
        return "nobody"
    name = diff.later.graph.known.name_of(position) or diff.former.graph.known.name_of(position)
    return name or f"nobody ({position.id} is vacant)"


def _box(diff: Diff, position: Position) -> str:
    title = title_of(diff.later.graph, position)
    told = f"{position.id}: {title}" if title else position.id
    return f"{told}, {'vacant' if position.vacant else _holder(diff, position)}"


def _as(diff: Diff, person: PersonChange, boxes: Sequence[Position]) -> str:
    told = (f"{title_of(diff.later.graph, box) or box.id} ({box.id})" for box in boxes)
    return f"{person.name}: {', '.join(told)}"


def _moved(diff: Diff, person: PersonChange) -> str:
    old = ", ".join(_below(diff.former.graph.lines.manager_of(b), b, diff) for b in person.before)
    new = ", ".join(_below(diff.later.graph.lines.manager_of(b), b, diff) for b in person.after)
    return f"{person.name}: {old} → {new}"


def _below(manager: Position | None, box: Position, diff: Diff) -> str:
    return f"{box.id} below {_holder(diff, manager)}" if manager else f"{box.id} at the top"


def _title(diff: Diff) -> Callable[[Position], str]:
    return lambda position: title_of(diff.later.graph, position) or "none"


def _covers(position: Position) -> str:
    return " + ".join(map(str, position.covers)) or "none"


def _facts(person: PersonChange, fact: Callable[[Position], str]) -> str:
    ends = ([*dict.fromkeys(map(fact, boxes))] for boxes in (person.before, person.after))
    old, new = (", ".join(told) for told in ends)
    return f"{person.name}: {old} → {new}"


def _place(territory: Territory) -> str:
    name = f"{territory.name} ({territory.id})" if territory.name else territory.id
    return f"{name}: {territory.where}" if territory.where is not None else name


def _rule(pair: Pair) -> str:
    old, new = (
        "a mere group" if each.where is None else str(each.where)
        for each in (pair.before, pair.after)
    )
    return f"{pair.after.name or pair.after.id}: {old} → {new}"


def _handover(diff: Diff, each: Handover) -> str:
    name = each.customer.name or each.customer.id
    ends = f"{_holder(diff, each.before)} → {_holder(diff, each.after)}"
    return f"{name}: {ends}, {_money(diff, each.revenue)}"


def _by_hands(diff: Diff) -> Iterator[str]:
    """Say who gives how many customers to whom, with what they buy, the most first."""
    groups: dict[tuple[str, str], list[Handover]] = defaultdict(list)
    for each in diff.handovers:
        groups[_holder(diff, each.before), _holder(diff, each.after)].append(each)
    sums = [(sum((h.revenue for h in all_), Decimal(0)), ends) for ends, all_ in groups.items()]
    for revenue, ends in sorted(sums, key=lambda told: (-told[0], told[1])):
        customers = _count(len(groups[ends]), "customer")
        names = [h.customer.name or h.customer.id for h in groups[ends] if h.customer.key_account]
        keys = f", among them {', '.join(names)}" if names else ""
        yield f"{ends[0]} → {ends[1]}: {customers}, {_money(diff, revenue)}{keys}"


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
    who = _holder(diff, position) if position and not position.vacant else str(target.position)
    return f"{who}, {target.period}"


def _setter(diff: Diff, target: Target) -> str:
    graphs = (diff.later.graph, diff.former.graph)
    found = (graph.org.get(Position, target.set_by) for graph in graphs)
    setter = next((position for position in found if position is not None), None)
    return _holder(diff, setter) if setter else str(target.set_by or "nobody")


def _aims(diff: Diff, target: Target) -> str:
    aims = [_money(diff, exact(target.revenue))] if target.revenue is not None else []
    if target.profit is not None:
        aims.append(f"{_money(diff, exact(target.profit))} profit")
    if target.new_customers is not None:
        aims.append(_count(target.new_customers, "new customer"))
    return ", ".join(aims) or "nothing"


_TOLD = frozenset({Position, Territory, Customer, Target})


def _else(diff: Diff) -> Iterator[str]:
    """Count what differs and has no section of its own."""
    for kind in SECTIONS.values():
        numbers = {"changed": len(diff.changed(kind))}
        if kind not in _TOLD:
            numbers |= {"added": len(diff.added(kind)), "removed": len(diff.removed(kind))}
        elif kind is not Customer:
            continue
        told = ", ".join(f"{number:,} {how}" for how, number in numbers.items() if number)
        if told:
            yield f"{kind_of(kind).replace('_', ' ').capitalize()}: {told}"
