"""The standard roles may do what the founding description of the trade says, and no more."""

import pytest

from orgmodel import Department, Org, Position, Role, graph, roles
from orgmodel.network import Known

ALL = ("marketing", "logistics", "engineering")
MANAGERS = {"executive", "sales_director", "sales_manager"}

# role: attaches by, manages people, wins new business, may report to (none: any manager), with whom
CONTRACTS = [
    (roles.SALES_DIRECTOR, "roll-up", True, False, set(), ("*",)),
    (roles.SALES_MANAGER, "roll-up", True, False, MANAGERS, ("*",)),
    (roles.TERRITORY_MANAGER, "territory", True, True, MANAGERS, ALL),
    (roles.ACCOUNT_MANAGER, "named account", False, False, set(), ("marketing",)),
    (
        roles.SALES_REPRESENTATIVE,
        "territory",
        False,
        True,
        {"territory_manager", "sales_manager", "sales_director"},
        ("marketing",),
    ),
    (roles.SALES_COORDINATOR, "coordination", False, False, set(), ()),
]


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract[0].id)
def test_a_standard_role_may_do_what_the_trade_says(contract):
    """Attachment, people, new business, line and departments are those of the founding table."""
    role, attaches_by, manages, hunts, managers, departments = contract
    assert role.attaches_by == attaches_by
    assert role.manages_people is manages
    assert role.wins_new_business is hunts
    assert set(role.may_report_to) == managers
    assert role.works_with == departments


def test_only_representatives_need_a_coordinator_and_only_coordinators_stand_at_the_side():
    """Order administration is for the representatives, and is no step in the line."""
    assert [r for r in roles.STANDARD_ROLES if r.needs_coordinator] == [roles.SALES_REPRESENTATIVE]
    assert [r for r in roles.STANDARD_ROLES if r.at_side] == [roles.SALES_COORDINATOR]


def test_an_account_manager_may_report_to_any_manager_also_to_a_territory_manager():
    """No manager is named in the contract, and that means all who manage people."""
    assert roles.ACCOUNT_MANAGER.may_report_to == ()
    managing = {r.id for r in roles.STANDARD_ROLES if r.manages_people}
    assert managing == MANAGERS | {"territory_manager"}


def test_spans_and_occupations_are_stated_where_a_source_gives_them():
    """Sales managers lead ten at most; codes are those of O*NET-SOC."""
    assert roles.SALES_MANAGER.max_span == roles.TERRITORY_MANAGER.max_span == 10
    assert roles.TERRITORY_MANAGER.occupations == ("11-2022.00",)
    assert "41-1012.00" in roles.SALES_MANAGER.occupations
    assert {"41-4011.00", "41-4012.00", "41-3091.00"} == set(roles.SALES_REPRESENTATIVE.occupations)
    assert roles.SALES_COORDINATOR.occupations == ("43-4151.00",)


def test_a_company_defines_roles_of_its_own():
    """What a role may do is data: a hunter who leads a team and reports to another such."""
    hunter = Role("hunter", "Hunter", manages_people=True, wins_new_business=True, min_span=2)
    lead = Role("lead", "Lead Hunter", may_report_to=[hunter, roles.SALES_DIRECTOR])
    assert lead.may_report_to == ("hunter", "sales_director")
    assert (hunter.min_span, hunter.max_span) == (2, None)


def test_a_company_may_define_a_standard_role_anew():
    """The design's own role counts wherever the standard one is referred to."""
    org = Org("Aurora")
    own = org.add(Role("account_manager", "Account Manager", wins_new_business=True))
    post = org.add(Position("am", roles.ACCOUNT_MANAGER))
    assert Known(org).role_of(post) is own
    assert graph(org).nodes["role:account_manager"]["entity"] is own


def test_all_departments_are_those_that_the_design_states_else_the_standard_ones():
    """A sales manager works with every department of the company that there is."""
    org = Org("Aurora")
    post = org.add(Position("boss", roles.SALES_MANAGER))
    assert [d.id for d in Known(org).departments_of(post)] == list(ALL)
    org.add(Department("legal"))
    assert [d.id for d in Known(org).departments_of(post)] == ["legal"]
