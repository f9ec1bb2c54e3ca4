"""Metadata is read as people have it, and written as Salesforce wants it."""

import datetime as dt
from xml.etree import ElementTree as ET

import pytest

from orgmodel.formats.export.format_limits import losses
from orgmodel.formats.salesforce import read_metadata, to_territory2
from orgmodel.model import (
    Between,
    Customer,
    DesignError,
    Org,
    Position,
    Territory,
    TerritoryType,
    Where,
)

NAMESPACE = "{http://soap.sforce.com/2006/04/metadata}"
RULE = """<?xml version="1.0" encoding="UTF-8"?>
<Territory2Rule xmlns="http://soap.sforce.com/2006/04/metadata">
    <active>{active}</active><booleanFilter>{logic}</booleanFilter><name>R</name>
    <objectType>{about}</objectType>{items}
</Territory2Rule>"""
ITEM = "<ruleItems><field>{}</field><operation>{}</operation><value>{}</value></ruleItems>"
AREA = """<Territory2 xmlns="http://soap.sforce.com/2006/04/metadata"><name>{name}</name>
<territory2Type>Geo</territory2Type><parentTerritory>{parent}</parentTerritory>{rules}
<accountAccessLevel>Edit</accountAccessLevel></Territory2>"""
HAS = "<ruleAssociations><inherited>{}</inherited><ruleName>{}</ruleName></ruleAssociations>"
TYPE = "<Territory2Type><name>Geo</name><priority>{}</priority></Territory2Type>"


def rule(*items, logic="", active="true", about="Account"):
    """Write a rule."""
    written = "".join(ITEM.format(*item) for item in items)
    return RULE.format(active=active, logic=logic, about=about, items=written)


@pytest.fixture
def read(tmp_path):
    """Write files of a model and read them."""

    def read_(files, end="-meta.xml"):
        model = tmp_path / "main" / "territory2Models" / "FY26"
        for name, text in files.items():
            folder = model / ("rules" if "Rule" in name else "territories")
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{name}{end}").write_text(text, encoding="utf-8")
        types = tmp_path / "main" / "territory2Types"
        types.mkdir()
        (types / f"Geo.territory2Type{end}").write_text(TYPE.format(1))
        return read_metadata(tmp_path)

    return read_


ITALY = ("Account.BillingCountryCode", "equals", "IT")


def test_a_model_is_read(read):
    """Its territories, rules and types; rules are handed down."""
    model = read(
        {
            "Europe.territory2": AREA.format(name="All", parent="", rules=HAS.format("true", "R")),
            "Turin.territory2": AREA.format(
                name="Turin", parent="Europe", rules=HAS.format("false", "FY26.S")
            ),
            "R.territory2Rule": rule(ITALY),
            "S.territory2Rule": rule(("BillingCity", "equals", 'Turin, "Milan, Centre"')),
        }
    )
    assert (model.name, model.kinds["Geo"].priority) == ("FY26", 1)
    assert model.areas["Turin"].parent == "Europe"
    wheres = model.wheres()
    assert wheres["Europe"] == Where(place="IT")
    assert wheres["Turin"] == Where(place="IT", city=["Turin", "Milan, Centre"])
    assert not model.problems
    assert "2 territories have levels of access" in model.remarks[0].sentence


def test_endings_of_before_are_read_too(read):
    """Those without ``-meta.xml``, as the Metadata API has them."""
    model = read({"T.territory2": AREA.format(name="T", parent="", rules="")}, end="")
    assert list(model.areas) == ["T"]
    assert list(model.kinds) == ["Geo"]


