"""Roles on account teams: ACC606 to ACC610."""

from collections import defaultdict

from orgmodel.model import Assignment, Customer, Position
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted

_ROLES = "contract of the role; for the standard roles O*NET and the BLS handbook"


@rule("ACC606", "info", origin=_ROLES, needs=["assignments"])
def coordinator_of_other_role(design: RuleContext) -> Issues:
    """The coordinator of an account has a coordinator's role.

    That role attaches by coordination; any other does inside work in its selling time. All accounts
    of one position are one finding.

    ```yaml bad
    positions:
      ada: {role: account_manager}
      ben: {role: account_manager}
    customers:
      acme: {managed_by: ada}
    assignments:
      a1: {customer: acme, position: ben, role: coordinator}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager}
      zoe: {role: sales_coordinator}
    customers:
      acme: {managed_by: ada}
    assignments:
      a1: {customer: acme, position: zoe, role: coordinator}
    ```
    """
    for position, accounts in _parts(design, "coordinator"):
        role = design.role_of(position)
        if role is not None and role.attaches_by != "coordination":
            what = f"coordinates {listed(accounts)}, but its role is '{role}'"
            yield position, f"Position '{position}' {what}."


def _parts(design: RuleContext, part: str) -> list[tuple[Position, list[str]]]:
    """Return the accounts to which each position is assigned in a role on the account."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in design.org.all(Assignment):
        if each.role == part and each.on(design.day):
            found[str(each.position)].append(str(each.customer))
    pairs = ((design.org.get(Position, id_), accounts) for id_, accounts in found.items())
    return [(position, accounts) for position, accounts in pairs if position is not None]


@rule("ACC607", "info", origin="Millman and Wilson 1995; a judgement", needs=["assignments"])
def sponsor_without_rank(design: RuleContext) -> Issues:
    """An executive sponsor is a manager.

    The customer's executives expect to meet their peers: somebody who manages people and can
    decide.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      rep: {role: sales_representative, held_by: Bob Ray}
    customers:
      acme: {managed_by: ada}
    assignments:
      a1: {customer: acme, position: rep, role: executive sponsor}
    ```
    ```yaml good
    positions:
      eve: {role: executive, held_by: Eve Long}
      ada: {role: account_manager, held_by: Ada Rossi, reports_to: eve}
    customers:
      acme: {managed_by: ada}
    assignments:
      a1: {customer: acme, position: eve, role: executive sponsor}
    ```
    """
    for position, accounts in _parts(design, "executive sponsor"):
        role = design.role_of(position)
        if role is not None and not role.manages_people:
            what = f"sponsors {listed(accounts)}, but its role '{role}' manages no people"
            yield position, f"Position '{position}' {what}."


@rule("ACC608", "info", origin="judgement", needs=["assignments"])
def crowded_sponsor(design: RuleContext, *, most: int = 10) -> Issues:
    """An executive sponsor has at most 10 accounts.

    A sponsor who meets each customer twice a year then has 20 such days.

    ```yaml bad
    positions:
      eve: {role: executive, held_by: Eve Long}
    customers:
      c1: {managed_by: eve}
      c2: {managed_by: eve}
      c3: {managed_by: eve}
      c4: {managed_by: eve}
      c5: {managed_by: eve}
      c6: {managed_by: eve}
      c7: {managed_by: eve}
      c8: {managed_by: eve}
      c9: {managed_by: eve}
      c10: {managed_by: eve}
      c11: {managed_by: eve}
    assignments:
      a1: {customer: c1, position: eve, role: executive sponsor}
      a2: {customer: c2, position: eve, role: executive sponsor}
      a3: {customer: c3, position: eve, role: executive sponsor}
      a4: {customer: c4, position: eve, role: executive sponsor}
      a5: {customer: c5, position: eve, role: executive sponsor}
      a6: {customer: c6, position: eve, role: executive sponsor}
      a7: {customer: c7, position: eve, role: executive sponsor}
      a8: {customer: c8, position: eve, role: executive sponsor}
      a9: {customer: c9, position: eve, role: executive sponsor}
      a10: {customer: c10, position: eve, role: executive sponsor}
      a11: {customer: c11, position: eve, role: executive sponsor}
    ```
    ```yaml good
    positions:
      eve: {role: executive, held_by: Eve Long}
    customers:
      c1: {managed_by: eve}
    assignments:
      a1: {customer: c1, position: eve, role: executive sponsor}
    ```
    """
    for position, accounts in _parts(design, "executive sponsor"):
        if len({*accounts}) > most:
            what = f"sponsors {counted(len({*accounts}), 'account')}, above the limit of {most}"
            yield position, f"Position '{position}' {what}."


@rule("ACC609", "warning", origin="ERPNext: every member has a share", needs=["assignments.share"])
def credit_forgotten(design: RuleContext) -> Issues:
    """Every owner of a customer has a share of the credit if one of them has.

    An owner without a share works for nothing, or the share was forgotten.

    ```yaml bad
    positions:
      ada: {role: account_manager}
      ben: {role: account_manager}
    customers:
      acme: {managed_by: ada}
    assignments:
      a1: {customer: acme, position: ben, share: 100, temporary: true}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager}
      ben: {role: account_manager}
    customers:
      acme: {managed_by: ada}
    assignments:
      a1: {customer: acme, position: ada, share: 100}
    ```
    """
    shared = {str(a.customer) for a in design.org.all(Assignment) if a.share is not None}
    for customer in design.org.all(Customer) if shared else ():
        members = [m for m in design.team_of(customer) if m.role == "owner"]
        with_ = {m.position.id for m in members if m.assignment and m.assignment.share is not None}
        without = {m.position.id for m in members} - with_
        if with_ and without:
            what = f"has a share of the credit for {listed(with_)}, but none for {listed(without)}"
            yield customer, f"Customer '{customer}' {what}."


@rule("ACC610", "info", origin="judgement", needs=["assignments"])
def part_of_stranger(design: RuleContext) -> Issues:
    """Every account team has an owner.

    Deputies, sponsors and specialists are assigned to a customer that has no owner by name. An
    owner by territory is sufficient.

    ```yaml bad
    positions:
      ada: {role: account_manager}
    customers:
      acme: {}
    assignments:
      a1: {customer: acme, position: ada, role: specialist}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager}
      sam: {role: sales_specialist}
    customers:
      acme: {managed_by: ada}
    assignments:
      a1: {customer: acme, position: sam, role: specialist}
    ```
    """
    for customer in design.org.all(Customer):
        team = design.team_of(customer) if customer.id in design.assigned else ()
        if team and design.coverage.of(customer).winner is None:
            members = listed({member.position.id for member in team})
            yield customer, f"Customer '{customer}' has an account team, {members}, but no owner."
