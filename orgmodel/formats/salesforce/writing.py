"""Designs to metadata that Salesforce's tools deploy."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from xml.sax.saxutils import escape

from orgmodel.formats.salesforce.fields import is_custom
from orgmodel.formats.salesforce.items import Item
from orgmodel.formats.salesforce.naming import LONGEST, Names
from orgmodel.formats.salesforce.to_salesforce import (
    AssignmentRule,
    CannotSayError,
    assignment_rules,
)
from orgmodel.model import (
    STANDARD_TYPES,
    Assignment,
    Customer,
    Org,
    Position,
    Territory,
    TerritoryType,
)
from orgmodel.text import counted

_NAMESPACE = "http://soap.sforce.com/2006/04/metadata"
_NOTE = 1_000
"""Characters of a description."""
Lines = list[tuple[str, "str | Lines"]]


@dataclass(slots=True)
class Metadata:
    """A territory model as files, and what of the design they cannot express.

    Attributes:
        files: The contents of files by path below the folder of sources.
        losses: What is left out or changed, one sentence each.
        custom_fields: Fields of accounts that rules use and that must be created first.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    losses: list[str] = field(default_factory=list)
    custom_fields: list[str] = field(default_factory=list)

    def notes(self) -> list[str]:
        """Return the notes for the user: what is left out, and what must exist first."""
        fields = ", ".join(self.custom_fields)
        first = f"Rules use fields that must exist before they are deployed: {fields}."
        return [*self.losses, *([first] if fields else [])]

    def add(self, path: PurePosixPath, kind: str, lines: Lines) -> None:
        """Add a file."""
        self.files[str(path)] = _xml(kind, lines).encode()


def to_territory2(org: Org) -> Metadata:
    """Write the territories of a design as a territory model in Salesforce's source format.

    A territory whose rule Salesforce cannot express is written without any, and reported: half of a
    rule would assign the wrong accounts.

    Returns:
        The files, to be put into a project's folder of sources, and what they leave out.
    """
    metadata, names = Metadata(), Names()
    model = Names().of(org.name)
    folder = PurePosixPath("territory2Models") / model
    metadata.add(
        folder / f"{model}.territory2Model-meta.xml",
        "Territory2Model",
        [("name", org.name[:LONGEST])],
    )
    keys = {territory.id: names.of(territory.id) for territory in org.all(Territory)}
    types = _types(org, metadata)
    rules = Names()
    for territory in org.all(Territory):
        associations: Lines = []
        for number, rule in enumerate(_rules(territory, metadata), 1):
            label = f"{keys[territory.id][: LONGEST - 4]} {number}"
            key = rules.of(label)
            metadata.add(folder / "rules" / f"{key}.territory2Rule-meta.xml", "Territory2Rule",
                         _rule(label, rule))  # fmt: skip
            inherited: Lines = [("inherited", "false"), ("ruleName", key)]
            associations.append(("ruleAssociations", inherited))
        path = folder / "territories" / f"{keys[territory.id]}.territory2-meta.xml"
        lines = _territory(territory, keys, types, metadata)
        metadata.add(path, "Territory2", [*lines, *associations])
    metadata.losses += _left_out(org)
    return metadata


def _types(org: Org, metadata: Metadata) -> dict[str, str]:
    """Write the types that territories have; return their names."""
    known = {each.id: each for each in (*STANDARD_TYPES, *org.all(TerritoryType))}
    used = dict.fromkeys(str(territory.type) for territory in org.all(Territory))
    names, found = Names(), {}
    for id_ in used:
        kind = known.get(id_, TerritoryType(id_, 1))
        found[id_] = key = names.of(id_)
        lines: Lines = [("name", id_[:LONGEST]), ("priority", str(kind.rank))]
        metadata.add(PurePosixPath("territory2Types") / f"{key}.territory2Type-meta.xml",
                     "Territory2Type", lines)  # fmt: skip
        if kind.overlay:
            metadata.losses.append(f"That type {id_!r} is an overlay; Salesforce has none.")
    return found


