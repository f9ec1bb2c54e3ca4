"""Contracts of roles: ROL101 to ROL110."""

from orgmodel.model import Assignment, Position
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import offered
from orgmodel.rules.core.fixes import only, put
from orgmodel.rules.core.phrases import alike, listed
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted

_CONTRACT = "contract of the role; for the standard roles O*NET and the BLS handbook"


@rule("ROL101", "warning", origin=_CONTRACT, needs=["positions.reports_to"])
def unfitting_manager(design: RuleContext) -> Issues:
    """A position reports to a role that the contract of its own role allows.

    The contract is the role's may_report_to; if it is empty, any role that manages people is
    allowed. Managers whose role manages nobody are ROL102. Change the role where the company works
    differently.

    ```yaml bad
    positions:
      tom: {role: territory_manager}
      ann: {role: sales_manager, reports_to: tom}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager}
      tom: {role: territory_manager, reports_to: ann}
    ```
    """
    for position, role in design.roled:
        manager = design.lines.manager_of(position)
        above = design.role_of(manager) if manager else None
        allowed = role.may_report_to
        if allowed and above is not None and above.manages_people and above.id not in allowed:
            what = f"'{position}' ('{role}') reports to '{manager}' ('{above}')"
            yield position, f"Position {what}, but its role may only report to {listed(allowed)}."


@rule("ROL102", "error", origin=_CONTRACT, needs=["positions.reports_to"])
def reports_without_authority(design: RuleContext) -> Issues:
    """Positions report only to roles that manage people.

    An account manager leads a team around the account without line authority; representatives and
    coordinators lead nobody. Their reports have no manager who can decide for them.

    ```yaml bad
    positions:
      ada: {role: account_manager}
      rep: {role: sales_representative, reports_to: ada}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager}
      ada: {role: account_manager, reports_to: ann}
      rep: {role: sales_representative, reports_to: ann}
    ```
    """
    for position, role in design.roled:
        reports = design.lines.reports_of(position)
        if reports and not role.manages_people:
            what = f"{counted(len(reports), 'direct report')} ({listed(reports)})"
            yield (
                position,
                f"Position '{position}' has {what}, but its role '{role}' manages no people.",
            )


@rule("ROL103", "error", origin=_CONTRACT, needs=["customers.status"])
def prospects_of_non_hunter(design: RuleContext) -> Issues:
    """Prospects are attached to roles that win new business.

    Account managers develop existing customers and do not work prospects. All prospects of a
    position are one finding.

    ```yaml bad
    positions:
      ada: {role: account_manager}
    customers:
      nova: {status: prospect, managed_by: ada}
    ```
    ```yaml good
    positions:
      rep: {role: sales_representative}
    customers:
      nova: {status: prospect, managed_by: rep}
    ```
    """
    for position, role in design.roled:
        found = design.accounts.get(position.id, ()) if not role.wins_new_business else ()
        prospects = [c for c in found if c.status == "prospect"]
        if prospects:
            what = f"{counted(len(prospects), 'prospect')} ({listed(prospects)})"
            yield (
                position,
                f"Position '{position}' has {what}; its role '{role}' wins no new business.",
            )


@rule("ROL104", "warning", origin=_CONTRACT, needs=["positions"], fix="offered")
def missing_coordinator(design: RuleContext) -> Issues:
    """A position has a coordinator if its role needs one.

    Without inside support, representatives spend selling time on orders. Where the design has no
    coordinator at all, ROL110 reports it once and this rule is silent. Where the coordinators help
    none of these positions, it is one finding.

    ```yaml bad
    positions:
      zoe: {role: sales_coordinator}
      bob: {role: sales_representative, coordinated_by: zoe}
      joe: {role: sales_representative}
    ```
    ```yaml good
    positions:
      zoe: {role: sales_coordinator}
      bob: {role: sales_representative, coordinated_by: zoe}
      joe: {role: sales_representative, coordinated_by: zoe}
    ```
    """
    coordinators = [p for p, role in design.roled if role.attaches_by == "coordination"]
    there, zoe = len(coordinators), only(coordinators)
    needy = [(p, role) for p, role in design.roled if there and role.needs_coordinator]
    has = f"; the design has {there}."
    issues = [
        (p, f"Position '{p}' has no coordinator, which its role '{role}' needs{has}", fix)
        for p, role in needy
        for fix in [offered(put(design, p, coordinated_by=zoe.id) if zoe else None)]
        if p.coordinated_by is None
    ]
    what = f"None of {len(needy):,} positions whose role needs a coordinator has one"
    yield from alike(issues, len(needy), what + has)


