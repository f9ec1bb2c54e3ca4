"""How grave findings are: by rule, by their number, and by the part of the organisation."""

import pytest
from rules.findings import design

from orgmodel import DesignError, validate
from orgmodel.rules import Part, Settings, read_settings

EMEA_AND_APAC = """
territories:
  emea: {}
  italy: {within: emea, where: {place: [IT]}}
  apac: {where: {place: [JP]}}
positions:
  ceo: {role: sales_director, held_by: Ada}
  vp-emea: {role: sales_manager, held_by: Ben, reports_to: ceo}
  it: {role: account_manager, held_by: Cat, reports_to: vp-emea, covers: [italy]}
  jp: {role: account_manager, held_by: Dan, reports_to: ceo, covers: [apac]}
customers:
  acme: {key_account: true, place: IT-21}
  brio: {key_account: true, managed_by: jp, place: JP-13}
account_plans:
  p: {customer: acme, owner: it}
"""


def levels(*parts, text=EMEA_AND_APAC, select="KEY502", **options):
    """Give the level of each finding of a rule by what it is about."""
    settings = Settings(select=[select], parts=parts, rules={select: options} if options else {})
    return {f.subject: f.severity for f in validate(design(text), settings=settings)}


def test_customers_belong_to_the_part_of_who_covers_them():
    """Those of others keep the level of the rule."""
    assert levels(Part("error", under="position:vp-emea")) == {
        "customer:acme": "error",
        "customer:brio": "warning",
    }


def test_customers_belong_to_the_territories_that_decide():
    """And to those around them; the kind before the id may be left out."""
    assert levels(Part("info", within="territory:emea"))["customer:acme"] == "info"
    assert levels(Part("info", within="italy"))["customer:acme"] == "info"
    assert levels(Part("info", within="apac"))["customer:acme"] == "warning"


def test_the_nearest_part_wins():
    """In whatever order the settings name them; among equals the last does."""
    near, far = Part("info", under="it"), Part("error", under="ceo")
    for parts in ((near, far), (far, near)):
        assert levels(*parts) == {"customer:acme": "info", "customer:brio": "error"}
    assert levels(near, Part("error", under="it"))["customer:acme"] == "error"


def test_off_does_not_report():
    """Nor count."""
    assert levels(Part("off", under="vp-emea")) == {"customer:brio": "warning"}


def test_parts_may_concern_some_rules_only():
    """By code, beginning or name."""
    for rules in (["KEY"], ["KEY502"], ["key-account-without-deputy"]):
        assert levels(Part("error", under="ceo", rules=rules))["customer:acme"] == "error"
    assert levels(Part("error", under="ceo", rules=["SPN"]))["customer:acme"] == "warning"


@pytest.mark.parametrize(
    ("about", "under", "within"),
    [
        ("position:it", "vp-emea", "emea"),
        ("territory:italy", "it", "emea"),
        ("account_plan:p", "vp-emea", "italy"),
    ],
)
def test_everything_has_its_place(about, under, within):
    """Positions, territories, and plans lie where their line, market or owner does."""
    gone = EMEA_AND_APAC + "targets: {}\n"
    broken = {
        "position:it": ("vp-emea, covers", "vp-emea, deputy: ghost, covers"),
        "territory:italy": ("italy: {within: emea", "italy: {type: ghost, within: emea"),
        "account_plan:p": ("owner: it}", "owner: it}\n  q: {customer: ghost, owner: it}"),
    }
    text = gone.replace("targets: {}\n", "").replace(*broken[about])
    about = about.replace(":p", ":q")
    assert levels(Part("info", under=under), text=text, select="MOD001")[about] == "info"
    if about != "account_plan:q":  # its customer, who would say where it lies, is not there
        assert levels(Part("info", within=within), text=text, select="MOD001")[about] == "info"
    assert levels(Part("info", under="jp"), text=text, select="MOD001")[about] == "error"


def test_a_plan_of_a_territory_lies_in_it():
    """Whoever wrote it, and in no other part."""
    text = EMEA_AND_APAC + "territory_plans:\n  t: {territory: italy, owner: ghost}\n"
    for within, level in (("emea", "info"), ("italy", "info"), ("apac", "error")):
        found = levels(Part("info", within=within), text=text, select="MOD001")
        assert found == {"territory_plan:t": level}


def test_a_part_that_is_nowhere_is_told():
    """With what may have been meant, and without failing designs that share the settings."""
    settings = Settings(parts=[Part("off", under="position:vp-emae")])
    (note,) = validate(design(EMEA_AND_APAC), settings=settings).notes
    assert note == (
        "The settings name a part under 'position:vp-emae', which the design does not have; "
        "did you mean 'position:vp-emea'?"
    )


