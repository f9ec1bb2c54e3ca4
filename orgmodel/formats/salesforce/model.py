"""A territory model as Salesforce has it, wherever it was read from."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from orgmodel.formats.salesforce.fields import COUNTRY, field_of
from orgmodel.formats.salesforce.from_salesforce import is_fact, positive, terms_of
from orgmodel.formats.salesforce.items import Item
from orgmodel.formats.salesforce.logic import LogicError, combined
from orgmodel.formats.salesforce.terms import Terms, all_of, where_of
from orgmodel.model import Problem, Source, Where


@dataclass(frozen=True, slots=True)
class AssignmentRule:
    """A rule that assigns accounts to territories.

    Attributes:
        key: Its name in territories.
        applies: Whether it is active and about accounts; else it assigns none.
    """

    key: str
    items: Sequence[Item]
    logic: str = ""
    applies: bool = True
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A territory.

    Attributes:
        key: Its API name.
        parent: The key of the territory above it.
        rules: Keys of its rules.
        handed_down: Keys of those that its descendants have, too.
    """

    key: str
    name: str = ""
    type: str = ""
    parent: str = ""
    note: str = ""
    rules: Sequence[str] = ()
    handed_down: Sequence[str] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of territory and its priority."""

    key: str
    priority: int | None = None
    source: Source | None = None


@dataclass(slots=True)
class TerritoryModel:
    """Territories, their types and rules.

    Attributes:
        problems: Parts that are not valid.
        remarks: Notes for the user.
    """

    name: str
    areas: dict[str, Area] = field(default_factory=dict)
    rules: dict[str, AssignmentRule] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)

    def wheres(self) -> dict[str, Where]:
        """Return the combined rules of each territory; territories without rules are left out.

        An account belongs to a territory if it meets all of its rules, its own and those that it
        inherits. A rule that is not valid is reported, and takes those of its territories with
        it: half of a rule would assign the wrong accounts.
        """
        terms = {key: self._terms(rule) for key, rule in self.rules.items() if rule.applies}
        found = {}
        for area in self.areas.values():
            keys = [key for key in self._keys(area) if key in terms]
            parts = [part for key in keys if (part := terms[key]) is not None]
            if keys and len(parts) == len(keys):
                found[area.key] = where_of(all_of(parts))
        return found

    def _keys(self, area: Area) -> Sequence[str]:
        """Return the rules of a territory, and those that ones above hand down."""
        keys, seen = dict.fromkeys(area.rules), {area.key}
        above = self.areas.get(area.parent)
        while above is not None and above.key not in seen:
            keys |= dict.fromkeys(above.handed_down)
            seen.add(above.key)
            above = self.areas.get(above.parent)
        return [*keys]

    def _terms(self, rule: AssignmentRule) -> Terms | None:
        try:
            if not rule.items:
                raise LogicError("it has no conditions")  # noqa: TRY301 - reported like those of logic
            return combined(rule.logic, [terms_of(item) for item in rule.items])
        except LogicError as error:
            sentence = (
                f"The rule {rule.key!r} cannot be used: {error}. Its territories are without rules."
            )
            self.problems.append(Problem(sentence, rule.source))
            return None

    def facts(self) -> list[Item]:
        """Return the conditions that rules of designs cannot express, which need attributes."""
        used = {rule for area in self.areas.values() for rule in self._keys(area)}
        items = (i for key in self.rules if key in used for i in self.rules[key].items)
        return list({item.fact: item for item in map(positive, items) if is_fact(item)}.values())

    def used_fields(self) -> set[str]:
        """Return the fields of accounts that rules use."""
        return {item.field for rule in self.rules.values() if rule.applies for item in rule.items}

    def attribute(self, api: str) -> str | None:
        """Return the attribute of customers that a field of accounts is, if rules use one."""
        items = [i for rule in self.rules.values() for i in rule.items if i.field == api]
        names = {field_of(i.field, i.values) for i in items if not is_fact(positive(i))}
        names -= {f"attributes.{COUNTRY}"}  # rules ask for places instead
        return next((name for name in sorted(names) if name.startswith("attributes.")), None)

    def check(self) -> None:
        """Report missing references, and rules that assign nothing or are inactive."""
        used = {key for area in self.areas.values() for key in (*area.rules, *area.handed_down)}
        for key, rule in self.rules.items():
            if not rule.applies:
                self.remark(
                    f"The rule {key!r} is not used: it is inactive, or not for accounts.", rule
                )
            elif key not in used:
                self.remark(f"The rule {key!r} belongs to no territory: it assigns nothing.", rule)
        for area in self.areas.values():
            for key in area.rules:
                if key not in self.rules:
                    sentence = f"Territory {area.key!r} has a rule {key!r} that is not here."
                    self.problems.append(Problem(sentence, area.source))

    def remark(self, sentence: str, thing: AssignmentRule | Area | Kind) -> None:
        """Add a note for the user."""
        self.remarks.append(Problem(sentence, thing.source))
