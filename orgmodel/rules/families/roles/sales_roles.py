"""What sales roles need: ROL111 to ROL114."""

from orgmodel.model import Customer, Position, ProspectingPlan
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted

_CONTRACT = "contract of the role; for the standard roles O*NET and the BLS handbook"


@rule("ROL111", "warning", origin=_CONTRACT, needs=["prospecting_plans"])
def plan_of_non_hunter(design: RuleContext) -> Issues:
    """A prospecting plan is owned by a role that wins new business.

    Account managers develop existing customers; nobody will make the calls of such a plan.

    ```yaml bad
    positions:
      ada: {role: account_manager}
    prospecting_plans:
      p: {owner: ada}
    ```
    ```yaml good
    positions:
      rep: {role: sales_representative}
    prospecting_plans:
      p: {owner: rep}
    ```
    """
    for plan in design.org.all(ProspectingPlan):
        owner = design.org.get(Position, plan.owner)
        role = design.role_of(owner) if owner else None
        if role is not None and not role.wins_new_business:
            what = f"'{owner}', whose role '{role}' wins no new business"
            yield plan, f"Prospecting plan '{plan}' is owned by {what}."


@rule("ROL112", "info", origin=_CONTRACT, needs=["customers.managed_by | assignments"])
def account_manager_without_accounts(design: RuleContext) -> Issues:
    """Every account manager has accounts.

    The role attaches by named account, and no customer names the position. Vacant positions,
    deputies of accounts and roles that lead people are left out.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      acme: {managed_by: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada}
    ```
    """
    deputies = {str(customer.deputy) for customer in design.org.all(Customer)}
    for position, role in design.roled if design.accounts else ():
        idle = position.id not in design.accounts and position.id not in deputies
        by_name = role.attaches_by == "named account" and not role.manages_people
        if idle and by_name and not position.vacant and position.id not in design.assignees:
            yield position, f"Account manager '{position}' has no named accounts."


@rule("ROL113", "info", origin=_CONTRACT, needs=["positions.covers | territory_assignments"])
def seller_without_territory(design: RuleContext) -> Issues:
    """Every position that sells by territory covers a territory.

    A position without a territory and without named accounts gets no customers. All of them are one
    finding. The rule is silent where no position covers any territory.

    ```yaml bad
    territories:
      north: {where: {place: [IT]}}
    positions:
      bob: {role: sales_representative, covers: [north]}
      joe: {role: sales_representative}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT]}}
    positions:
      bob: {role: sales_representative, covers: [north]}
    ```
    """
    handed_out = any(position.covers for position in design.org.all(Position))
    sellers = [p for p, role in design.roled if handed_out and role.attaches_by == "territory"]
    reports = design.lines.reports_of
    idle = [p for p in sellers if not p.covers and p.id not in design.accounts and not reports(p)]
    if idle:
        share = f"{len(idle):,} of {counted(len(sellers), 'position')} that sell by territory"
        yield None, f"{share} have no territory and no named accounts: {listed(idle)}."


@rule(
    "ROL114",
    "info",
    origin="definition of a prospect: somebody works it; half is a judgement",
    needs=["customers.status"],
)
def hunters_without_prospects(design: RuleContext, *, share: float = 50.0) -> Issues:
    """At least half of the positions that win new business have prospects.

    Prospects concentrated on a few positions show that leads are not distributed. The rule is
    silent without prospects, and with fewer prospects than positions that win new business.

    ```yaml bad
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
      joe: {role: sales_representative, held_by: Joe Kay}
      kim: {role: sales_representative, held_by: Kim Lo}
    customers:
      a: {status: prospect, managed_by: bob}
      b: {status: prospect, managed_by: bob}
      c: {status: prospect, managed_by: bob}
    ```
    ```yaml good
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
      joe: {role: sales_representative, held_by: Joe Kay}
    customers:
      a: {status: prospect, managed_by: bob}
      b: {status: prospect, managed_by: joe}
    ```
    """
    covers = [c for c in design.covers if c.customer.status == "prospect" and c.position]
    busy = {cover.position.id for cover in covers if cover.position}
    front = [p for p, r in design.roled if r.wins_new_business and not design.lines.reports_of(p)]
    held = [position for position in front if not position.vacant]
    with_ = sum(position.id in busy for position in held)
    if len(covers) >= len(held) and 100 * with_ < share * len(held):
        what = f"{with_:,} of {len(held):,} positions that win new business"
        who = f"Only {what} have prospects, below the limit of {share:g}%"
        yield None, f"{who}; the design has {len(covers):,} prospects."
