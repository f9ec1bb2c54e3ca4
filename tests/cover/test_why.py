"""The explanation of who covers a customer, word by word."""
# ruff: noqa: E501 - the expected text stands as it is printed

import datetime as dt
from textwrap import dedent

import pytest

from orgmodel import (
    Assignment,
    Between,
    Customer,
    Org,
    Person,
    Position,
    Territory,
    Where,
    roles,
    why,
)


@pytest.fixture
def org():
    """A small organisation in which something of everything is wrong."""
    org = Org("Aurora", currency="EUR")
    org.add(Territory("italy", Where(place="IT")))
    org.add(Territory("north", Where(place=["IT-21", "IT-25"]), within="italy"))
    org.add(Territory("alps", Where(place=["IT-23", "IT-25"]), within="italy"))
    org.add(Territory("large", Where(place="IT-21", size=Between(100)), within="italy"))
    org.add(Territory("machines", Where(industry="machines"), type="overlay"))
    org.add(Person("dana", "Dana Reyes"))
    org.add(Position("director", roles.SALES_DIRECTOR, held_by="dana", covers="italy"))
    org.add(
        Position(
            "tm",
            roles.TERRITORY_MANAGER,
            title="Area Manager",
            held_by="Tom Berg",
            reports_to="director",
            covers="alps",
        )
    )
    org.add(Position("rep", roles.SALES_REPRESENTATIVE, reports_to="tm", covers="north"))
    org.add(Position("ada", roles.ACCOUNT_MANAGER, held_by="Ada Rossi", reports_to="tm"))
    org.add(Position("kam", roles.ACCOUNT_MANAGER, reports_to="tm"))
    org.add(Position("sam", roles.SALES_SPECIALIST, held_by="Sam Sala", covers="machines"))
    return org


def said(org, *, on=None, **facts):
    """Return the explanation for a customer with some facts."""
    org.add(Customer("acme", **facts))
    return str(why(org, "acme", on=on))


def text(expected):
    """Return an indented text as it is to be read."""
    return dedent(expected).strip()


def test_a_named_account(org):
    """Who has it by name, what else would match, the line to the head, the team."""
    facts = {"place": "IT-62", "key_account": True, "revenue": 2_400_000, "deputy": "kam"}
    assert said(org, name="Acme S.p.A.", managed_by="ada", **facts) == text("""
        acme (Acme S.p.A.): key account, place IT-62, EUR 2,400,000
          Covered by Ada Rossi (Account Manager, ada).
          What matched, in order of precedence:
            1. named account: Ada Rossi (Account Manager, ada) - wins
            2. territory rule 'italy' (direct, place IT): Dana Reyes (Sales Director, director) - comes later: a named account comes before a territory rule
          Reporting line: Ada Rossi (Account Manager, ada) -> Tom Berg (Area Manager, tm) -> Dana Reyes (Sales Director, director)
          Team: deputy vacant (Account Manager, kam)
    """)


def test_the_rule_of_a_territory_and_a_tie(org):
    """What decided is named with what it decided against; a tie is called one."""
    assert said(org, place="IT-25", industry="machines") == text("""
        acme: place IT-25
          Covered by Tom Berg (Area Manager, tm).
          What matched, in order of precedence:
            1. territory rule 'alps' (direct, place IT-23 or IT-25): Tom Berg (Area Manager, tm) - wins
            2. territory rule 'north' (direct, place IT-21 or IT-25): vacant (Sales Representative, rep) - comes later: it ties with 'alps', which is first in alphabetical order
            3. territory rule 'italy' (direct, place IT): Dana Reyes (Sales Director, director) - comes later: 'alps' lies deeper in the hierarchy (1 against 0)
            4. territory rule 'machines' (overlay, industry machines): Sam Sala (Sales Specialist, sam) - supports
          Reporting line: Tom Berg (Area Manager, tm) -> Dana Reyes (Sales Director, director)
    """)


