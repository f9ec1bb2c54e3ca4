"""``--on``: every command that looks at a design looks at it on that day."""

import pytest
from click.testing import CliRunner

from orgmodel.cli import main

DESIGN = """name: Aurora
territories:
  north: {where: {place: [IT]}}
positions:
  ann: {role: sales_director, held_by: Ann Lee}
  rep: {role: sales_representative, reports_to: ann, covers: [north]}
  new: {role: sales_manager, held_by: Mia Fox, reports_to: ann, since: 2026-03-01}
holdings:
  h: {position: rep, person: Bob Ray, since: 2026-02-01, until: 2026-05-01}
reporting_lines:
  r: {position: rep, manager: new, since: 2026-03-01}
leaves:
  l: {person: Bob Ray, since: 2026-04-01, until: 2026-04-20, stand_in: ann}
customers:
  acme: {place: IT}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Stand in a folder with a design with dates."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.yaml").write_text(DESIGN)
    return tmp_path


def run(*words):
    """Run the command in this process."""
    result = CliRunner().invoke(main, [*words])
    assert result.exit_code in {0, 1}, result.output
    return result.output


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2026-01-31", "Sales Representative 'rep' is vacant; Ann Lee"),
        ("2026-02-01", "Covered by Bob Ray"),
        ("2026-04-19", "Bob Ray (Sales Representative, rep) is on leave until 2026-04-20; Ann Lee"),
        ("2026-04-20", "Covered by Bob Ray"),
        ("2026-05-01", "Sales Representative 'rep' is vacant; Mia Fox"),
    ],
)
def test_why(day, outcome):
    """Whoever is there on the day covers."""
    assert outcome in run("why", "plan.yaml", "acme", "--on", day)


@pytest.mark.parametrize(("day", "vacant"), [("2026-01-31", True), ("2026-02-01", False)])
def test_check(day, vacant):
    """A position that is held on the day is no vacancy, and findings keep their lines."""
    told = run("check", "plan.yaml", "--select", "TER302", "--on", day)
    assert ("plan.yaml:3: " in told) is vacant


@pytest.mark.parametrize("kind", ["org", "territories", "icicle"])
def test_chart(folder, kind):
    """What is not there on the day is not drawn."""
    texts = {}
    for day in ("2026-02-28", "2026-03-01"):
        run("chart", "plan.yaml", "--kind", kind, "--on", day, "-o", f"{day}.svg")
        texts[day] = (folder / f"{day}.svg").read_text()
    assert "Mia Fox" not in texts["2026-02-28"]
    assert kind == "territories" or "Mia Fox" in texts["2026-03-01"]
    assert "Bob Ray" in texts["2026-03-01"]
