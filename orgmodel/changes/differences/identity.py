"""Identity: which people of two designs are the same person."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from orgmodel.changes.differences.successors import respelt, title_of
from orgmodel.model import Person
from orgmodel.network import OrgGraph

Known = Callable[[OrgGraph, str], str | None]


def same_people(before: OrgGraph, after: OrgGraph) -> dict[str, str]:
    """Return the ids in the later design of those who are in both, by their ids in the earlier.

    People are the same if their ids are; of the others, those are who have the same name (letter
    case does not count) or e-mail address, and of namesakes those with the same titles first. A
    plain name in ``held_by`` is an id, so two boxes with one plain name are one person's; namesakes
    need a :class:`~orgmodel.Person` each. Ids that are only row numbers pair nobody: where most
    of those who have one id and two names are elsewhere by name, names decide.

    Args:
        before: The earlier design.
        after: The later design.
    """
    pairs = {person: person for person in before.boxes if person in after.boxes}
    for person in _strangers(before, after, pairs):
        del pairs[person]
    for known_by in (called, _email_of):
        pairs |= _alike(known_by, before, after, pairs)
    return pairs


def _alike(
    known_by: Known, before: OrgGraph, after: OrgGraph, pairs: Mapping[str, str]
) -> dict[str, str]:
    """Return those of nobody's pair who are known by the same; namesakes by their titles."""
    left = _by(known_by, before, (p for p in before.boxes if p not in pairs))
    taken = set(pairs.values())
    come = _by(known_by, after, (p for p in after.boxes if p not in taken))
    both = ((left[key], come[key]) for key in left if key in come)
    return {
        one: other
        for old, new in both
        for one, other in zip(*_by_title(before, old, after, new), strict=False)
    }


def _strangers(before: OrgGraph, after: OrgGraph, ids: Iterable[str]) -> list[str]:
    """Return ids that both designs have for different people, where ids say nothing."""
    two = [id_ for id_ in ids if not _alike_named(before, after, id_)]
    if not two:
        return []
    here = _by(called, after, after.boxes)
    elsewhere = sum(called(before, id_).casefold() in here for id_ in two)
    return two if elsewhere > len(two) / 2 else []


def _by(key: Known, graph: OrgGraph, people: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for person in people:
        if value := key(graph, person):
            found[value.casefold()].append(person)
    return found


def called(graph: OrgGraph, person: str) -> str:
    """Return the name of a person; the id if there is no name."""
    entity = graph.org.get(Person, person)
    return (entity.name if entity else None) or person


def _email_of(graph: OrgGraph, person: str) -> str | None:
    entity = graph.org.get(Person, person)
    return entity.email if entity else None


def _alike_named(before: OrgGraph, after: OrgGraph, person: str) -> bool:
    """Return whether an id has one name in both designs, or one e-mail address."""
    email = _email_of(before, person)
    if email and email == _email_of(after, person):
        return True
    return called(before, person).casefold() == called(after, person).casefold()


def _by_title(
    before: OrgGraph, old: Sequence[str], after: OrgGraph, new: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Return namesakes in such an order that those with the same titles have the same place."""
    if len(old) == len(new) == 1:
        return [*old], [*new]
    former, later = _titles(before, old), _titles(after, new)
    pairs = [
        (one, other)
        for title, group in former.items()
        for one, other in zip(group, later.get(title, ()), strict=False)
    ]
    ones, others = [one for one, _ in pairs], [other for _, other in pairs]
    rest = sorted(set(old).difference(ones)), sorted(set(new).difference(others))
    return [*ones, *rest[0]], [*others, *rest[1]]


def _titles(graph: OrgGraph, people: Iterable[str]) -> dict[str, list[str]]:
    """Return people by all their titles, in the order of their ids."""
    found: dict[str, list[str]] = defaultdict(list)
    for person in sorted(people):
        titles = sorted(respelt(title_of(graph, box)) for box in graph.boxes[person])
        found[", ".join(titles)].append(person)
    return found
