"""Objects of Salesforce, exported as tables, with or without its metadata."""

import re
from collections.abc import Mapping as Names
from collections.abc import Sequence
from dataclasses import replace

from orgmodel.formats.importing import Mapping, Note, Table, Understood, Use
from orgmodel.formats.importing.presets.columns import cells, column, mapped, only, with_column
from orgmodel.formats.importing.presets.known import KnownTable
from orgmodel.formats.importing.presets.preset import ExportPreset
from orgmodel.formats.importing.presets.salesforce_model import model_of, names_of, of_one_model
from orgmodel.formats.importing.presets.salesforce_users import Roles, users
from orgmodel.formats.importing.presets.territories import facts_of, settle
from orgmodel.formats.salesforce import TerritoryModel
from orgmodel.formats.salesforce.fields import bare

_SHORT = re.compile(r"[A-Za-z0-9]{15}")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
_YES = frozenset({"true", "1", "yes"})
_ASKED = "rules of territories ask for it"


def long_id(text: str) -> str:
    """Return the 18 characters of an id of 15, which case tells apart; other texts as they are."""
    if not _SHORT.fullmatch(text) or not any(map(str.isdigit, text)):
        return text
    blocks = (text[start : start + 5] for start in (0, 5, 10))
    bits = (sum(char.isupper() << at for at, char in enumerate(block)) for block in blocks)
    return text + "".join(_LETTERS[number] for number in bits)


