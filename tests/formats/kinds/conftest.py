"""Imports small inputs as a user has them, and gives what arrived in plain words."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from orgmodel import coverage
from orgmodel.formats.importing.presets.importing import import_any
from orgmodel.model import Customer, Org, Person, Position, Territory


@dataclass
class Arrived:
    """What an import made, by the names that people go by."""

    org: Org
    said: str
    problems: str

    def who(self, reference):
        """Return the holder of a position, or its id where nobody holds it."""
        position = self.org.get(Position, reference)
        if position is None:
            return str(reference)
        if position.held_by is None:
            return position.id
        person = self.org.get(Person, position.held_by)
        return (person.name if person else None) or str(position.held_by)

    @property
    def lines(self):
        """All solid lines, as pairs of names."""
        return sorted(
            (self.who(p), self.who(p.reports_to)) for p in self.org.all(Position) if p.reports_to
        )

    @property
    def dotted(self):
        """All dotted lines, as pairs of names."""
        return sorted(
            (self.who(p), self.who(d)) for p in self.org.all(Position) for d in p.dotted_to
        )

    @property
    def heads(self):
        """Who reports to nobody."""
        return sorted(self.who(p) for p in self.org.all(Position) if not p.reports_to)

    @property
    def holders(self):
        """The names of all who hold a position."""
        return sorted(self.who(p) for p in self.org.all(Position) if p.held_by)

    @property
    def vacant(self):
        """The number of positions that nobody holds."""
        return sum(p.held_by is None for p in self.org.all(Position))

    @property
    def positions(self):
        """The number of positions."""
        return len(self.org.all(Position))

    @property
    def titles(self):
        """The titles by holder."""
        return {self.who(p): p.title or str(p.role or "") for p in self.org.all(Position)}

    @property
    def departments(self):
        """The departments by holder."""
        return {self.who(p): str(p.department or "") for p in self.org.all(Position)}

    @property
    def covered(self):
        """Who covers each customer, by name of the customer."""
        return {
            each.customer.name or each.customer.id: self.who(each.post)
            if each.state == "covered"
            else None
            for each in coverage(self.org)
        }

    @property
    def customers(self):
        """The number of customers."""
        return len(self.org.all(Customer))

    @property
    def revenue(self):
        """The revenue of each customer, by name."""
        return {c.name or c.id: c.revenue for c in self.org.all(Customer)}

    @property
    def statuses(self):
        """The status of each customer, by name."""
        return {c.name or c.id: str(c.status) for c in self.org.all(Customer)}

    @property
    def within(self):
        """The territory around each, by name."""
        found = {t.id: t.name or t.id for t in self.org.all(Territory)}
        return {
            t.name or t.id: found.get(str(t.within), str(t.within))
            for t in self.org.all(Territory)
            if t.within
        }


@pytest.fixture
def arrived(tmp_path, monkeypatch):
    """Import files by name: text as it stands, anything else as JSON."""
    monkeypatch.chdir(tmp_path)

    def run(files: dict[str, Any] | str | list[Any]) -> Arrived:
        if isinstance(files, str):
            files = {"r.csv": files}
        elif not isinstance(files, dict) or not all("." in name for name in files):
            files = {"r.json": files}
        for name, content in files.items():
            text = content if isinstance(content, str) else json.dumps(content)
            (tmp_path / name).write_text(text, encoding="utf-8")
        found = import_any(list(files))
        return Arrived(
            found.org, "\n".join(map(str, found.notes)), "\n".join(map(str, found.problems))
        )

    return run