@pytest.mark.parametrize(
    ("item", "where"),
    [
        (("Account.Industry", "equals", "A,B"), Where(industry=["A", "B"])),
        (("Account.Industry", "notEqual", "A"), Where(exclude=(Where(industry="A"),))),
        (("BillingPostalCode", "startsWith", "10,20"), Where(postal_code=["10*", "20*"])),
        (("NumberOfEmployees", "greaterThan", "10"), Where(size=Between(11))),
        (("NumberOfEmployees", "lessOrEqual", "10"), Where(size=Between(None, 11))),
        (("Revenue__c", "lessThan", "10.5"), Where(revenue=Between(None, 10.5))),
        (("Revenue__c", "greaterOrEqual", "10"), Where(revenue=Between(10))),
        (("Channel__c", "equals", "web"), Where(attributes={"Channel": ["web"]})),
        (
            ("BillingState", "contains", "Piem"),
            Where(attributes={"BillingState contains Piem": ["yes"]}),
        ),
        (
            ("Name", "notContain", "Test"),
            Where(exclude=(Where(attributes={"Name contains Test": ["yes"]}),)),
        ),
        (("Skills__c", "includes", "a;b"), Where(attributes={"Skills__c includes a;b": ["yes"]})),
        (
            ("Skills__c", "excludes", "a"),
            Where(exclude=(Where(attributes={"Skills__c includes a": ["yes"]}),)),
        ),
        (("Industry", "includes", "A;B"), Where(industry=["A", "B"])),
        (
            ("Location__c", "within", "1,2,10 mi"),
            Where(attributes={"Location__c within 1,2,10 mi": ["yes"]}),
        ),
        (("BillingCity", "equals", ""), Where(exclude=(Where(city="*"),))),
        (("BillingCity", "notEqual", ""), Where(city="*")),
    ],
)
def test_every_operation_is_read(read, item, where):
    """What a rule of a design cannot say is a fact that customers tell."""
    area = AREA.format(name="T", parent="", rules=HAS.format("false", "R"))
    model = read({"T.territory2": area, "R.territory2Rule": rule(item)})
    assert model.wheres()["T"] == where


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (rule(ITALY, active="false"), "is inactive"),
        (rule(ITALY, about="Lead"), "not for accounts"),
        (rule(), "has no conditions"),
        (rule(("BillingCity", "resembles", "x")), "no operation 'resembles'"),
        (rule(("NumberOfEmployees", "equals", "many")), "'many' is not a number"),
        (rule(ITALY, logic="1 AND 2"), "there is no condition 2"),
        (rule(("", "equals", "x")), "'' is not a name of a field"),
    ],
)
def test_rules_that_cannot_be_used_are_told(read, written, said):
    """And their territories have no rules then, which is told, too."""
    area = AREA.format(name="T", parent="", rules=HAS.format("false", "R"))
    model = read({"T.territory2": area, "R.territory2Rule": written})
    assert model.wheres() == {}
    assert said in " ".join(p.sentence for p in (*model.problems, *model.remarks))


def test_rules_that_assign_nothing_and_ones_that_are_missing_are_told(read):
    """Both deploy without a word."""
    area = AREA.format(name="T", parent="", rules=HAS.format("false", "Gone"))
    model = read({"T.territory2": area, "R.territory2Rule": rule(ITALY)})
    assert "belongs to no territory" in " ".join(p.sentence for p in model.remarks)
    assert "a rule 'Gone' that is not here" in model.problems[0].sentence


def test_several_models_are_refused(tmp_path):
    """Their territories may have the same names."""
    for name in ("FY25", "FY26"):
        (tmp_path / "territory2Models" / name).mkdir(parents=True)
        file = tmp_path / "territory2Models" / name / f"{name}.territory2Model-meta.xml"
        file.write_text("<Territory2Model><name>x</name></Territory2Model>")
    with pytest.raises(DesignError, match="several models: FY25, FY26"):
        read_metadata(tmp_path)
    assert read_metadata(tmp_path / "territory2Models" / "FY26").name == "x"


@pytest.mark.parametrize(
    ("data", "said"),
    [("", "not XML"), ("<a>", "not XML"), ("<a/><b/>", "not XML"), ("x", "not XML")],
)
def test_broken_files_are_told(tmp_path, data, said):
    """With the file, and all at once."""
    for name in "ab":
        (tmp_path / f"{name}.territory2-meta.xml").write_text(data)
    with pytest.raises(DesignError, match=said) as caught:
        read_metadata(tmp_path)
    assert len(caught.value.problems) == 2


def written(*territories, **more):
    """Write a design of some territories."""
    org = Org("Model")
    for territory in territories:
        org.add(territory)
    for thing in more.get("others", ()):
        org.add(thing)
    return to_territory2(org)


def texts(metadata, path, name):
    """Give the texts of the elements of a name in a file."""
    found = ET.fromstring(metadata.files[path])  # noqa: S314 - our own
    return [element.text for element in found.iter(f"{NAMESPACE}{name}")]


RULE_PATH = "territory2Models/Model/rules/t_1.territory2Rule-meta.xml"


