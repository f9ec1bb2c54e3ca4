"""Who takes over: deputies first, within capacity and contracts, and no day without cover."""

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel import Customer, Org, Position, Territory, Where, coverage, load, roles
from orgmodel.changes import lapses
from orgmodel.cli import main
from orgmodel.propose import ProposeError, succeed, succeed_each

pytest.importorskip("ortools")
pytest.importorskip("highspy")

ROOT = Path(__file__).parents[2]
AURORA = ROOT / "examples" / "aurora.yaml"
DAY, BACK = dt.date(2030, 1, 15), dt.date(2030, 4, 1)
QUICK = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@st.composite
def teams(draw):
    """A team with accounts by name and territories."""
    org = Org("Team")
    boss = org.add(Position("boss", roles.SALES_MANAGER, held_by="Boss"))
    names = []
    for number in range(draw(st.integers(2, 4))):
        role = draw(st.sampled_from([roles.ACCOUNT_MANAGER, roles.SALES_REPRESENTATIVE]))
        covers = []
        if role is roles.SALES_REPRESENTATIVE:
            covers = [org.add(Territory(f"t{number}", Where(place=[f"X{number}"])))]
        deputy = draw(st.sampled_from([None, *names]))
        names.append(f"p{number}")
        org.add(
            Position(names[-1], role, held_by=f"Person {number}", reports_to=boss, covers=covers,
                     deputy=deputy, fte=draw(st.sampled_from([0.02, 0.1, 1.0])))
        )  # fmt: skip
    for number in range(draw(st.integers(1, 6))):
        org.add(
            Customer(
                f"c{number}",
                tier=draw(st.sampled_from(["A", "C"])),
                place=f"X{draw(st.integers(0, 3))}",
                status=draw(st.sampled_from(["existing", "existing", "prospect"])),
                revenue=draw(st.integers(0, 9)) * 100,
                managed_by=draw(st.sampled_from([None, *names])),
                deputy=draw(st.sampled_from([None, *names])),
            )
        )
    return org


def states(org, day):
    """Return the state of cover of every customer on a day."""
    return {cover.customer.id: cover.state for cover in coverage(org, on=day)}


@QUICK
@given(teams(), st.booleans())
def test_nobody_who_was_covered_is_left_alone(org, leave):
    """After the first day, and while a leave lasts, every covered customer still is."""
    found = succeed(org, "Person 0", on=DAY, until=BACK if leave else None)
    if not found:
        assert found.reasons
        return
    before = states(org, DAY)
    for day in (DAY - dt.timedelta(1), DAY, BACK - dt.timedelta(1), BACK):
        after = states(found.org, day)
        assert all(after[c] == "covered" for c, state in before.items() if state == "covered")
    left = coverage(found.org, on=DAY)
    assert not [c for c in left if c.answers and c.answers.held_by == "Person 0"]


@QUICK
@given(teams())
def test_no_position_gets_more_than_it_can_do(org):
    """Loads afterwards are within the limit, as the account says."""
    for each in succeed(org, "Person 0").touched:
        assert each.after <= each.limit + 1e-6


def test_the_deputy_of_a_key_account_takes_it_over_by_name():
    """The account goes to its deputy, who is then no longer its own deputy, without a gap."""
    found = succeed(load(AURORA), "Ada Rossi", on=DAY)
    (move,) = found.moves
    assert (move.subject, move.now, move.why) == ("customer:acme", "am-2", "its deputy")
    acme = coverage(found.org, on=DAY).of("acme")
    assert acme.position.id == "am-2"
    assert not [m for m in coverage(found.org, on=DAY).team_of("acme") if m.role == "deputy"]
    assert any("new deputy for acme" in note for note in found.notes)
    gaps = [lapse for lapse in lapses(found.org) if lapse.key_account]
    assert not gaps


def test_a_leave_gives_everything_back():
    """On the day of return the accounts are with their owner again."""
    found = succeed(load(AURORA), "Ivo Marin", on=DAY, until=BACK)
    assert coverage(found.org, on=DAY).of("nova").position.id == "am-1"
    assert coverage(found.org, on=BACK).of("nova").position.id == "am-2"


def test_reports_go_to_the_nearest_manager_who_may_lead_them():
    """The team of a manager who leaves reports to the manager above from that day."""
    found = succeed(load(AURORA), "Tom Berg", on=DAY)
    after = found.org.as_of(DAY)
    assert {str(after.positions[p].reports_to) for p in ("am-1", "rep-1", "rep-2")} == {"director"}
    before = found.org.as_of(DAY - dt.timedelta(1))
    assert str(before.positions["rep-1"].reports_to) == "tm-north"


def test_a_named_successor_comes_before_everybody():
    """The account goes where the user says, or the reason says why it cannot."""
    org = load(AURORA)
    found = succeed(org, "Ivo Marin", successors={"nova": "am-1"})
    assert found.moves[0].now == "am-1"
    assert found.moves[0].why == "the successor named for it"
    none = succeed(org, "Ivo Marin", successors={"nova": "rep-4"})
    assert not none
    assert "'nova'" in none.reasons[0]


def test_a_table_shows_everybody_who_might_leave():
    """Every holder has a row, the one with most revenue first."""
    found = succeed_each(load(AURORA))
    assert found[0].person == "Ada Rossi"
    assert found[0].key_accounts == ("acme",)
    assert len(found) == 9


def test_an_unknown_person_names_the_nearest():
    """A misspelt leaver ends in a sentence."""
    with pytest.raises(ProposeError, match="Ada Rossi"):
        succeed(load(AURORA), "Ada Rosi")


def test_the_command_writes_a_dated_scenario_that_plan_reads(tmp_path):
    """`propose succeed` writes it, `plan` lists the key account by name."""
    file = tmp_path / "succession.yaml"
    done = CliRunner().invoke(
        main,
        ["propose", "succeed", str(AURORA), "Ada Rossi", "--on", str(DAY), "-o", str(file)],
    )
    assert done.exit_code == 0, done.output
    plan = CliRunner().invoke(main, ["plan", str(file)])
    assert "Acme S.p.A.: Ada Rossi" in plan.output
    assert "Days on which a key account has no cover: 0" in plan.output


def test_programs_read_nothing_but_the_account(capfd):
    """No solver prints anything of its own."""
    succeed(load(AURORA), "Tom Berg")
    assert capfd.readouterr().out == ""
