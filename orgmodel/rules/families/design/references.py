"""References, titles and names: MOD001 to MOD003, MOD007 to MOD009 and MOD019."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from orgmodel.model import Customer, Holding, Id, Leave, Person, Position, references
from orgmodel.network import Dangling
from orgmodel.rules.core.context import Issue, Issues, RuleContext
from orgmodel.rules.core.fix import Fix, offered, safe
from orgmodel.rules.core.fixes import put, redirect
from orgmodel.rules.core.phrases import foremost, listed, opening
from orgmodel.rules.core.rule import rule
from orgmodel.rules.families.design.spelling import Spellings, certain, folded
from orgmodel.text import counted, did_you_mean, nearest

_MOST_COMPARISONS = 200_000
"""Comparisons of names, about 10 microseconds each, that suggestions may cost per kind."""


@rule(
    "MOD001",
    "error",
    origin="orgvue 24652661896477, Hierarchy Cleaning: missing parent node",
    fix="safe",
)
def dangling_reference(design: RuleContext) -> Issues:
    """Every reference names an entity of the design.

    What does not exist is left out of reporting lines, coverage and charts without notice. All
    references to the same missing entity are one finding, because they have one cause.

    ```yaml bad
    positions:
      bob-ray: {role: sales_manager}
      rep: {role: sales_representative, reports_to: bob-rey}
    ```
    ```yaml good
    positions:
      bob-ray: {role: sales_manager}
      rep: {role: sales_representative, reports_to: bob-ray}
    ```
    """
    for kind, missing in _missing(design).items():
        ids = design.known.ids(kind)
        known = ids if len(ids) * len(missing) <= _MOST_COMPARISONS else []
        for ref, found in sorted(missing.items()):
            first = min(found, key=lambda each: (each.entity.node, each.field))
            others = f" (also in {counted(len(found) - 1, 'other place')})" if found[1:] else ""
            what = f"names {kind.replace('_', ' ')} '{ref}' in '{first.field}'{others}"
            hint = did_you_mean(ref, known)
            message = f"{opening(first.entity)} {what}, which does not exist{hint}"
            yield first.entity, message, _corrected(design, kind, ref, found, known)


def _corrected(
    design: RuleContext, kind: str, ref: str, found: Sequence[Dangling], known: Sequence[str]
) -> Fix | None:
    """Return the fix that names the entity that was meant, safe if that is certain."""
    sure, near = certain(ref, known), nearest(ref, known)
    entities = {dangling.entity.node: dangling.entity for dangling in found}.values()
    if sure:
        return safe(*redirect(design, entities, kind, ref, sure))
    return offered(*redirect(design, entities, kind, ref, near)) if near else None


def _missing(design: RuleContext) -> dict[str, dict[str, list[Dangling]]]:
    found: dict[str, dict[str, list[Dangling]]] = defaultdict(lambda: defaultdict(list))
    for dangling in design.graph.dangling:
        found[dangling.kind][dangling.ref].append(dangling)
    return found


@rule(
    "MOD002",
    "warning",
    origin="judgement: rules read the contract of a role, not its title",
    needs=["positions.title"],
    fix="safe",
)
def unknown_title(design: RuleContext, *, most: int = 10) -> Issues:
    """Every title names a role that the design knows.

    Rules about roles pass over positions whose role is not known. Name the role in the position, or
    list the title among the titles of a role. There is one finding per title, titles similar to a
    known one first; beyond 10 they are only counted, because roles then do not go by titles in this
    design.

    ```yaml bad
    positions:
      rep: {title: Territory Managr}
    ```
    ```yaml good
    positions:
      rep: {title: Territory Manager}
    ```
    """
    titled: dict[str, list[Position]] = defaultdict(list)
    for position in design.org.all(Position):
        if position.role is None and position.title and not design.role_of(position):
            titled[position.title].append(position)
    issues = [
        (min(group, key=str), f"Title '{title}' of {_group(group)} names no known role{hint}", fix)
        for title, group, hint, fix in _like_a_role_first(design, titled)
    ]
    yield from foremost(issues, most, "titles name no known role")


def _like_a_role_first(
    design: RuleContext, titled: Mapping[str, list[Position]]
) -> list[tuple[str, list[Position], str, Fix | None]]:
    """Return titles with their positions and what was meant, the frequent first among equals."""
    frequent = sorted(titled.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    titles = [
        (title, group, hint, fix)
        for n, (title, group) in enumerate(frequent)
        for hint, fix in [_role_meant(design, title, group) if n < _COMPARED else (".", None)]
    ]
    return sorted(titles, key=lambda each: each[2] == ".")


_COMPARED = 500
"""Titles, the most frequent first, that are compared with those of roles; each takes its time."""


def _group(group: Iterable[Position]) -> str:
    group = list(group)
    return f"{counted(len(group), 'position')} ({listed(group)})"


def _role_meant(
    design: RuleContext, title: str, group: Iterable[Position]
) -> tuple[str, Fix | None]:
    """Return the end of the sentence, and the fix that names the role beside the title."""
    near = design.known.titles.nearest(title)
    if near is None:
        return ".", None
    named = [put(design, position, role=near.id) for position in group]
    sure = certain(title, {near.title, *chain(*near.titles.values())}) is not None
    return f"; did you mean '{near.id}'?", safe(*named) if sure else offered(*named)


@rule("MOD003", "error", origin="judgement")
def empty_design(design: RuleContext) -> Issues:
    """A design has at least one position.

    Without positions there is nothing to draw, and nobody covers any customer.

    ```yaml bad
    customers:
      acme: {place: IT-21}
    ```
    ```yaml good
    positions:
      rep: {role: sales_representative}
    ```
    """
    if not design.org.all(Position):
        yield None, f"The organisation '{design.org.name}' has no positions; add at least 1."


@rule(
    "MOD007",
    "warning",
    origin="judgement: one letter left out, put in, changed or swapped",
    needs=["people"],
    fix="safe",
)
def misspelt_person(design: RuleContext) -> Issues:
    """Holders of positions are spelt as in the list of people.

    Two spellings count as two people, which hides that one person holds two positions or is alone
    on an account. The rule is silent where no people are listed. Digits never count as spelling
    mistakes.

    ```yaml bad
    people:
      ada: {name: Ada Rossi}
    positions:
      am-1: {role: account_manager, held_by: Ada Rosi}
    ```
    ```yaml good
    people:
      ada: {name: Ada Rossi}
    positions:
      am-1: {role: account_manager, held_by: ada}
    ```
    """
    people = design.org.all(Person)
    listed_names = {name: p.id for p in people for name in (p.id, p.name) if name}
    spellings = Spellings(listed_names)
    for name, positions in design.graph.boxes.items():
        near = spellings.near(name) if design.org.get(Person, name) is None else []
        if near:
            first = min(positions, key=str)
            message = f"Position '{first}' is held by '{name}'; did you mean '{near[0]}'?"
            yield first, message, _respelt(design, name, near, listed_names)


def _respelt(
    design: RuleContext, name: str, near: Sequence[str], names: Mapping[str, str]
) -> Fix | None:
    """Return how to name somebody as the list does; one other letter may be another person."""
    whole = design.org.whole
    named: list[Id[Any]] = [p for p in whole.all(Position) if p.held_by == name]
    named += (h for h in whole.all(Holding) if h.person == name)
    named += (leave for leave in whole.all(Leave) if leave.person == name)
    if len(near) > 1:
        return None
    changes = redirect(design, named, "person", name, near[0])
    same = any(folded(n) == folded(name) for n, id_ in names.items() if id_ == near[0])
    return safe(*changes) if same else offered(*changes)


@rule("MOD008", "info", origin="judgement", needs=["positions"])
def position_without_job(design: RuleContext) -> Issues:
    """Every position has a role or a title.

    Rules about roles pass over positions without either. All such positions are one finding.

    ```yaml bad
    positions:
      ann: {held_by: Ann Lee}
    ```
    ```yaml good
    positions:
      ann: {role: sales_director, held_by: Ann Lee}
    ```
    """
    positions = design.org.all(Position)
    bare = [p for p in positions if p.role is None and p.title is None]
    if bare:
        share = f"{len(bare):,} of {len(positions):,} positions"
        yield None, f"{share} have neither a role nor a title: {listed(bare)}."


@rule("MOD009", "info", origin="ArcGIS and Veeva: names must be unique; the folding is a judgement")
def possible_twins(design: RuleContext, *, most: int = 10) -> Issues:
    """Every position, person and customer is spelt in one way.

    Imports from several systems bring the same customer or person in two spellings. Positions are
    compared by id, people by name, customers by name and place. The first 10 pairs are listed.

    ```yaml bad
    customers:
      acme: {name: Acme Motors}
      acme-2: {name: ACME-Motors}
    positions:
      rep: {role: sales_representative}
    ```
    ```yaml good
    customers:
      acme: {name: Acme Motors, managed_by: rep}
    positions:
      rep: {role: sales_representative}
    ```
    """
    issues = [_issue_of(same) for same in sorted(_twins(design), key=lambda one: _first(one).node)]
    yield from foremost(issues, most, "groups of names are alike")


def _first(same: Sequence["_Called"]) -> Id[Any]:
    return min((entity for entity, _ in same), key=str)


def _issue_of(same: Sequence["_Called"]) -> Issue:
    names, ids = listed({name for _, name in same}), listed(entity for entity, _ in same)
    alike = f" have similar names ({names})" if names != ids else " have similar names"
    kind = _PLURAL[_first(same).kind]
    return _first(same), f"{kind} {ids}{alike}; merge them if they are the same."


_Called = tuple[Id[Any], str]
_PLURAL = {"position": "Positions", "person": "People", "customer": "Customers"}


def _twins(design: RuleContext) -> Iterator[list[_Called]]:
    """Yield what is alike in name; names are only folded where all else is equal."""
    at_one_place: dict[tuple[object, ...], list[_Called]] = defaultdict(list)
    for entity, name, *place in _names(design):
        at_one_place[type(entity), *place].append((entity, name))
    for there in at_one_place.values():
        alike: dict[str, list[_Called]] = defaultdict(list)
        for one in there if len(there) > 1 else ():
            alike[folded(one[1])].append(one)
        yield from (same for same in alike.values() if len(same) > 1)


def _names(design: RuleContext) -> Iterator[tuple[Any, ...]]:
    """Yield what has a name, the name, and what else must be equal."""
    yield from ((p, p.id) for p in design.org.all(Position))
    yield from ((p, p.name or p.id) for p in design.org.all(Person))
    unlisted = (n for n in design.graph.boxes if design.org.get(Person, n) is None)
    yield from ((Person(name), name) for name in unlisted)
    for c in _at_shared_places(design.org.all(Customer)):
        yield c, c.name or c.id, c.place, c.postal_code, c.city


def _at_shared_places(customers: Sequence[Customer]) -> list[Customer]:
    """Return the customers that are where another one is, the only ones that may be twins."""
    numbers = Counter((c.place, c.postal_code, c.city) for c in customers)
    return [c for c in customers if numbers[c.place, c.postal_code, c.city] > 1]


@rule("MOD019", "warning", origin="judgement, as linters of code do", fix="safe")
def named_twice(design: RuleContext, *, most: int = 20) -> Issues:
    """A list of references names each entity once.

    The second mention adds nothing, and removing only the first changes nothing. The rule looks at
    territories, dotted lines, departments and other lists; the first 20 entities are listed.

    ```yaml bad
    territories:
      north: {where: {place: [IT]}}
    positions:
      rep: {role: sales_representative, covers: [north, north]}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    ```
    """
    issues = []
    for entity in design.org.whole:
        once = _once(entity)
        if once:
            twice = {ref for name in once for ref in _repeated(getattr(entity, name))}
            what = f"names {listed(twice)} more than once in {listed(once)}"
            issues.append((entity, f"{opening(entity)} {what}.", safe(put(design, entity, **once))))
    yield from foremost(issues, most, "entities name another more than once")


def _once(entity: Id[Any]) -> Mapping[str, tuple[str, ...]]:
    """Return the lists of an entity that name an entity twice, with each name once."""
    lists = ((name, getattr(entity, name)) for name in references(type(entity)))
    return {n: tuple(dict.fromkeys(v)) for n, v in lists if isinstance(v, tuple) and _repeated(v)}


def _repeated(refs: tuple[str, ...]) -> list[str]:
    if len(refs) == len({*refs}):
        return []
    return [ref for ref, number in Counter(refs).items() if number > 1]