def test_rules_are_written_with_their_logic():
    """Conditions in their order; places as countries and states."""
    where = Where(place=["IT-21", "IT-25", "PL"], size=Between(10, 500))
    metadata = written(Territory("t", where))
    assert texts(metadata, RULE_PATH, "value") == ["PL", "IT", "21,25", "10", "500"]
    assert texts(metadata, RULE_PATH, "booleanFilter") == ["(1 OR (2 AND 3)) AND 4 AND 5"]
    assert not metadata.losses


def test_what_is_long_is_parted():
    """Ten conditions to a rule, all of whose rules must hold; lists in several conditions."""
    where = Where(
        city=[f"City number {n}" for n in range(60)],
        attributes={f"a{n}": ["x"] for n in range(12)},
    )
    metadata = written(Territory("t", where))
    rules = [path for path in metadata.files if "/rules/" in path]
    assert len(rules) == 2
    for path in rules:
        assert len(texts(metadata, path, "field")) <= 10
        assert all(len(value) <= 255 for value in texts(metadata, path, "value"))


@pytest.mark.parametrize(
    ("where", "said"),
    [
        (Where(place="north"), "'north' is not a code of a country and a state"),
        (Where(attributes={"market sector": ["x"]}), "no field of accounts can be named"),
        (Where(attributes={"Segment": ["x"]}), "no field of accounts can be named"),
        (Where(city='the "old" town'), "has quotation marks"),
        (Where(revenue=Between(10**19)), "more than 18 digits"),
        (Where(attributes={"AnnualRevenue": ["many"]}), "holds numbers"),
        (
            Where(include=[Where(city=f"c{n}", industry="x") for n in range(8)]),
            "more than 10 conditions in one rule",
        ),
    ],
)
def test_rules_that_cannot_be_said_are_left_out_whole_and_told(where, said):
    """Half of a rule would assign the wrong accounts."""
    metadata = written(Territory("t", where))
    assert not [path for path in metadata.files if "/rules/" in path]
    (loss,) = metadata.losses
    assert said in loss
    assert "'t'" in loss


def test_what_salesforce_does_not_know_is_told():
    """Names, days, overlays, people and customers."""
    others = [
        TerritoryType("extra", 7, overlay=True),
        Position("p", "sales_director"),
        Customer("c", territories=["t-1"], excluded_from=["t-1"]),
    ]
    territory = Territory("t-1", name="n" * 90, type="extra", since=dt.date(2026, 1, 1))
    told = " ".join(written(territory, others=others).notes())
    for what in ("API name is 't_1'", "name of", "days of", "an overlay", "1 position ",
                 "1 customer:", "by name", "from territories"):  # fmt: skip
        assert what in told


def test_fields_that_must_be_made_are_told():
    """Before anything is deployed."""
    metadata = written(Territory("t", Where(segment="Public", attributes={"Channel": ["web"]})))
    assert metadata.custom_fields == ["Account.Segment__c", "Account.Channel__c"]
    assert "must exist" in metadata.notes()[-1]


def test_names_are_told_apart_and_stay_inside():
    """Whatever ids there are: no path leads out of the folder."""
    ids = ["../../x", "a/b", "a b", "a_b", "A-B", "1", "..", "CON", "Łódź", "नई दिल्ली", "x" * 200]
    metadata = written(*(Territory(id_) for id_ in ids))
    paths = [path for path in metadata.files if "/territories/" in path]
    assert len({path.casefold() for path in paths}) == len(ids)
    for path in paths:
        name = path.rpartition("/")[2].removesuffix(".territory2-meta.xml")
        assert name.replace("_", "").isalnum()
        assert name.isascii()
        assert name[0].isalpha()
        assert len(name) <= 80


def test_texts_are_escaped():
    """They are read as they were written."""
    note = "a < b & c > d \"e\" 'f' ]]>"
    metadata = written(Territory("t", Where(city="a&b"), name="<b>", note=note))
    path = "territory2Models/Model/territories/t.territory2-meta.xml"
    assert texts(metadata, path, "name") == ["<b>"]
    assert texts(metadata, path, "description") == [note]
    assert texts(metadata, RULE_PATH, "value") == ["a&b"]


def test_catch_alls_and_nobody_can_be_said():
    """Every account has a name."""
    metadata = written(Territory("t", Where()), Territory("u", Where(exclude=(Where(),))))
    assert texts(metadata, RULE_PATH, "operation") == ["notEqual"]
    assert texts(metadata, RULE_PATH.replace("t_1", "u_1"), "operation") == ["equals"]


def test_the_format_tells_its_losses():
    """As all do."""
    assert "left out whole" in losses("salesforce-territory2")