def test_a_vacant_post(org):
    """Which post is vacant, and who stands in."""
    assert said(org, place="IT-21") == text("""
        acme: place IT-21
          Covered by nobody: Sales Representative 'rep' is vacant; Tom Berg (Area Manager, tm) stands in.
          What matched, in order of precedence:
            1. territory rule 'north' (direct, place IT-21 or IT-25): vacant (Sales Representative, rep) - wins
            2. territory rule 'italy' (direct, place IT): Dana Reyes (Sales Director, director) - comes later: 'north' lies deeper in the hierarchy (1 against 0)
          Reporting line: vacant (Sales Representative, rep) -> Tom Berg (Area Manager, tm) -> Dana Reyes (Sales Director, director)
    """)


def test_a_territory_that_nobody_covers(org):
    """It wins all the same, which is a gap; who covers the territory around stands in."""
    assert said(org, place="IT-21", size=120) == text("""
        acme: place IT-21
          Covered by nobody: no position covers territory 'large'; Dana Reyes (Sales Director, director) stands in.
          What matched, in order of precedence:
            1. territory rule 'large' (direct, place IT-21; size at least 100): no position covers it - wins
            2. territory rule 'north' (direct, place IT-21 or IT-25): vacant (Sales Representative, rep) - comes later: more conditions of 'large' hold (2 against 1)
            3. territory rule 'italy' (direct, place IT): Dana Reyes (Sales Director, director) - comes later: 'large' lies deeper in the hierarchy (1 against 0)
          Reporting line: Dana Reyes (Sales Director, director)
    """)


def test_a_prospect_whom_nobody_may_have(org):
    """Who was passed over is told by name; specialists support all the same."""
    assert said(
        org, status="prospect", place="IT-62", industry="machines", managed_by="ada"
    ) == text("""
        acme: prospect, place IT-62
          Covered by nobody: it is a prospect, and no match wins new business.
          What matched, in order of precedence:
            1. named account: Ada Rossi (Account Manager, ada) - wins no new business
            2. territory rule 'italy' (direct, place IT): Dana Reyes (Sales Director, director) - wins no new business
            3. territory rule 'machines' (overlay, industry machines): Sam Sala (Sales Specialist, sam) - supports
    """)


def test_a_customer_excluded_from_all_that_matches(org):
    """Exclusion is told as such."""
    assert said(org, place="IT-62", excluded_from="italy") == text("""
        acme: place IT-62
          Covered by nobody: it is excluded from every territory that matches.
          What matched, in order of precedence:
            1. territory rule 'italy' (direct, place IT): Dana Reyes (Sales Director, director) - excluded
    """)


def test_a_customer_with_nothing_but_an_overlay(org):
    """Specialists alone are no cover."""
    assert said(org, industry="machines") == text("""
        acme
          Covered by nobody: only overlay territories match, and they support without owning.
          What matched, in order of precedence:
            1. territory rule 'machines' (overlay, industry machines): Sam Sala (Sales Specialist, sam) - supports
    """)


def test_a_customer_for_whom_several_things_fail(org):
    """Excluded here, a prospect there."""
    expected = "Covered by nobody: nothing that matched may own it."
    facts = {"status": "prospect", "place": "IT-62", "managed_by": "ada", "excluded_from": "italy"}
    assert expected in said(org, **facts)


def test_nothing_matches(org):
    """Neither name nor rule."""
    assert said(org, place="FR") == text("""
        acme: place FR
          Covered by nobody: no position is named for it, and no territory's rule holds for it.
    """)