def test_rings_are_in_no_part():
    """Lines that never reach a head end nowhere, and neither does looking."""
    ring = EMEA_AND_APAC.replace("reports_to: ceo}\n  it", "reports_to: it}\n  it")
    assert levels(Part("off", under="ceo"), text=ring)["customer:acme"] == "warning"


def test_long_chains_are_no_trouble():
    """Parts are found without climbing, so 20,000 levels take no time."""
    rows = (
        f"  p{n}: {{role: sales_manager, reports_to: p{n - 1}, deputy: ghost}}"
        for n in range(1, 20_000)
    )
    text = "\n".join(["positions:", "  p0: {role: sales_director}", *rows, ""])
    found = levels(Part("off", under="p2"), text=text, select="MOD001")
    assert found == {"position:p1": "error"}


NUMBERS = [
    ({"error_from": 3}, 2, "warning"),
    ({"error_from": 2}, 2, "error"),
    ({"warn_from": 3}, 2, "info"),
    ({"warn_from": 2}, 2, "warning"),
    ({"warn_from": 1, "error_from": 10}, 2, "warning"),
    ({"warn_from": 1, "error_from": 2}, 2, "error"),
    ({"warn_from": 3, "error_from": 10}, 2, "info"),
    ({"severity": "info", "error_from": 10}, 2, "info"),
    ({"severity": "info", "warn_from": 2, "error_from": 10}, 2, "warning"),
    ({"severity": "error", "warn_from": 2}, 2, "error"),
]


@pytest.mark.parametrize(("options", "number", "level"), NUMBERS)
def test_the_number_of_findings_decides(options, number, level):
    """Below a threshold they are milder, from it on graver."""
    found = levels(**options)
    assert len(found) == number
    assert set(found.values()) == {level}


def test_a_part_outweighs_the_number():
    """What the settings say of a place holds there, however many findings there are."""
    found = levels(Part("info", under="vp-emea"), error_from=1)
    assert found == {"customer:acme": "info", "customer:brio": "error"}


def test_only_what_is_reported_counts():
    """Accepted findings do not bring others above a threshold."""
    accepted = """
accepted:
  x: {rule: KEY502, about: "customer:acme", because: Small.}
"""
    found = levels(text=EMEA_AND_APAC + accepted, error_from=2)
    assert found == {"customer:brio": "warning"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"error_from": 0}, "greater than or equal to 1"),
        ({"warn_from": "3"}, "valid integer"),
        ({"warn_from": True}, "valid integer"),
        ({"warn_from": 5, "error_from": 2}, "'warn_from' (5) above 'error_from' (2)"),
        ({"errors_from": 2}, "has no option 'errors_from'"),
    ],
)
def test_thresholds_must_make_sense(options, said):
    """Or the settings are refused."""
    with pytest.raises(DesignError, match="KEY502") as caught:
        levels(**options)
    assert said in str(caught.value)


@pytest.mark.parametrize("name", ["pyproject.toml", "orgmodel.toml"])
def test_settings_files_hold_parts_and_thresholds(tmp_path, name):
    """In the tables that the documentation shows, whichever file they are copied to."""
    (tmp_path / name).write_text("""
[tool.orgmodel.rules.KEY502]
warn_from = 1
error_from = 10

[[tool.orgmodel.parts]]
under = "position:vp-emea"
rules = ["SPN"]
severity = "off"
""")
    settings = read_settings(tmp_path)
    assert settings.parts == [Part("off", under="position:vp-emea", rules=["SPN"])]
    assert settings.rules["KEY502"] == {"warn_from": 1, "error_from": 10}


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ('severity = "off"', "either under a position or within a territory"),
        ('severity = "off"\nunder = "a"\nwithin = "b"', "either under a position or within"),
        ('severity = "loud"\nunder = "a"', "parts.1.severity"),
        ('severity = "off"\nunder = "a"\nrule = ["KEY"]', "no setting 'parts.1.rule'"),
        ('under = "a"', "parts.1.severity"),
    ],
)
def test_parts_must_make_sense(tmp_path, part, said):
    """The file, the table counted from 1, and what is wrong."""
    file = tmp_path / "orgmodel.toml"
    file.write_text(f"[[parts]]\n{part}\n")
    with pytest.raises(DesignError, match=r"orgmodel\.toml") as caught:
        read_settings(tmp_path)
    assert said in str(caught.value)


def test_rules_of_parts_must_exist():
    """A part that concerns no rule would do nothing."""
    settings = Settings(parts=[Part("off", under="ceo", rules=["KEZ"])])
    with pytest.raises(DesignError, match="There is no rule 'KEZ'"):
        validate(design(EMEA_AND_APAC), settings=settings)
