"""Setting of targets: TGT806 to TGT811."""

from collections import defaultdict

from orgmodel.model import Position, Target, exact
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import offered
from orgmodel.rules.core.fixes import put, remove_duplicates, take_out
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted


@rule(
    "TGT806",
    "warning",
    origin="definition of a target: set by a sales manager",
    needs=["targets.set_by"],
    fix="offered",
)
def target_set_by_other(design: RuleContext) -> Issues:
    """A target is set by a manager above the position.

    Targets go down the reporting lines: the manager who sets them answers for their sum. The head
    of the organisation may set its own.

    ```yaml bad
    positions:
      ann: {role: sales_manager}
      bob: {role: sales_representative, reports_to: ann}
      joe: {role: sales_representative, reports_to: ann}
    targets:
      t1: {position: bob, period: "2026", revenue: 100, set_by: joe}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager}
      bob: {role: sales_representative, reports_to: ann}
    targets:
      t1: {position: bob, period: "2026", revenue: 100, set_by: ann}
    ```
    """
    for target in design.org.all(Target):
        setter = design.org.get(Position, target.set_by)
        position = design.org.get(Position, target.position)
        if setter is not None and position is not None and _is_stranger(design, setter, position):
            what = f"'{position}' is set by '{setter}', which does not manage it"
            manager = design.lines.manager_of(position)
            fix = offered(put(design, target, set_by=manager.id) if manager else None)
            yield target, f"Target '{target}' of {what}.", fix


def _is_stranger(design: RuleContext, setter: Position, position: Position) -> bool:
    head = setter.id == position.id and position.reports_to is None
    return not head and not design.nesting.above(setter, position)


@rule(
    "TGT807",
    "info",
    origin="definition of a target: set by a sales manager",
    needs=["targets.set_by"],
    fix="offered",
)
def target_set_by_nobody(design: RuleContext) -> Issues:
    """Every target names the position that set it if any target does.

    That position can explain the amount. Heads are left out. All such targets are one finding.

    ```yaml bad
    positions:
      ann: {role: sales_manager}
      bob: {role: sales_representative, reports_to: ann}
      joe: {role: sales_representative, reports_to: ann}
    targets:
      t1: {position: bob, period: "2026", revenue: 100, set_by: ann}
      t2: {position: joe, period: "2026", revenue: 100}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager}
      bob: {role: sales_representative, reports_to: ann}
    targets:
      t1: {position: bob, period: "2026", revenue: 100, set_by: ann}
      t2: {position: ann, period: "2026", revenue: 100}
    ```
    """
    everyone = design.org.all(Target)
    heads = {head.id for head in design.lines.heads}
    bare = [t for t in everyone if t.set_by is None and str(t.position) not in heads]
    if bare and any(target.set_by for target in everyone):
        share = f"{len(bare):,} of {len(everyone):,} targets"
        owners = [design.org.get(Position, target.position) for target in bare]
        managers = [design.lines.manager_of(owner) if owner else None for owner in owners]
        pairs = zip(bare, managers, strict=True)
        set_ = [put(design, target, set_by=top.id) if top else None for target, top in pairs]
        yield None, f"{share} do not name who set them: {listed(bare)}.", offered(*set_)


@rule("TGT808", "warning", origin="definition of a target", needs=["targets"], fix="offered")
def empty_target(design: RuleContext) -> Issues:
    """Every target names an amount: revenue, profit or new customers.

    Without an amount there is nothing to reach and nothing to roll up.

    ```yaml bad
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
    targets:
      t1: {position: bob, period: "2026"}
    ```
    ```yaml good
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
    targets:
      t1: {position: bob, period: "2026", new_customers: 3}
    ```
    """
    for target in design.org.all(Target):
        if target.revenue is None and target.profit is None and target.new_customers is None:
            message = f"Target '{target}' has no amount of revenue, profit or new customers."
            yield target, message, offered(take_out(design, target))


@rule(
    "TGT809",
    "warning",
    origin="contract of the roles: which roles win new business",
    needs=["targets.new_customers"],
)
def hunting_target_of_farmer(design: RuleContext) -> Issues:
    """A target for new customers belongs to a role that wins new business.

    Account managers cannot reach it. Managers are left out, because their team may reach it.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    targets:
      t1: {position: ada, period: "2026", new_customers: 3}
    ```
    ```yaml good
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
    targets:
      t1: {position: bob, period: "2026", new_customers: 3}
    ```
    """
    for target in design.org.all(Target):
        position = design.org.get(Position, target.position)
        role = design.role_of(position) if position else None
        farms = role is not None and not role.wins_new_business and not role.manages_people
        if farms and target.new_customers:
            what = f"sets {counted(target.new_customers, 'new customer')} for '{position}'"
            yield target, f"Target '{target}' {what}, but its role '{role}' wins no new business."


@rule("TGT810", "warning", origin="judgement", needs=["targets"], fix="offered")
def target_said_twice(design: RuleContext) -> Issues:
    """A position has one target of a kind for a period.

    Two targets are added up, which is seldom intended.

    ```yaml bad
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
    targets:
      t1: {position: bob, period: "2026", revenue: 100}
      t2: {position: bob, period: "2026", revenue: 120}
    ```
    ```yaml good
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
    targets:
      t1: {position: bob, period: "2026", revenue: 100}
      t2: {position: bob, period: "2026", profit: 20}
    ```
    """
    found: dict[tuple[str, str, str], list[Target]] = defaultdict(list)
    for target in design.org.all(Target):
        for kind in ("revenue", "profit", "new_customers"):
            if getattr(target, kind) is not None:
                found[str(target.position), target.period, kind].append(target)
    for (id_, period, kind), same in found.items():
        position = design.org.get(Position, id_)
        if len(same) > 1 and position is not None:
            what = f"{len(same)} targets for {kind.replace('_', ' ')} in {period}"
            once = remove_duplicates(design, same)  # they are added up, so the sum changes
            fix = offered(*once.changes) if once else None
            yield position, f"Position '{position}' has {what}: {listed(same)}.", fix


@rule(
    "TGT811",
    "info",
    origin="RavenClaude: implied attainment; the norm is a judgement",
    needs=["targets.revenue", "customers.potential"],
)
def target_above_potential(design: RuleContext) -> Issues:
    """A target for revenue is within the potential of the position's customers.

    The target is compared with what all customers of the position could buy in a year. Left out are
    positions with a customer of unknown potential, positions that win new business, and managers.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada, potential: 100}
    targets:
      t1: {position: ada, period: "2026", revenue: 101}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada, potential: 100}
    targets:
      t1: {position: ada, period: "2026", revenue: 100}
    ```
    """
    for target in design.org.all(Target):
        position = design.org.get(Position, target.position)
        role = design.role_of(position) if position else None
        hunts = role is None or role.wins_new_business or role.manages_people
        customers = design.coverage.customers_of(position) if position and not hunts else ()
        if customers and all(customer.potential is not None for customer in customers):
            most = sum(exact(customer.potential) for customer in customers)
            if target.revenue is not None and exact(target.revenue) > most:
                what = f"Target '{target}' of '{position}' is {exact(target.revenue):,f}"
                yield target, f"{what}, above the potential of its customers, {most:,f}."
