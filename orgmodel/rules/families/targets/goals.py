"""Goals of the company, results and budgets: TGT812 to TGT815."""

from collections import defaultdict
from decimal import Decimal

from orgmodel.model import Goal, Position, Product, Result, Target, TerritoryPlan, exact
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule

_FIGURES = ("revenue", "profit", "new_customers")


@rule(
    "TGT812",
    "warning",
    origin="definition of a target: it follows from a goal of the company",
    needs=["goals"],
)
def goal_not_reached_by_targets(design: RuleContext) -> Issues:
    """The targets that serve a goal add up to at least the goal.

    Targets of managers contain those of their reports, so only the highest target in each
    reporting line counts.

    ```yaml bad
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
    goals:
      grow: {period: "2026", revenue: 200}
    targets:
      t1: {position: bob, period: "2026", revenue: 150, goal: grow}
    ```
    ```yaml good
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
    goals:
      grow: {period: "2026", revenue: 200}
    targets:
      t1: {position: bob, period: "2026", revenue: 200, goal: grow}
    ```
    """
    for goal in design.org.all(Goal):
        for name in _FIGURES:
            aim, sum_ = getattr(goal, name), _served(design, goal, name)
            if aim is not None and sum_ < exact(aim):
                what = f"add up to {sum_:,f} of {name.replace('_', ' ')}"
                yield goal, f"Targets for goal '{goal}' {what}; the goal is {exact(aim):,f}."


def _served(design: RuleContext, goal: Goal, name: str) -> Decimal:
    """Return the sum of the highest targets that serve a goal."""
    own: dict[str, Decimal] = defaultdict(Decimal)
    for target in design.org.all(Target):
        value = getattr(target, name)
        if target.goal == goal.id and value is not None:
            own[str(target.position)] += exact(value)
    found = {id_: design.org.get(Position, id_) for id_ in own}
    people = [position for position in found.values() if position is not None]
    below = {p.id for p in people for q in people if p != q and design.nesting.above(q, p)}
    return sum((own[p.id] for p in people if p.id not in below), Decimal())


@rule("TGT813", "info", origin="judgement", needs=["targets.goal"])
def target_without_goal(design: RuleContext) -> Issues:
    """Every target serves a goal of the company where some do.

    A target without a goal may pull in another direction. All of them are one finding.

    ```yaml bad
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
    goals:
      grow: {period: "2026", revenue: 200}
    targets:
      t1: {position: bob, period: "2026", revenue: 200, goal: grow}
      t2: {position: bob, period: "2026", profit: 20}
    ```
    ```yaml good
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
    goals:
      grow: {period: "2026", revenue: 200, profit: 20}
    targets:
      t1: {position: bob, period: "2026", revenue: 200, goal: grow}
      t2: {position: bob, period: "2026", profit: 20, goal: grow}
    ```
    """
    everyone = design.org.all(Target)
    bare = [target for target in everyone if target.goal is None]
    if len(bare) < len(everyone) and bare:
        yield None, f"Targets that serve no goal of the company: {listed(bare)}."


@rule("TGT814", "warning", origin="judgement: a plan is within its budget", needs=["results.cost"])
def costs_over_budget(design: RuleContext) -> Issues:
    """The actual costs of a territory are within the budget of its plan.

    Results for the territory and the period of the plan are added up.

    ```yaml bad
    territories:
      north: {where: {place: [IT]}}
    positions:
      bob: {role: territory_manager, held_by: Bob Ray, covers: [north]}
    territory_plans:
      p: {territory: north, owner: bob, period: "2026", budget: 100, improvements: [Fewer trips]}
    results:
      r1: {position: bob, period: "2026", territory: north, cost: 120}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT]}}
    positions:
      bob: {role: territory_manager, held_by: Bob Ray, covers: [north]}
    territory_plans:
      p: {territory: north, owner: bob, period: "2026", budget: 120, improvements: [Fewer trips]}
    results:
      r1: {position: bob, period: "2026", territory: north, cost: 120}
    ```
    """
    costs: dict[tuple[str, str | None], Decimal] = defaultdict(Decimal)
    for result in design.org.all(Result):
        if result.territory is not None and result.cost is not None:
            costs[str(result.territory), result.period] += exact(result.cost)
    for plan in design.org.all(TerritoryPlan):
        spent = costs.get((str(plan.territory), plan.period), Decimal())
        if plan.budget is not None and spent > exact(plan.budget):
            what = f"has a budget of {exact(plan.budget):,f}, and {spent:,f} was spent"
            yield plan, f"Territory plan '{plan}' {what}."


@rule("TGT815", "info", origin="judgement", needs=["products", "targets.product"])
def product_without_sales_target(design: RuleContext) -> Issues:
    """Every product has a target where targets are set by product.

    A product that nobody is to sell is left to chance. All of them are one finding.

    ```yaml bad
    products:
      pumps: {}
      valves: {}
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
    targets:
      t1: {position: bob, period: "2026", revenue: 200, product: pumps}
    ```
    ```yaml good
    products:
      pumps: {}
      valves: {}
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
    targets:
      t1: {position: bob, period: "2026", revenue: 200, product: pumps}
      t2: {position: bob, period: "2026", revenue: 50, product: valves}
    ```
    """
    aimed = {str(t.product) for t in design.org.all(Target) if t.product is not None}
    bare = [product for product in design.org.all(Product) if product.id not in aimed]
    if bare and aimed:
        yield None, f"Products without a target: {listed(bare)}."