@rule("ROL105", "info", origin=_CONTRACT, needs=["positions"])
def idle_coordinator(design: RuleContext) -> Issues:
    """Every coordinator coordinates a position or an account.

    A coordinator serves customers through the positions whose inside work it does, or is assigned
    to accounts in the role coordinator.

    ```yaml bad
    positions:
      zoe: {role: sales_coordinator}
      rep: {role: sales_representative}
    ```
    ```yaml good
    positions:
      zoe: {role: sales_coordinator}
      rep: {role: sales_representative, coordinated_by: zoe}
    ```
    """
    busy = {str(a.position) for a in design.org.all(Assignment) if a.role == "coordinator"}
    for position, role in design.roled:
        idle = role.attaches_by == "coordination" and position.id not in busy
        if idle and not design.graph.coordinated_by(position):
            yield position, f"Coordinator '{position}' coordinates no positions and no accounts."


@rule("ROL106", "warning", origin=_CONTRACT, needs=["positions.coordinated_by"])
def coordinated_by_other(design: RuleContext) -> Issues:
    """Positions are coordinated by coordinators.

    Order administration by a manager or a colleague costs selling or leading time. All positions
    that one of them coordinates are one finding.

    ```yaml bad
    positions:
      ann: {role: sales_manager}
      rep: {role: sales_representative, coordinated_by: ann}
    ```
    ```yaml good
    positions:
      zoe: {role: sales_coordinator}
      rep: {role: sales_representative, coordinated_by: zoe}
    ```
    """
    for position, role in design.roled:
        helped = design.graph.coordinated_by(position)
        if helped and role.attaches_by != "coordination":
            what = f"{counted(len(helped), 'position')} ({listed(helped)})"
            yield position, f"Position '{position}' coordinates {what}, but is a '{role}'."


@rule("ROL107", "warning", origin=_CONTRACT, needs=["positions.covers"])
def territory_of_other(design: RuleContext) -> Issues:
    """Territories are covered by roles that attach by territory, or by their managers.

    Account managers have their customers by name wherever they are; coordinators have them through
    the positions that they coordinate.

    ```yaml bad
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      ada: {role: account_manager, covers: [north]}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    ```
    """
    for position, role in design.roled:
        if position.covers and role.attaches_by in {"named account", "coordination"}:
            what = f"covers {listed(position.covers)}, but its role '{role}' attaches by"
            yield position, f"Position '{position}' {what} {role.attaches_by}."


@rule("ROL108", "error", origin=_CONTRACT, needs=["customers"])
def accounts_of_coordinator(design: RuleContext) -> Issues:
    """No coordinator owns customers.

    A coordinator does the inside work and answers for no revenue; nobody sells to customers that it
    owns.

    ```yaml bad
    positions:
      zoe: {role: sales_coordinator}
    customers:
      acme: {managed_by: zoe}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager}
    customers:
      acme: {managed_by: ada}
    ```
    """
    for position, role in design.roled:
        customers = design.accounts.get(position.id)
        if customers and role.attaches_by == "coordination":
            what = f"{counted(len(customers), 'customer')} ({listed(customers)})"
            yield (
                position,
                f"Coordinator '{position}' owns {what}; its role does not sell.",
            )


@rule(
    "ROL109",
    "info",
    origin="Kurlan 2015: a sales manager without salespeople is a salesperson",
    needs=["positions.reports_to"],
)
def manager_without_team(design: RuleContext) -> Issues:
    """A position that attaches to customers by roll-up has direct reports.

    The rule looks at roles that manage people and attach by roll-up. It is silent where the design
    has no reporting lines at all.

    ```yaml bad
    positions:
      dan: {role: sales_director}
      ann: {role: sales_manager, reports_to: dan}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager}
      rep: {role: sales_representative, reports_to: ann}
    ```
    """
    lined = len(design.org.all(Position)) > len(design.lines.heads)
    for position, role in design.roled if lined else ():
        leads = role.manages_people and role.attaches_by == "roll-up"
        if leads and not design.lines.reports_of(position):
            what = (
                f"has no direct reports, but its role '{role}' attaches to customers through them"
            )
            yield position, f"Position '{position}' {what}."


@rule("ROL110", "info", origin=_CONTRACT, needs=["positions"])
def no_coordinators(design: RuleContext) -> Issues:
    """An organisation with representatives has a coordinator.

    It is one finding about the organisation rather than one per representative, because the cause
    is one: the company decided to have none, or the design leaves inside work out.

    ```yaml bad
    positions:
      bob: {role: sales_representative}
      joe: {role: sales_representative}
    ```
    ```yaml good
    positions:
      zoe: {role: sales_coordinator}
      bob: {role: sales_representative, coordinated_by: zoe}
      joe: {role: sales_representative, coordinated_by: zoe}
    ```
    """
    needy = [p for p, role in design.roled if role.needs_coordinator and not p.coordinated_by]
    there = any(role.attaches_by == "coordination" for _, role in design.roled)
    if needy and not there:
        what = f"{counted(len(needy), 'position')} ({listed(needy)})"
        yield None, f"The organisation has no coordinator, but {what} whose role needs one."
