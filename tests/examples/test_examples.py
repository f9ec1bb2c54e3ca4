import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from orgmodel import Customer, DesignError, Position, Role, load, validate, why
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.model import UnknownError
from orgmodel.network import OrgGraph

EXAMPLES = Path(__file__).parents[2] / "examples"

# What each script is wrong about on purpose: the code of the rule, and whom it is about.
SEEDED = {
    "aurora": {
        "TER302 territory:campania",
        "KEY502 customer:nova",
        "KEY504 customer:nova",
        "KEY505 customer:nova",
        "KEY508 customer:nova",
    },
    "meridian": {
        "ACC606 position:it-am-1",
        "CNT958 position:de-2-sc",
        "CTR102 organisation",
        "CTR103 organisation",
        "KEY502 customer:vistula",
        "KEY507 customer:vistula",
        "KEY508 customer:vistula",
        "KEY519 customer:vistula",
        "MOD015 pay_benchmark:sales_manager",
        "ROL103 position:in-am-1",
        "SPN201 position:de-2-tm",
        "SPN206 position:de-2-sc",
        "TER301 territory:se-north",
        "TER302 territory:de-2-mv",
        "TER302 territory:it-1-42",
        "TER302 territory:large-energy",
        "TER303 territory:pl-1-14",
        "TER315 organisation",
        "TGT801 organisation",
        "TGT804 position:de-2-mv-rep",
        "TGT804 position:it-1-42-rep",
    },
    "from_csv": {
        "CUS401 customer:lumen",
        "MOD001 position:rep-3",
        "MOD002 position:rep-4",
        "TER302 territory:italy-centre",
        "TER305 organisation",
    },
}
PICTURES = {
    "aurora": ["aurora.png"],
    "meridian": ["meridian-italy.png", "meridian.png"],
    "from_csv": ["from_csv.png"],
}
HAS_HINDI = "\u25a1" not in Typesetter().shape("\u0915").text
"""Whether a font for the Hindi names of the examples is installed."""

ASKED = {"aurora": "calma", "meridian": "helios", "from_csv": "lumen"}


def org_of(name):
    """Return the organisation that an example builds."""
    return load(EXAMPLES / f"{name}.py")


@pytest.fixture(scope="module", params=SEEDED)
def ran(request, tmp_path_factory):
    """Run an example as a user does, in a folder of its own, with warnings as errors."""
    folder = tmp_path_factory.mktemp(request.param)
    strict = ["-W", "error"] if HAS_HINDI else ["-W", "ignore"]  # missing letters are warned of
    command = [sys.executable, *strict, str(EXAMPLES / f"{request.param}.py")]
    done = subprocess.run(  # exit code and errors are what is looked at
        command, cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    return request.param, folder, done


def test_an_example_runs_without_a_word_of_complaint(ran):
    """Every script ends well and writes nothing to standard error, not even a warning."""
    _, _, done = ran
    assert (done.returncode, done.stderr) == (0, "")


def test_an_example_prints_its_findings_and_their_number(ran):
    """A script prints a line for every seeded defect, none besides, and the counts."""
    name, _, done = ran
    codes = re.findall(r"^(?:\S+: )?([A-Z]{3}\d{3}) ", done.stdout, re.MULTILINE)
    assert sorted(codes) == sorted(seed.split()[0] for seed in SEEDED[name])
    assert re.search(r"\d+ rules checked\b", done.stdout)


def test_an_example_explains_who_covers_a_customer(ran):
    """A script prints the trace of one customer behind its findings."""
    name, _, done = ran
    assert re.search(rf"^{ASKED[name]} \(.+\):", done.stdout, re.MULTILINE)


def test_an_example_saves_its_pictures_beside_the_user(ran):
    """The pictures land in the folder in which the script is run, and nothing else does."""
    name, folder, _ = ran
    assert sorted(path.name for path in folder.iterdir()) == PICTURES[name]
    assert all(path.read_bytes().startswith(b"\x89PNG\r\n") for path in folder.iterdir())


@pytest.mark.parametrize("name", SEEDED)
def test_the_seeded_defects_are_found_where_they_are(name):
    """The findings are about the entities that are wrong on purpose, and about no others."""
    found = {
        f"{finding.code} {finding.entity.node if finding.entity else 'organisation'}"
        for finding in validate(org_of(name))
    }
    assert found == SEEDED[name]


@pytest.mark.parametrize("name", SEEDED)
def test_findings_name_a_line_that_speaks_of_the_entity(name):
    """Whoever opens the file at the line that a finding names, finds the entity or its maker."""
    for finding in validate(org_of(name)):
        if finding.source is not None:
            lines = Path(finding.source.file).read_text(encoding="utf-8").splitlines()
            line = lines[finding.source.line - 1]
            assert finding.entity.id in line or "org.add(" in line


def test_the_yaml_twin_is_the_same_design():
    """The small example as YAML holds exactly what the script builds."""
    assert load(EXAMPLES / "aurora.yaml") == org_of("aurora")


def test_the_complete_key_account_has_no_findings():
    """What the small example does right for its first key account satisfies every rule."""
    about = {finding.entity for finding in validate(org_of("aurora"))}
    assert org_of("aurora").get(Customer, "acme") not in about


def test_the_accepted_finding_keeps_its_reason():
    """The interim double role of the large example is reported as accepted, with the reason."""
    accepted = validate(org_of("meridian")).accepted
    assert {finding.code for finding in accepted} == {"ORG105", "PPL101"}
    for finding in accepted:
        assert finding.entity.node == "position:se-1-tm"
        assert "until a manager is hired" in finding.accepted


def test_the_large_example_is_large():
    """It has 60 to 120 positions on four layers, dotted lines, overlays and a role of its own."""
    org = org_of("meridian")
    graph, positions = OrgGraph(org), org.all(Position)
    assert 60 <= len(positions) <= 120
    assert max(graph.lines.depths.values()) + 1 == 4
    assert any(position.dotted_to for position in positions)
    assert [role.id for role in org.all(Role)] == ["channel_manager"]


def test_titles_in_four_languages_tell_the_roles_of_the_tables():
    """Each title in the tables names a role, but for the one that is seeded as unknown."""
    org = org_of("from_csv")
    known = OrgGraph(org).known
    roleless = [p.title for p in org.all(Position) if known.role_of(p) is None]
    assert roleless == ["Growth Ninja"]


def test_findings_of_tables_name_file_and_row():
    """A finding about a row of a table names that table and the row as an editor counts it."""
    found = {finding.code: finding for finding in validate(org_of("from_csv"))}
    place = found["MOD001"].source
    assert Path(place.file).name == "people.csv"
    assert (
        Path(place.file)
        .read_text(encoding="utf-8")
        .splitlines()[place.line - 1]
        .startswith("rep-3,")
    )
    assert "'tm-poland'" in found["MOD001"].sentence


def test_a_cell_without_a_number_is_told_by_its_row(tmp_path):
    """An amount that is none keeps the tables from being used, and the message names its row."""
    folder = shutil.copytree(EXAMPLES, tmp_path / "examples")
    customers = folder / "csv" / "customers.csv"
    text = customers.read_text(encoding="utf-8")
    customers.write_text(text.replace("2400000", "2.4M"), encoding="utf-8")
    with pytest.raises(DesignError, match=r"customers\.csv:2: '2\.4M' is not an amount\.$"):
        load(folder / "from_csv.py")


def test_a_misspelled_customer_id_is_answered_with_the_one_that_exists():
    """A customer that is not there by id is looked for by a similar id."""
    with pytest.raises(UnknownError, match="did you mean 'acme'"):
        why(org_of("aurora"), "acem")
