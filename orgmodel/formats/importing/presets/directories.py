"""Directories of people: LDAP and Active Directory, SCIM."""

import re

from orgmodel.formats.importing import Table
from orgmodel.formats.importing.presets.columns import cells, only, with_column
from orgmodel.formats.importing.presets.preset import ExportPreset

_DISABLED = 2
"""The bit of ``userAccountControl`` that disables an account."""
_NOBODY = frozenset({"computer", "group", "organizationalunit", "container", "contact", "domain"})
_PEOPLE = frozenset({"person", "user", "inetorgperson", "organizationalperson"})
_MAIL = re.compile(r"emails\.(\d+)\.value")


class LdapPreset(ExportPreset):
    """Entries of a directory, whose managers are distinguished names."""

    def __init__(self, *, forced: bool = False) -> None:
        super().__init__("ldap", forced=forced)

    def prepare(self, tables: list[Table]) -> list[Table]:
        """Leave out disabled people and other entries; make distinguished names alike."""
        return [self._entries(table) if self.known(table) else table for table in tables]

    def _entries(self, table: Table) -> Table:
        people = [_is_person(cell) for cell in cells(table, "objectClass")]
        table = only(
            table, people, "Entries that are not people, and not used: {:,}.".format, self.notes
        )
        active = [not _is_disabled(cell) for cell in cells(table, "userAccountControl")]
        sentence = "People whose accounts are disabled, and who are not used: {:,}."
        table = only(table, active, sentence.format, self.notes)
        names = [normal(cell) for cell in cells(table, "distinguishedName", "dn")]
        table = with_column(table, "DN as key", names, "dn")
        managers = [normal(cell) for cell in cells(table, "manager")]
        return with_column(table, "Manager as key", managers, "manager")


def _is_person(classes: str) -> bool:
    """Return whether an entry is a person; computers of Active Directory are users, too."""
    found = {each.strip().casefold() for each in classes.split(";")} - {""}
    return not found or (bool(found & _PEOPLE) and not found & _NOBODY)


def _is_disabled(control: str) -> bool:
    return control.isdecimal() and bool(int(control[:12]) & _DISABLED)


_ESCAPE = re.compile(r"\\([0-9A-Fa-f]{2})")


def normal(name: str) -> str:
    r"""Return a distinguished name for comparison.

    Case and blanks around signs do not count; ``\2C`` is the comma that ``\,`` is. Bars and
    semicolons, which part several names in a cell, become blanks.
    """
    text = _ESCAPE.sub(lambda match: _escaped(int(match[1], 16)), name)
    parts = [part.strip() for part in re.split(r"(?<!\\),", text)]
    pairs = ("=".join(side.strip() for side in part.split("=", 1)) for part in parts)
    return re.sub(r"[;|]", " ", ",".join(pairs).casefold()).strip()


def _escaped(code: int) -> str:
    return f"\\{chr(code)}" if chr(code) in ',+"\\<>;= #' else f"\\{code:02X}"


class ScimPreset(ExportPreset):
    """Users of SCIM 2.0, with the enterprise extension."""

    def __init__(self, *, forced: bool = False) -> None:
        super().__init__("scim", forced=forced)

    def prepare(self, tables: list[Table]) -> list[Table]:
        """Choose a user's name and address among several."""
        return [self._users(t) if self._is_users(t) else t for t in tables]

    def _is_users(self, table: Table) -> bool:
        known = self.known(table)
        return known is not None and known.name == "Users"

    def _users(self, table: Table) -> Table:
        names = zip(
            cells(table, "displayName"),
            cells(table, "name.formatted"),
            cells(table, "name.givenName"),
            cells(table, "name.familyName"),
            strict=True,
        )
        whole = [a or b or f"{given} {family}".strip() for a, b, given, family in names]
        table = with_column(table, "Name", whole, "displayName")
        return with_column(table, "Primary email", _mails(table), "emails.0.value")


def _mails(table: Table) -> list[str]:
    """Return the primary address of each user, or the first."""
    numbers = [match[1] for name in table.columns if (match := _MAIL.fullmatch(name))]
    found = ["" for _ in table.rows]
    for number in reversed(numbers):
        values = cells(table, f"emails.{number}.value")
        found = [value or before for value, before in zip(values, found, strict=True)]
    for number in numbers:
        values = cells(table, f"emails.{number}.value")
        primary = cells(table, f"emails.{number}.primary")
        found = [
            value if is_.casefold() == "true" and value else before
            for value, is_, before in zip(values, primary, found, strict=True)
        ]
    return found
