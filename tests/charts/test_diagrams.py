import pytest
from charts.offices import Remark, north, team

from orgmodel import roles
from orgmodel.charts import ChartRequestError, OrgChart
from orgmodel.model import Org, Position


def saved(chart, folder, suffix):
    """Save a chart as text and return its lines."""
    return chart.save(folder / f"chart.{suffix}").read_text("utf-8").splitlines()


def test_mermaid_says_what_the_boxes_say(tmp_path):
    """Boxes have made-up ids, their texts in quotes, and their role as a class."""
    lines = saved(OrgChart(north()), tmp_path, "mmd")
    assert lines[:4] == ["---", 'title: "Aurora Components"', "---", "flowchart TB"]
    named = next(line for line in lines if "Ada Rossi" in line)
    assert named.startswith('  n3["Ada Rossi<br/>Account Manager<br/>')
    assert named.endswith(":::role_account_manager")


def test_mermaid_has_solid_and_dotted_lines(tmp_path):
    """Reporting lines are solid; dotted ones carry a word and their colour."""
    lines = [line.strip() for line in saved(OrgChart(north()), tmp_path, "mmd")]
    assert "n0 --- n1" in lines
    assert 'n4 -. "dotted" .- n3' in lines
    assert any(line.startswith("linkStyle 4 stroke:#") for line in lines)


def test_vacancies_and_findings_are_classes(tmp_path):
    """Whoever shows the diagram can give them looks of their own."""
    chart = OrgChart(north(), marks=[Remark(Position("am"))])
    mermaid = [line.strip() for line in saved(chart, tmp_path, "mmd")]
    assert "class n4 vacant" in mermaid
    assert "class n3 with_warning" in mermaid
    dot = saved(chart, tmp_path, "dot")
    assert any('class="role_sales_representative vacant"' in line for line in dot)
    assert any('class="role_account_manager with_warning"' in line for line in dot)


def test_what_mermaid_would_refuse_is_refused_with_numbers(tmp_path):
    """Mermaid answers a chart that is too large with a syntax error; we say what is too much."""
    with pytest.raises(ChartRequestError, match=r"600 lines \(of 500\).*under=.*depth="):
        OrgChart(team(600)).save(tmp_path / "chart.mmd")
    org = Org("Wordy")
    for number in range(400):
        org.add(Position(f"p{number}", roles.SALES_MANAGER, held_by="x" * 120, title="y" * 120))
    with pytest.raises(ChartRequestError, match=r"characters \(of 50,000\)"):
        OrgChart(org).save(tmp_path / "chart.mmd")
    assert not list(tmp_path.iterdir())


def test_lists_of_markdown_are_disarmed(tmp_path):
    """A title that begins like a list stays a title."""
    org = Org("x")
    org.add(Position("p", held_by="Ada", title="1. North"))
    assert any("#49;#46; North" in line for line in saved(OrgChart(org), tmp_path, "mmd"))


def test_dot_draws_dotted_lines_without_bending_ranks(tmp_path):
    """Dotted lines do not move boxes, and vacancies are dashed."""
    lines = [line.strip() for line in saved(OrgChart(north()), tmp_path, "dot")]
    assert "n0 -> n1" in lines
    (dotted,) = [line for line in lines if line.startswith("n4 -> n3")]
    assert "style=dotted" in dotted
    assert "constraint=false" in dotted
    (vacant,) = [line for line in lines if "Vacant" in line]
    assert 'style="rounded,filled,dashed"' in vacant


def test_both_suffixes_of_graphviz_are_known(tmp_path):
    """`.gv` and `.dot` are the same."""
    assert saved(OrgChart(north()), tmp_path, "gv") == saved(OrgChart(north()), tmp_path, "dot")


def test_an_unknown_suffix_is_answered_with_all_that_are_known(tmp_path):
    """The message names pictures and documents."""
    with pytest.raises(ChartRequestError, match=r"\.png, \.svg, \.pdf, \.pptx, \.html, \.mmd"):
        OrgChart(north()).save(tmp_path / "chart.docx")
