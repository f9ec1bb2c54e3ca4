"""Whether targets can be worked to: TGT806 to TGT811."""

from collections import defaultdict

from orgmodel.model import Position, Target, exact
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import offered
from orgmodel.rules.core.fixes import put, said_once, take_out
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule


@rule(
    "TGT806",
    "warning",
    origin="definition of a target: set by a sales manager",
    needs=["targets.set_by"],
    fix="offered",
)
def target_set_by_other(design: RuleContext) -> Issues:
    """A target should be set by somebody above the position.

    Targets go down the lines: whoever sets one answers for the sum. The head may set its own.

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
            what = f"'{position}' is set by '{setter}', who does not manage it"
            boss = design.lines.manager_of(position)
            fix = offered(put(design, target, set_by=boss.id) if boss else None)
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
    """A target may want somebody who set it, where others have one.

    Whoever set it can say why it is so high. Heads are left out. All of them are one finding.

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
        posts = [design.org.get(Position, target.position) for target in bare]
        bosses = [design.lines.manager_of(post) if post else None for post in posts]
        pairs = zip(bare, bosses, strict=True)
        set_ = [put(design, target, set_by=boss.id) if boss else None for target, boss in pairs]
        yield None, f"Nobody is said to have set {share}: {listed(bare)}.", offered(*set_)


@rule("TGT808", "warning", origin="definition of a target", needs=["targets"], fix="offered")
def empty_target(design: RuleContext) -> Issues:
    """A target should say what is to be reached: revenue, profit or new customers.

    Without any there is nothing to work to, and nothing rolls up.

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
            said = f"Target '{target}' names neither revenue, profit nor new customers."
            yield target, said, offered(take_out(design, target))


@rule(
    "TGT809",
    "warning",
    origin="contract of the roles: who wins new business",
    needs=["targets.new_customers"],
)
def hunting_target_of_farmer(design: RuleContext) -> Issues:
    """A target for new customers should be set for a role that wins new business.

    Account managers cannot reach it. Managers are left out: their people may.

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
            what = f"asks '{position}' for {target.new_customers:,} new customers"
            yield target, f"Target '{target}' {what}, but its role '{role}' wins none."


@rule("TGT810", "warning", origin="judgement", needs=["targets"], fix="offered")
def target_said_twice(design: RuleContext) -> Issues:
    """A position should have one target of a kind for a period.

    Two are added up, which is seldom what was meant.

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
            once = said_once(design, same)  # they are added up, so the sum changes
            fix = offered(*once.changes) if once else None
            yield position, f"Position '{position}' has {what}: {listed(same)}.", fix


@rule(
    "TGT811",
    "info",
    origin="RavenClaude: implied attainment; the norm is a judgement",
    needs=["targets.revenue", "customers.potential"],
)
def target_above_potential(design: RuleContext) -> Issues:
    """A target for revenue may want to lie within the potential of the customers.

    It is compared with what all customers of the position could buy in a year. Positions with a
    customer whose potential is not known, or that win new business, are left out, as are managers.

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
                what = f"{exact(target.revenue):,f}, and its customers could buy for {most:,f}"
                yield target, f"Target '{target}' asks '{position}' for {what}."
