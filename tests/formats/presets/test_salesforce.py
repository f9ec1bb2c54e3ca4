"""Exports of Salesforce's objects, and its metadata, become designs with their rules."""

import shutil
from pathlib import Path

import pytest

from orgmodel.formats import dumps, loads
from orgmodel.formats.importing.presets import import_any
from orgmodel.formats.importing.presets.salesforce import long_id
from orgmodel.formats.salesforce import to_territory2
from orgmodel.model import (
    Assignment,
    Customer,
    DesignError,
    Position,
    Territory,
    TerritoryType,
    holds,
)

OBJECTS = Path(__file__).parent / "salesforce"
DANA, TOM, ADA = "005Kx000001AbCdIAK", "005Kx000001AbcDIAS", "005Kx000001aBcDIAU"
ACME, GAMMA = "001Kx00000AAAAAIA5", "001Kx00000AAAACIA5"


@pytest.fixture
def folder(tmp_path):
    """Copy the exported objects, to be changed."""
    copy = tmp_path / "sf"
    shutil.copytree(OBJECTS, copy)
    return copy


def said(imported):
    """Give all notes as one text."""
    return "\n".join(map(str, imported.notes))


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("001D000000IqhSL", "001D000000IqhSLIAZ"),
        ("005Kx000001AbcD", TOM),
        ("005Kx000001AbcDIAS", TOM),
        ("", ""),
        ("Sales Director", "Sales Director"),
        ("SalesCoordinate", "SalesCoordinate"),
    ],
)
def test_short_ids_are_made_long(short, long):
    """Ids that differ in case alone stay two; what is no id stays as it is."""
    assert long_id(short) == long


def test_objects_become_a_design():
    """Nothing is a problem: who leads whom, who covers and owns what."""
    imported = import_any(OBJECTS)
    org = imported.org
    assert not imported.problems, said(imported)
    assert [p.id for p in org.all(Position)] == [DANA, TOM, ADA]
    assert org.get(Position, TOM).reports_to == DANA
    assert org.get(Position, ADA).reports_to == TOM
    assert org.get(Position, ADA).title == "Account Manager"
    assert org.get(Position, TOM).covers == ("Italy",)
    assert [t.id for t in org.all(Territory)] == ["All_Europe", "Italy"]
    assert org.get(Territory, "Italy").within == "All_Europe"
    assert org.get(TerritoryType, "Geographic").rank == 1
    assert org.get(Customer, ACME).managed_by == ADA
    assert org.get(Customer, ACME).place == "IT-21"
    assert org.get(Customer, "001Kx00000AAAABIA5").status == "prospect"
    assert org.get(Customer, "001Kx00000AAAABIA5").parent == ACME
    assert org.get(Customer, GAMMA).territories == ("All_Europe",)
    (team,) = org.all(Assignment)
    assert (team.customer, team.position, team.role) == (ACME, TOM, "executive sponsor")
    assert loads(dumps(org)) == org


def test_what_is_left_out_is_told():
    """Who is no employee, what is deleted, what belongs to another model."""
    told = said(import_any(OBJECTS))
    assert "This is an export of Salesforce objects." in told
    assert "User is User" in told
    for what in ("automation", "Deleted rows", "other models", "Roles of portals", "IsActive"):
        assert what in told


def test_rules_read_from_objects_cover():
    """A rule with logic: its second condition stands first by its order."""
    org = import_any(OBJECTS).org
    where = org.get(Territory, "Italy").where
    assert str(where) == "or (place IT; size at least 11); or (Name contains GmbH yes)"
    values = [customer.values() for customer in org.all(Customer)]
    assert [holds(where, each) for each in values] == [True, True, False]
    assert org.source_of(org.get(Territory, "Italy")).line == 3


def test_managers_are_told_by_roles_only_where_no_user_has_one(folder):
    """And that is told: the tree of roles need not be that of managers."""
    text = (folder / "User.csv").read_text()
    for manager in ("005Kx000001AbCd", "005Kx000001AbcDIAS"):
        text = text.replace(f'"Sales","{manager}"', '"Sales",""')
    (folder / "User.csv").write_text(text)
    imported = import_any(folder)
    assert imported.org.get(Position, TOM).reports_to == DANA
    assert imported.org.get(Position, ADA).reports_to == TOM
    assert "No user has a manager" in imported.problems[0].sentence


def test_customers_are_named_into_territories_where_no_rules_are_here(folder):
    """Whatever put them there; that is told."""
    (folder / "ObjectTerritory2AssignmentRule.csv").unlink()
    imported = import_any(folder)
    assert imported.org.get(Customer, ACME).territories == ("Italy",)
    assert "There are no rules of territories here" in said(imported)


def test_a_partial_export_is_read_for_what_it_has(tmp_path):
    """Accounts alone: positions are made for their owners, and told."""
    shutil.copy(OBJECTS / "Account.csv", tmp_path / "extract.csv")
    imported = import_any(tmp_path / "extract.csv")
    assert len(imported.org.all(Customer)) == 3
    assert "extract is Account" in said(imported)
    assert imported.org.get(Customer, ACME).managed_by == ADA
    assert f"'{ADA}', whom 'OwnerId' names 2 times, has no row" in said(imported)


def test_metadata_and_objects_make_one_design(folder, tmp_path):
    """Territories and rules from the metadata, ids and people from the tables."""
    org = import_any(folder).org
    for path, data in to_territory2(org).files.items():
        (tmp_path / "md" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "md" / path).write_bytes(data)
    (folder / "ObjectTerritory2AssignmentRule.csv").unlink()
    imported = import_any([tmp_path / "md", folder])
    assert not imported.problems, said(imported)
    assert imported.org.get(Territory, "Italy").where == org.get(Territory, "Italy").where
    assert imported.org.get(Position, TOM).covers == ("Italy",)
    assert imported.org.get(Customer, ACME).attributes["Name contains GmbH"] == "yes"
    source = imported.org.source_of(imported.org.get(Territory, "Italy"))
    assert source.file.endswith("Italy.territory2-meta.xml")


def test_metadata_alone_is_a_design(folder, tmp_path):
    """Of territories; the folder of the model finds its types beside it."""
    for path, data in to_territory2(import_any(folder).org).files.items():
        (tmp_path / "md" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "md" / path).write_bytes(data)
    imported = import_any(tmp_path / "md" / "territory2Models" / "sf")
    assert not imported.problems, said(imported)
    assert imported.org.name == "sf"
    assert imported.org.get(TerritoryType, "Geographic").rank == 1


def test_two_folders_of_metadata_are_refused(tmp_path):
    """A design has one model."""
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / "T.territory2Type-meta.xml").write_text("<a/>")
    with pytest.raises(DesignError, match="metadata in several of these"):
        import_any([tmp_path / "a", tmp_path / "b"])
