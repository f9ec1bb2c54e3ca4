"""Whether plans have content that reaches their targets: ACT105 to ACT107."""

from orgmodel.model import (
    AccountPlan,
    Activity,
    Customer,
    ProspectingPlan,
    Target,
    TerritoryPlan,
    Where,
    holds,
)
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule

_Plan = AccountPlan | TerritoryPlan | ProspectingPlan


@rule(
    "ACT105",
    "warning",
    origin="definitions of the three plans",
    needs=["account_plans | territory_plans | prospecting_plans"],
)
def empty_plan(design: RuleContext) -> Issues:
    """Every plan says what is to be done.

    An account plan has targets, actions or activities; a territory plan activities or
    improvements; a prospecting plan calls, meetings, areas, trends or activities.

    ```yaml bad
    territories:
      north: {where: {place: [IT]}}
    positions:
      bob: {role: territory_manager, held_by: Bob Ray, covers: [north]}
    territory_plans:
      p: {territory: north, owner: bob}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT]}}
    positions:
      bob: {role: territory_manager, held_by: Bob Ray, covers: [north]}
    territory_plans:
      p: {territory: north, owner: bob, activities: [{name: Spring fair, kind: trade show}]}
    ```
    """
    kinds: tuple[type[_Plan], ...] = (AccountPlan, TerritoryPlan, ProspectingPlan)
    for plan in (plan for kind in kinds for plan in design.org.all(kind)):
        if not _content(plan):
            name = plan.kind.replace("_", " ").capitalize()
            yield plan, f"{name} '{plan}' has no content: add its activities."


def _content(plan: _Plan) -> bool:
    """Return whether a plan says anything that is to be done."""
    match plan:
        case AccountPlan():
            return bool(plan.targets or plan.actions or plan.programme)
        case TerritoryPlan():
            return bool(plan.activities or plan.improvements or plan.programme)
        case ProspectingPlan():
            wanted = plan.calls or plan.meetings or plan.new_customers
            return bool(wanted or plan.areas or plan.trends or plan.programme)


@rule(
    "ACT106",
    "warning",
    origin="funnel arithmetic with the rates that the plan states",
    needs=["prospecting_plans.win_rate", "targets.new_customers"],
)
def plan_misses_new_customers(design: RuleContext) -> Issues:
    """The activities of a prospecting plan suffice for the target of new customers.

    Meetings, and calls at the meeting rate, are multiplied by the win rate; what the activities of
    the plan are expected to win is added. The sum is compared with the targets of the owner for
    the same period.

    ```yaml bad
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
    prospecting_plans:
      p: {owner: bob, period: "2026", calls: 200, meeting_rate: 10, win_rate: 20}
    targets:
      t: {position: bob, period: "2026", new_customers: 6}
    ```
    ```yaml good
    positions:
      bob: {role: sales_representative, held_by: Bob Ray}
    prospecting_plans:
      p: {owner: bob, period: "2026", calls: 300, meeting_rate: 10, win_rate: 20}
    targets:
      t: {position: bob, period: "2026", new_customers: 6}
    ```
    """
    for plan in design.org.all(ProspectingPlan):
        targets = [t for t in design.org.all(Target) if t.position == plan.owner]
        aims = [t.new_customers or 0 for t in targets if t.period == plan.period]
        expected = _expected(design, plan)
        if plan.win_rate is not None and expected + 1e-9 < sum(aims):
            what = f"is expected to win {expected:,.1f} customers; the target is {sum(aims):,}"
            yield plan, f"Prospecting plan '{plan}' {what}."


def _expected(design: RuleContext, plan: ProspectingPlan) -> float:
    """Return the new customers that a prospecting plan can be expected to win."""
    booked = (plan.calls or 0) * (plan.meeting_rate or 0) / 100
    won = max(booked, plan.meetings or 0) * (plan.win_rate or 0) / 100
    activities = (design.org.get(Activity, id_) for id_ in plan.programme)
    return won + sum(a.new_customers or 0 for a in activities if a is not None)


@rule("ACT107", "info", origin="judgement", needs=["activities.segment", "customers.segment"])
def segment_not_addressed(design: RuleContext) -> Issues:
    """Every segment of customers is addressed by an activity.

    An activity addresses a segment when its target group holds a customer of the segment, or when
    it is for such a customer by name. All segments without one are one finding.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada, segment: public}
      nova: {managed_by: ada, segment: retail}
    activities:
      fair: {position: ada, type: seminar, segment: {segment: [public]}}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada, segment: public}
      nova: {managed_by: ada, segment: retail}
    activities:
      fair: {position: ada, type: seminar, segment: {segment: [public, retail]}}
    ```
    """
    rules = [a.segment for a in design.org.all(Activity) if a.segment is not None]
    named = {str(a.customer) for a in design.org.all(Activity) if a.customer is not None}
    everyone = [c for c in design.org.all(Customer) if c.segment is not None]
    known = {customer.segment for customer in everyone}
    for customer in everyone:
        if customer.segment in known and (customer.id in named or _any(rules, customer)):
            known.discard(customer.segment)
    if known and rules:
        yield None, f"Customers of these segments are addressed by no activity: {listed(known)}."


def _any(rules: list[Where], customer: Customer) -> bool:
    return any(holds(rule_, customer.values()) for rule_ in rules)