def test_owners_for_a_time_and_with_shares(org):
    """Terms are told with each owner; where days matter, the day is told too."""
    org.add(Territory("chains"))
    org.add(Assignment("1", "acme", "tm", share=60))
    org.add(Assignment("2", "acme", "director", share=40, since="2026-01-01"))
    org.add(Assignment("3", "acme", "sam", until="2026-09-01", temporary=True))
    org.add(Assignment("4", "acme", "kam", "executive sponsor"))
    assert said(org, on=dt.date(2026, 8, 31), managed_by="ada", territories="chains") == text("""
        acme: as of 2026-08-31
          Covered by Sam Sala (Sales Specialist, sam).
          What matched, in order of precedence:
            1. named account (for a time, until 2026-09-01): Sam Sala (Sales Specialist, sam) - wins
            2. named account: Ada Rossi (Account Manager, ada) - comes later: 'sam' stands in for a time
            3. named account (60% of the credit): Tom Berg (Area Manager, tm) - comes later: 'sam' stands in for a time
            4. named account (40% of the credit, from 2026-01-01): Dana Reyes (Sales Director, director) - comes later: 'sam' stands in for a time
            5. named territory 'chains' (direct, no rule): no position covers it - comes later: a named account comes before a named territory
          Reporting line: Sam Sala (Sales Specialist, sam)
          Team: executive sponsor vacant (Account Manager, kam)
    """)


def test_several_posts_and_several_on_the_team(org):
    """Whoever serves in a territory and helps on an account stands in one line each."""
    org.add(Position("tm-2", roles.TERRITORY_MANAGER, held_by="Eva Poli", covers="alps"))
    org.add(Assignment("1", "acme", "sam", "executive sponsor"))
    org.add(Assignment("2", "acme", "director"))
    lines = said(org, place="IT-23", deputy="tm").splitlines()
    director = "Dana Reyes (Sales Director, director)"
    assert f"    1. named account: {director} - wins" in lines, "no terms, no brackets"
    assert any(
        "Tom Berg (Area Manager, tm), Eva Poli (Territory Manager, tm-2) - comes" in line
        for line in lines
    )
    assert lines[-1] == (
        "  Team: deputy Tom Berg (Area Manager, tm); "
        "executive sponsor Sam Sala (Sales Specialist, sam)"
    )


REASONS = {
    "'ada' is named on the customer itself": [Assignment("1", "acme", "tm")],
    "the share of 'tm' is larger (60 against 40)": [
        Assignment("1", "acme", "director", share=40),
        Assignment("2", "acme", "tm", share=60),
    ],
    "it ties with 'director', which is first in alphabetical order": [
        Assignment("1", "acme", "tm"),
        Assignment("2", "acme", "director"),
    ],
    "type direct ranks before channel": [
        Territory("a", Where(place="FR"), type="channel"),
        Territory("b", Where(place="FR")),
    ],
    "type direct ranks before an unknown one": [
        Territory("a", Where(place="FR"), type="lost"),
        Territory("b", Where(place="FR")),
    ],
    "the conditions of 'b' are narrower": [
        Territory("a", Where(place="FR")),
        Territory("b", Where(place="FR-75")),
    ],
}


@pytest.mark.parametrize(("reason", "rows"), REASONS.items(), ids=REASONS)
def test_what_decided_is_said(org, reason, rows):
    """Every step of the order of precedence has its words."""
    for row in rows:
        org.add(row)
    facts = {"managed_by": "ada"} if "'ada'" in reason else {}
    lines = said(org, place="FR-75", **facts).splitlines()
    assert any(line.endswith(f"comes later: {reason}") for line in lines)


def test_an_unknown_customer(org):
    """The nearest id is asked about; where none is near, nothing is."""
    org.add(Customer("acme"))
    with pytest.raises(LookupError) as caught:
        why(org, "acne")
    assert str(caught.value) == "There is no customer 'acne'; did you mean 'acme'?"
    with pytest.raises(LookupError, match=r"^There is no customer 'zzz'\.$"):
        why(org, "zzz")


def test_a_customer_asked_for_by_its_name(org):
    """An exact name is as good as the id, in any case."""
    org.add(Customer("c-1", name="Brio S.r.l."))
    org.add(Customer("c-2", name="Acme S.p.A."))
    assert why(org, "ACME S.p.A.").cover.customer.id == "c-2"


def test_a_customer_is_found_however_its_id_is_typed(org):
    """As an entity, with blanks around, or with its accent apart, as some systems type it."""
    zoe = org.add(Customer("Zo\u00e9"))
    for typed in (zoe, " Zo\u00e9 ", "Zoe\u0301"):
        assert why(org, typed).cover.customer is zoe
