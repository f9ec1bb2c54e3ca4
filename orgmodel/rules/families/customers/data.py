"""Contradictory customer data: CUS409 to CUS413 and CUS415."""

from collections import defaultdict

from orgmodel.model import Customer, Territory, exact, holds, named_places
from orgmodel.rules.core.context import Issue, Issues, RuleContext
from orgmodel.rules.core.fix import offered, safe
from orgmodel.rules.core.fixes import put
from orgmodel.rules.core.phrases import by_revenue, foremost, foremost_of, listed
from orgmodel.rules.core.rule import rule

_PINS = "Fullcast: a named account, or an exception with its reason"


@rule("CUS409", "info", origin=_PINS, needs=["customers.territories"])
def exception_without_reason(design: RuleContext, *, most: int = 20) -> Issues:
    """A customer named into a territory against its rule has a note with the reason.

    In a year nobody remembers whether the exception still applies. Territories without a rule take
    customers by name alone and are left out. The first 20 are listed.

    ```yaml bad
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    customers:
      acme: {place: FR-75, territories: [north]}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    customers:
      acme: {place: FR-75, territories: [north], note: Buys through Turin.}
    ```
    """
    issues = []
    for customer in design.org.all(Customer):
        named = () if customer.note else customer.territories
        found = [design.org.get(Territory, ref) for ref in named]
        ruled = [t for t in found if t and t.where and not holds(t.where, customer.values())]
        if ruled:
            what = f"is named into {listed(ruled)} against the rule, without a note"
            issues.append((customer, f"Customer '{customer}' {what}."))
    yield from foremost(issues, most, "customers are exceptions without a note")


@rule("CUS410", "warning", origin="judgement: figures fit each other", needs=["customers.profit"])
def profit_above_revenue(design: RuleContext) -> Issues:
    """The profit of a customer is not above its revenue.

    One of the two is in another unit, or they are swapped.

    ```yaml bad
    positions:
      ada: {role: account_manager}
    customers:
      acme: {managed_by: ada, revenue: 1000, profit: 5000}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager}
    customers:
      acme: {managed_by: ada, revenue: 1000, profit: 1000}
    ```
    """
    for customer in design.org.all(Customer):
        profit, revenue = customer.profit, customer.revenue
        if profit is not None and revenue is not None and exact(profit) > exact(revenue):
            what = f"{exact(profit):,f}, above its revenue of {exact(revenue):,f}"
            yield customer, f"The profit of customer '{customer}' is {what}."


@rule(
    "CUS411",
    "info",
    origin="judgement: figures fit each other",
    needs=["customers.potential"],
    fix="offered",
)
def revenue_above_potential(design: RuleContext, *, most: int = 20) -> Issues:
    """The potential of a customer is at least its revenue.

    A customer can buy what it buys already. A lower potential is out of date, and plans based on it
    are too low. The 20 with the most revenue are listed.

    ```yaml bad
    positions:
      ada: {role: account_manager}
    customers:
      acme: {managed_by: ada, revenue: 1000, potential: 500}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager}
    customers:
      acme: {managed_by: ada, revenue: 1000, potential: 1000}
    ```
    """
    known = [c for c in design.org.all(Customer) if c.potential is not None]
    low = [c for c in known if exact(c.potential) < exact(c.revenue)]
    yield from foremost_of(
        _by_revenue(low),
        _too_low,
        most,
        "customers have a potential below their revenue",
        lambda c: offered(put(design, c, potential=c.revenue)),
    )


def _too_low(customer: Customer) -> str:
    potential, revenue = exact(customer.potential), exact(customer.revenue)
    what = f"{potential:,f}, below its revenue of {revenue:,f}"
    return f"The potential of customer '{customer}' is {what}."


def _by_revenue(customers: list[Customer]) -> list[Customer]:
    return sorted(customers, key=lambda customer: (-exact(customer.revenue), customer.id))


@rule(
    "CUS412",
    "warning",
    origin="definition of a prospect",
    needs=["customers.status"],
    fix="offered",
)
def prospect_with_revenue(design: RuleContext, *, most: int = 20) -> Issues:
    """A prospect has no revenue.

    A customer that buys is an existing customer, and an account manager may own it. The 20 with the
    most revenue are listed.

    ```yaml bad
    positions:
      rep: {role: sales_representative}
    customers:
      nova: {status: prospect, revenue: 1000, managed_by: rep}
    ```
    ```yaml good
    positions:
      rep: {role: sales_representative}
    customers:
      nova: {status: prospect, potential: 1000, managed_by: rep}
    ```
    """
    prospects = (c for c in design.org.all(Customer) if c.status == "prospect")
    buying = _by_revenue([c for c in prospects if c.revenue])
    currency = design.org.currency
    yield from foremost_of(
        buying,
        lambda c: f"Prospect '{c}' buys for {currency} {exact(c.revenue):,f} a year.",
        most,
        "prospects have revenue",
        lambda c: offered(put(design, c, status="existing")),
    )