class SalesforcePreset(ExportPreset):
    """Tables of Salesforce's objects.

    Attributes:
        metadata: The territory model of a folder of metadata, read beside the tables.
    """

    def __init__(self, *, forced: bool = False, metadata: TerritoryModel | None = None) -> None:
        super().__init__("salesforce", forced=forced)
        self.metadata = metadata
        self.model = metadata or TerritoryModel("Territories")
        self.tables: dict[str, Table] = {}

    def known(self, table: Table) -> KnownTable | None:
        """Return which object a table holds; an account of few columns is told by its name."""
        return super().known(table)

    def prepare(self, tables: list[Table]) -> list[Table]:
        """Make ids alike, leave out outsiders and other models, and read the rules."""
        prepared = [self._alike(table) for table in tables]
        self.tables = {k.name: t for t in prepared if (k := self.known(t)) is not None}
        if "Territory2" in self.tables:
            wanted = of_one_model(self.tables, self.notes)
            sentence = "Territories of other models, which are not read: {:,}."
            table = only(self.tables["Territory2"], wanted, sentence.format, self.notes)
            self.tables["Territory2"] = table
        self.model = self.metadata or model_of(self.tables)
        roles = Roles.of(self.tables.get("UserRole"), self.notes)
        made = [self._prepared(table, roles) for table in prepared]
        return [*made, *self._of_metadata()]

    def _alike(self, table: Table) -> Table:
        """Make ids 18 characters long, and leave out rows that are deleted."""
        if self.known(table) is None:
            return table
        ids = {i for i, heading in enumerate(table.columns) if heading.endswith(("Id", "ID", "id"))}
        table = mapped(table, ids, long_id)
        kept = [cell.casefold() not in _YES for cell in cells(table, "IsDeleted")]
        return only(table, kept, "Deleted rows, which are not used: {:,}.".format, self.notes)

    def _prepared(self, table: Table, roles: Roles) -> Table:
        known = self.known(table)
        match known and known.name:
            case "User":
                return users(table, roles, self.notes)
            case "Account":
                status = map(_status, cells(table, "Type"))
                return with_column(table, "Type as status", status, "Type")
            case "Territory2":
                return self._territories(self.tables["Territory2"])
            case "ObjectTerritory2Association":
                return self._named(table)
            case "UserTerritory2Association":
                kept = [cell.casefold() not in {"false", "0"} for cell in cells(table, "IsActive")]
                table = only(
                    table,
                    kept,
                    "Users who left a territory, and are not used: {:,}.".format,
                    self.notes,
                )
        return table

    def _territories(self, table: Table) -> Table:
        """Let the forecast user own a territory where nothing tells its users."""
        if "UserTerritory2Association" in self.tables:
            return table
        return with_column(table, "Owner", cells(table, "ForecastUserId"), "ForecastUserId")

    def _named(self, table: Table) -> Table:
        """Leave out what rules have assigned, where the rules themselves are there."""
        causes, kinds = cells(table, "AssociationCause"), cells(table, "SobjectType")
        accounts = [kind in {"", "Account"} for kind in kinds]
        table = only(
            table,
            accounts,
            "Rows that are not about accounts, and are not used: {:,}.".format,
            self.notes,
        )
        causes = [c for c, is_ in zip(causes, accounts, strict=True) if is_]
        if not any(rule.applies for rule in self.model.rules.values()):
            sentence = (
                "There are no rules of territories here: customers are named into those that "
                "they are in, whatever put them there."
            )
            self.notes.append(Note(sentence, table.source()))
            return table
        manual = [cause != "Territory2AssignmentRule" for cause in causes]
        sentence = "Customers in territories by their rules, which are read themselves: {:,}."
        return only(table, manual, sentence.format, self.notes)

    def _of_metadata(self) -> list[Table]:
        """Return the territories of the metadata as a table, with the ids that exports tell."""
        if self.metadata is None:
            return []
        told = self.tables.get("Territory2")
        ids = {name: id_ for id_, name in names_of(told).items()} if told else {}
        areas = self.metadata.areas.values()
        rows = [[a.key, ids.get(a.key, ""), a.name, a.parent, a.note] for a in areas]
        file = next((area.source.file for area in areas if area.source), "metadata")
        columns = ("DeveloperName", "Id", "Name", "ParentTerritory2Id", "Description")
        name = "Territory2 metadata"
        return [Table(name, columns, rows, [1] * len(rows), file)]

    def why(self, tables: Sequence[Table]) -> Note:
        """Say how tables are known to be of Salesforce, or that metadata does."""
        if self.metadata is None or any(self.known(table) for table in tables):
            return super().why(tables)
        areas = len(self.metadata.areas)
        return Note(f"The metadata of Salesforce has a model of {areas:,} territories.")

    def uses(self, table: Table, known: KnownTable) -> dict[str, Use]:
        """Return the uses of the columns, with those that rules of territories ask for."""
        if (
            self.metadata is not None
            and known.name == "Territory2"
            and "metadata" not in table.name
        ):
            return {
                name: Use((), "territories are read from the metadata") for name in table.columns
            }
        uses = super().uses(table, known)
        if known.name == "Account":
            self._asked(table, uses)
        return uses

    def _asked(self, table: Table, uses: dict[str, Use]) -> None:
        """Keep what rules ask for as attributes, and tell of other fields that nothing does."""
        for field in sorted(self.model.used_fields()):
            index = column(table, bare(field), bare(field).removesuffix("__c"))
            attribute = self.model.attribute(field)
            if index is None or attribute is None:
                continue
            name = table.columns[index]
            before = uses.get(name, Use((), ""))
            if attribute not in before.fields:
                uses[name] = Use(
                    (*before.fields, attribute), before.how if before.fields else _ASKED
                )
        for name in table.columns:
            if name.endswith("__c"):
                uses.setdefault(name, Use((), "no rule of a territory asks for it"))

    def mapping(self, tables: Sequence[Table], given: Mapping) -> Mapping:
        """Return what all tables and columns are; what the user gave stands."""
        complete = super().mapping(tables, given)
        if self.metadata is None or "Territory2" not in self.tables:
            return complete
        name = self.tables["Territory2"].name
        why = "its territories are read from the metadata, its ids from here"
        said = dict(complete.tables)
        said[name] = replace(said[name], kind="ignore", how=why, columns={})
        return replace(complete, tables=said)

    def understand(self, tables: Sequence[Table], mapping: Mapping) -> Understood:
        """Return the rows that the tables hold, territories with their rules and types."""
        understood = super().understand(tables, mapping)
        settle(self.model, understood)
        account: Names[str, Names[str, str]] = {}
        if "Account" in self.tables:
            table = self.tables["Account"]
            account = dict(zip(cells(table, "Id"), facts_of(self.model, table), strict=True))
        for row in understood.rows:
            if facts := account.get(row.id):
                row.fields["attributes"] = {**row.fields.get("attributes", {}), **facts}
        return understood


def _status(kind: str) -> str:
    word = kind.casefold()
    return "customer" if "customer" in word else "prospect" if "prospect" in word else ""
