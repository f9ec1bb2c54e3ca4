"""Territory plans and named customers: TER319 to TER322."""

from collections import defaultdict

from orgmodel.model import Customer, Position, Territory, TerritoryPlan, exact
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import offered
from orgmodel.rules.core.fixes import only, put, remove_duplicates
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted


@rule(
    "TER319",
    "warning",
    origin="definition of the role: a territory manager owns the territory plan",
    needs=["territory_plans"],
    fix="offered",
)
def plan_of_stranger(design: RuleContext) -> Issues:
    """A territory plan is owned by the position that covers the territory, or its manager.

    Anyone else neither knows the territory nor can carry out the plan.

    ```yaml bad
    territories:
      north: {where: {place: [IT]}}
      south: {where: {place: [FR]}}
    positions:
      bob: {role: territory_manager, covers: [north]}
      joe: {role: territory_manager, covers: [south]}
    territory_plans:
      p: {territory: north, owner: joe}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT]}}
    positions:
      bob: {role: territory_manager, covers: [north]}
    territory_plans:
      p: {territory: north, owner: bob}
    ```
    """
    for plan in design.org.all(TerritoryPlan):
        territory = design.org.get(Territory, plan.territory)
        owner = design.org.get(Position, plan.owner)
        coverers = design.places.coverers_of(territory) if territory else ()
        near = [
            p for p in coverers if owner and (p.id == owner.id or design.nesting.above(owner, p))
        ]
        if owner is not None and coverers and not near:
            what = f"is owned by '{owner}', but {listed(coverers)} covers '{territory}'"
            position = only(coverers)
            fix = offered(put(design, plan, owner=position.id) if position else None)
            yield plan, f"Territory plan '{plan}' {what}.", fix


@rule("TER320", "warning", origin="judgement", needs=["territory_plans"], fix="safe")
def plans_of_one_territory(design: RuleContext) -> Issues:
    """A territory has one plan per period.

    Two plans have two budgets, and it is unclear which one is valid.

    ```yaml bad
    territories:
      north: {where: {place: [IT]}}
    positions:
      bob: {role: territory_manager, covers: [north]}
    territory_plans:
      p1: {territory: north, owner: bob, period: "2026"}
      p2: {territory: north, owner: bob, period: "2026"}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT]}}
    positions:
      bob: {role: territory_manager, covers: [north]}
    territory_plans:
      p1: {territory: north, owner: bob, period: "2026"}
      p2: {territory: north, owner: bob, period: "2027"}
    ```
    """
    plans: dict[tuple[str, str | None], list[TerritoryPlan]] = defaultdict(list)
    for plan in design.org.all(TerritoryPlan):
        plans[str(plan.territory), plan.period].append(plan)
    for (id_, period), same in plans.items():
        territory = design.org.get(Territory, id_)
        if len(same) > 1 and territory is not None:
            when = f" for {period}" if period else ""
            message = f"Territory '{territory}' has {len(same)} plans{when}: {listed(same)}."
            yield territory, message, remove_duplicates(design, same)


@rule(
    "TER321",
    "warning",
    origin="judgement: a plan is within its budget",
    needs=["territory_plans.budget"],
)
def plan_over_budget(design: RuleContext) -> Issues:
    """The activities of a territory plan cost at most its budget.

    Activities without a cost count as nothing, so the true sum is higher still.

    ```yaml bad
    territories:
      north: {where: {place: [IT]}}
    positions:
      bob: {role: territory_manager, covers: [north]}
    territory_plans:
      p: {territory: north, owner: bob, budget: 100, activities: [{name: Fair, cost: 150}]}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT]}}
    positions:
      bob: {role: territory_manager, covers: [north]}
    territory_plans:
      p: {territory: north, owner: bob, budget: 150, activities: [{name: Fair, cost: 150}]}
    ```
    """
    for plan in design.org.all(TerritoryPlan):
        costs = sum(exact(activity.cost) for activity in plan.activities)
        if plan.budget is not None and costs > exact(plan.budget):
            currency = plan.currency or design.org.currency
            what = f"{currency} {costs:,f}, above its budget of {exact(plan.budget):,f}"
            yield plan, f"The activities of territory plan '{plan}' cost {what}."


@rule(
    "TER322",
    "info",
    origin="Veeva: one alignment method per territory; 20% is a judgement",
    needs=["customers.territories", "territories.where"],
)
def mixed_alignment(design: RuleContext, *, share: float = 20.0) -> Issues:
    """A territory with a rule has at most a fifth of its customers by name.

    Names beside a rule are exceptions. Where they are many, the rule no longer describes the
    territory.

    ```yaml bad
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    customers:
      acme: {place: IT-21}
      nova: {place: FR-75, territories: [north]}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    customers:
      acme: {place: IT-21}
      nova: {place: IT-21}
    ```
    """
    named: dict[str, int] = defaultdict(int)
    for customer in design.org.all(Customer):
        for ref in {*map(str, customer.territories)}:
            named[ref] += 1
    for id_, number in named.items():
        territory = design.org.get(Territory, id_)
        if territory is not None and territory.where is not None:
            every = max(len(design.coverage.customers_in(territory)), number)
            if 100 * number > share * every:
                what = f"{number:,} of {counted(every, 'customer')} by name, beside its rule"
                message = f"Territory '{territory}' has {what}, above the limit of {share:g}%."
                yield territory, message