@rule(
    "CUS413",
    "info",
    origin="textbook: 30% of customers make 85% of sales; among 20 is a judgement",
    needs=["customers.tier"],
)
def swollen_tier(design: RuleContext, *, share: float = 30.0, least: int = 20) -> Issues:
    """The first tier has at most 30% of the existing customers.

    The first 30% make about 85% of sales; a larger tier does not show which customers matter. The
    first tier is the one with the highest average revenue; the rule is silent with fewer than 20
    customers, with one tier, or where none has revenue.

    ```yaml bad
    positions:
      ada: {role: account_manager}
    customers:
      a00: {managed_by: ada, tier: A, revenue: 100}
      a01: {managed_by: ada, tier: A, revenue: 100}
      a02: {managed_by: ada, tier: A, revenue: 100}
      a03: {managed_by: ada, tier: A, revenue: 100}
      a04: {managed_by: ada, tier: A, revenue: 100}
      a05: {managed_by: ada, tier: A, revenue: 100}
      a06: {managed_by: ada, tier: A, revenue: 100}
      a07: {managed_by: ada, tier: A, revenue: 100}
      a08: {managed_by: ada, tier: A, revenue: 100}
      a09: {managed_by: ada, tier: A, revenue: 100}
      a10: {managed_by: ada, tier: A, revenue: 100}
      a11: {managed_by: ada, tier: A, revenue: 100}
      a12: {managed_by: ada, tier: A, revenue: 100}
      a13: {managed_by: ada, tier: A, revenue: 100}
      a14: {managed_by: ada, tier: A, revenue: 100}
      a15: {managed_by: ada, tier: A, revenue: 100}
      a16: {managed_by: ada, tier: A, revenue: 100}
      a17: {managed_by: ada, tier: A, revenue: 100}
      z1: {managed_by: ada, tier: B, revenue: 10}
      z2: {managed_by: ada, tier: B, revenue: 10}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager}
    customers:
      a: {managed_by: ada, tier: A, revenue: 100}
      b: {managed_by: ada, tier: B, revenue: 10}
    ```
    """
    tiers = _tiers(design)
    tiered = sum(map(len, tiers.values()))
    if len(tiers) > 1 and tiered >= least:
        first = max(tiers, key=lambda tier: (_mean(tiers[tier]), tier))
        part = 100 * len(tiers[first]) / tiered
        if part > share and _mean(tiers[first]):
            what = f"{len(tiers[first]):,} of {tiered:,} customers ({part:.0f}%)"
            yield None, f"Tier {first!r} has {what}, above the limit of {share:g}%."


@rule("CUS415", "warning", origin="ISO 3166; a judgement", needs=["customers.place"], fix="safe")
def place_without_code(design: RuleContext, *, most: int = 20) -> Issues:
    """The place of a customer is a code.

    Territory rules compare codes, so a customer in "Italy" is not in a territory for `IT`. A name
    that several places have is left to a person. The 20 with the most revenue are listed one by
    one.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada, place: Italy}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada, place: IT}
    ```
    """
    everyone = [c for c in design.org.all(Customer) if c.place and named_places(c.place)]
    issues = [_named_place(design, customer) for customer in by_revenue(everyone)]
    yield from foremost(issues, most, "customers have the name of a place instead of its code")


def _named_place(design: RuleContext, customer: Customer) -> Issue:
    """Return what is wrong with a place that is a name."""
    codes = named_places(customer.place or "")
    code = codes[0] if len(codes) == 1 else None
    what = f"is the name '{customer.place}'; its code is {' or '.join(codes)}"
    fix = safe(put(design, customer, place=code)) if code else None
    return customer, f"The place of customer '{customer}' {what}.", fix


def _tiers(design: RuleContext) -> dict[str, list[Customer]]:
    """Return the existing customers with a tier, by tier."""
    found: dict[str, list[Customer]] = defaultdict(list)
    for customer in design.org.all(Customer):
        if customer.tier and customer.status == "existing":
            found[customer.tier].append(customer)
    return found


def _mean(customers: list[Customer]) -> float:
    amounts = [float(c.revenue) for c in customers if c.revenue is not None]
    return sum(amounts) / len(amounts) if amounts else 0.0