def _rules(territory: Territory, metadata: Metadata) -> list[AssignmentRule]:
    if territory.where is None:
        return []
    try:
        rules = assignment_rules(territory.where)
    except CannotSayError as error:
        metadata.losses.append(f"The rule of territory {territory.id!r}: {error}.")
        return []
    for item in (item for rule in rules for item in rule.items):
        if is_custom(item.field) and item.field not in metadata.custom_fields:
            metadata.custom_fields.append(item.field)
    return rules


def _territory(
    territory: Territory, keys: dict[str, str], types: dict[str, str], metadata: Metadata
) -> Lines:
    label = territory.name or territory.id
    key = keys[territory.id]
    lines: Lines = [("name", label[:LONGEST]), ("territory2Type", types[str(territory.type)])]
    if territory.within is not None:
        lines.append(("parentTerritory", keys.get(str(territory.within), "")))
    if territory.note:
        lines.append(("description", territory.note[:_NOTE]))
    metadata.losses += _of_territory(territory, key, label, keys)
    return [line for line in lines if line[1]]


def _of_territory(
    territory: Territory, key: str, label: str, keys: dict[str, str]
) -> Iterator[str]:
    """Yield what the file of a territory says otherwise, or not at all."""
    called = f"territory {territory.id!r}"
    if key != territory.id:
        yield f"The id of {called}: its API name is {key!r}."
    if len(label) > LONGEST:
        yield f"The end of the name of {called}, beyond {LONGEST} characters."
    if len(territory.note or "") > _NOTE:
        yield f"The end of the note on {called}, beyond {_NOTE:,} characters."
    if territory.since or territory.until:
        yield f"The days of {called}: Salesforce's territories have none."
    if territory.within is not None and str(territory.within) not in keys:
        yield f"What {called} lies within: there is no territory {str(territory.within)!r}."


def _rule(label: str, rule: AssignmentRule) -> Lines:
    lines: Lines = [("name", label), ("objectType", "Account"), ("active", "true")]
    items: Lines = [("ruleItems", _item(item)) for item in rule.items]
    return [*lines, *items, *([("booleanFilter", rule.logic)] if rule.logic else [])]


def _item(item: Item) -> Lines:
    value: Lines = [("value", item.value)] if item.value else []
    return [("field", item.field), ("operation", item.operation), *value]


def _left_out(org: Org) -> Iterator[str]:
    """Yield what belongs to the data of Salesforce, or to nothing there."""
    if number := len(org.all(Position)):
        yield f"{counted(number, 'position')} with holders and cover: users are data there."
    customers = org.all(Customer)
    if customers:
        yield f"{counted(len(customers), 'customer')}: accounts are data there."
    named = sum(bool(customer.territories) for customer in customers)
    if named:
        names = counted(named, "assignment")
        yield f"{names} of customers to territories by name: assign them by hand."
    if without := sum(bool(customer.excluded_from) for customer in customers):
        exclusions = counted(without, "customer")
        yield f"Exclusion of {exclusions} from territories: state it in the rules."
    if number := len(org.all(Assignment)):
        yield f"{counted(number, 'assignment')}: account teams are data there."


def _xml(kind: str, lines: Lines) -> str:
    # as Salesforce's tools sort what they retrieve; the order of the conditions stays
    body = "".join(_line(*line, 1) for line in sorted(lines, key=lambda line: line[0]))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<{kind} xmlns="{_NAMESPACE}">\n{body}</{kind}>\n'


def _line(name: str, value: "str | Lines", level: int) -> str:
    indent = "    " * level
    if isinstance(value, str):
        return f"{indent}<{name}>{escape(value)}</{name}>\n"
    inner = "".join(_line(each, text, level + 1) for each, text in value)
    return f"{indent}<{name}>\n{inner}{indent}</{name}>\n"
