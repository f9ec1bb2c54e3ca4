"""Who gets the next lead: rules first, then contracts, presence, room and turns."""

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from orgmodel import Customer, Org, Position, Territory, Where, coverage, load, roles
from orgmodel.cli import main
from orgmodel.propose import Memory, ProposeError, read_memory, route

ROOT = Path(__file__).parents[2]
AURORA = ROOT / "examples" / "aurora.yaml"


def team():
    """Three representatives of one territory, one of them vacant, and an account manager."""
    org = Org("Team")
    all_ = org.add(Territory("all", Where()))
    for name, holder in (("rep-1", "Ann"), ("rep-2", "Ben"), ("rep-3", None)):
        org.add(Position(name, roles.SALES_REPRESENTATIVE, held_by=holder, covers=[all_]))
    org.add(Position("am", roles.ACCOUNT_MANAGER, held_by="Cleo"))
    return org


def test_turns_follow_the_weights_and_are_remembered():
    """Of nine leads a position of weight 2 gets six and the other three; a vacancy gets none."""
    org, memory, got = team(), Memory(), []
    for number in range(9):
        done = route(org, Customer(f"lead-{number}", status="prospect"), memory=memory,
                     weights={"rep-1": 2})  # fmt: skip
        org, memory = done.proposal.org, done.memory
        got.append(done.position.id)
    assert Counter(got) == {"rep-1": 6, "rep-2": 3}
    assert got[:3] == ["rep-1", "rep-1", "rep-2"] or got[:3] == ["rep-1", "rep-2", "rep-1"]
    assert coverage(org).of("lead-0").position.id == got[0]


def test_the_trace_says_why_each_position_is_in_or_out():
    """Vacancies, full positions and those who win no new business are named with the cause."""
    done = route(team(), Customer("lead", status="prospect"), full=1e-6)
    assert done.position is None
    assert not done.proposal
    text = str(done.proposal)
    assert "rep-3 (vacant): vacant" in text
    assert "am (Cleo): wins no new business" in text
    assert "rep-1 (Ann): full" in text


def test_the_rules_of_coverage_come_first():
    """A lead in a territory of one position goes there, and needs no name for it."""
    done = route(load(AURORA), Customer("lead", status="prospect", place="IT-21"))
    assert done.position.id == "rep-1"
    assert coverage(done.proposal.org).of("lead").winner.how == "territory rule"


def test_a_customer_of_a_vacancy_goes_to_who_comes_next():
    """The territory around takes it by name when the territory itself has nobody."""
    done = route(load(AURORA), "calma")
    assert done.position.id == "tm-south"
    assert done.proposal.org.customers["calma"].managed_by == "tm-south"


def test_mistakes_end_in_sentences(tmp_path):
    """Unknown customers, weights without sense and files of another kind are named."""
    with pytest.raises(ProposeError, match="acme"):
        route(load(AURORA), "acne")
    with pytest.raises(ProposeError, match="at least 0"):
        route(load(AURORA), "calma", weights={"rep-1": -1})
    file = tmp_path / "memory.json"
    for text in ("[]", "{", '{"given": {"a": -1}}', '{"given": [1]}'):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(ProposeError, match=r"memory\.json"):
            read_memory(file)


def test_the_command_remembers_through_a_file(tmp_path):
    """Two leads in a row, and the file counts both."""
    memory = tmp_path / "memory.json"
    for name in ("one", "two"):
        args = ["propose", "route", str(AURORA), name, "--lead", "place=IT-21"]
        done = CliRunner().invoke(main, [*args, "--memory", str(memory)])
        assert done.exit_code == 0, done.output
    assert json.loads(memory.read_text(encoding="utf-8"))["given"] == {"rep-1": 2}
