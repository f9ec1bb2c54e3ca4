"""Concentration of revenue on few customers, people or territories: CON901 to CON904."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from orgmodel.measures import Concentration, concentration, peers
from orgmodel.model import Customer, Territory, exact
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.rule import rule

_ASC = "ASC 280-10-50-42: disclose each customer of 10%; among 20 is a judgement"


def _spread(values: Mapping[str, Decimal], among: int) -> Concentration:
    """Return how concentrated revenue is, or nothing where too few have any."""
    held = {name: value for name, value in values.items() if value > 0}
    return concentration(held if len(held) >= among else {})


@rule("CON901", "warning", origin=_ASC, needs=["customers.revenue"])
def large_customer(design: RuleContext, *, most: float = 10.0, among: int = 20) -> Issues:
    """Each customer has less than 10% of all revenue.

    Its loss would show in the accounts. A family of companies counts as one customer. With fewer
    than 20 customers that buy, shares mean little, and the rule is silent.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada, revenue: 300}
      c00: {managed_by: ada, revenue: 100}
      c01: {managed_by: ada, revenue: 100}
      c02: {managed_by: ada, revenue: 100}
      c03: {managed_by: ada, revenue: 100}
      c04: {managed_by: ada, revenue: 100}
      c05: {managed_by: ada, revenue: 100}
      c06: {managed_by: ada, revenue: 100}
      c07: {managed_by: ada, revenue: 100}
      c08: {managed_by: ada, revenue: 100}
      c09: {managed_by: ada, revenue: 100}
      c10: {managed_by: ada, revenue: 100}
      c11: {managed_by: ada, revenue: 100}
      c12: {managed_by: ada, revenue: 100}
      c13: {managed_by: ada, revenue: 100}
      c14: {managed_by: ada, revenue: 100}
      c15: {managed_by: ada, revenue: 100}
      c16: {managed_by: ada, revenue: 100}
      c17: {managed_by: ada, revenue: 100}
      c18: {managed_by: ada, revenue: 100}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada, revenue: 100}
      c19: {managed_by: ada, revenue: 100}
      c00: {managed_by: ada, revenue: 100}
      c01: {managed_by: ada, revenue: 100}
      c02: {managed_by: ada, revenue: 100}
      c03: {managed_by: ada, revenue: 100}
      c04: {managed_by: ada, revenue: 100}
      c05: {managed_by: ada, revenue: 100}
      c06: {managed_by: ada, revenue: 100}
      c07: {managed_by: ada, revenue: 100}
      c08: {managed_by: ada, revenue: 100}
      c09: {managed_by: ada, revenue: 100}
      c10: {managed_by: ada, revenue: 100}
      c11: {managed_by: ada, revenue: 100}
      c12: {managed_by: ada, revenue: 100}
      c13: {managed_by: ada, revenue: 100}
      c14: {managed_by: ada, revenue: 100}
      c15: {managed_by: ada, revenue: 100}
      c16: {managed_by: ada, revenue: 100}
      c17: {managed_by: ada, revenue: 100}
      c18: {managed_by: ada, revenue: 100}
    ```
    """
    groups: dict[str, Decimal] = defaultdict(Decimal)
    for customer in design.org.all(Customer):
        groups[(design.kin.head_of(customer) or customer).id] += exact(customer.revenue)
    whole, buying = sum(groups.values(), Decimal(0)), sum(v > 0 for v in groups.values())
    limit = whole * exact(most) / 100 if buying >= among else whole + 1
    large = {id_: value for id_, value in groups.items() if value >= limit}
    for share in concentration(large, whole).at_least(most / 100):
        what = f"has {share.share:.0%} of all revenue; the limit is below {most:g}%"
        yield design.org.get(Customer, share.name), f"Customer '{share.name}' {what}."


@rule("CON902", "warning", origin="judgement", needs=["customers.revenue", "positions.held_by"])
def large_book(design: RuleContext, *, most: float = 25.0, among: int = 8) -> Issues:
    """Each person answers for less than a quarter of all revenue.

    Their leaving would be felt at once. All positions of a person count together. With fewer than 8
    people who have customers, the rule is silent.

    ```yaml bad
    positions:
      p0: {role: account_manager, held_by: Person 0}
      p1: {role: account_manager, held_by: Person 1}
      p2: {role: account_manager, held_by: Person 2}
      p3: {role: account_manager, held_by: Person 3}
      p4: {role: account_manager, held_by: Person 4}
      p5: {role: account_manager, held_by: Person 5}
      p6: {role: account_manager, held_by: Person 6}
      p7: {role: account_manager, held_by: Person 7}
    customers:
      acme: {managed_by: p0, revenue: 300}
      c0: {managed_by: p0, revenue: 100}
      c1: {managed_by: p1, revenue: 100}
      c2: {managed_by: p2, revenue: 100}
      c3: {managed_by: p3, revenue: 100}
      c4: {managed_by: p4, revenue: 100}
      c5: {managed_by: p5, revenue: 100}
      c6: {managed_by: p6, revenue: 100}
      c7: {managed_by: p7, revenue: 100}
    ```
    ```yaml good
    positions:
      p0: {role: account_manager, held_by: Person 0}
      p1: {role: account_manager, held_by: Person 1}
      p2: {role: account_manager, held_by: Person 2}
      p3: {role: account_manager, held_by: Person 3}
      p4: {role: account_manager, held_by: Person 4}
      p5: {role: account_manager, held_by: Person 5}
      p6: {role: account_manager, held_by: Person 6}
      p7: {role: account_manager, held_by: Person 7}
    customers:
      c0: {managed_by: p0, revenue: 100}
      c1: {managed_by: p1, revenue: 100}
      c2: {managed_by: p2, revenue: 100}
      c3: {managed_by: p3, revenue: 100}
      c4: {managed_by: p4, revenue: 100}
      c5: {managed_by: p5, revenue: 100}
      c6: {managed_by: p6, revenue: 100}
      c7: {managed_by: p7, revenue: 100}
    ```
    """
    people: dict[str, Decimal] = defaultdict(Decimal)
    for cover in design.covers:
        if cover.position is not None and cover.position.held_by is not None:
            people[str(cover.position.held_by)] += exact(cover.customer.revenue)
    for share in _spread(people, among).at_least(most / 100):
        position = min(design.graph.boxes[share.name], key=str)
        what = f"answers for {share.share:.0%} of all revenue; the limit is below {most:g}%"
        yield position, f"'{design.known.name_of(position)}', holder of '{position}', {what}."


@rule(
    "CON903",
    "info",
    origin="US merger guidelines 1992, 2010: an index of 1,800; borrowed",
    needs=["customers.revenue", "territories"],
)
def few_large_in_territory(design: RuleContext, *, most: float = 1800.0, among: int = 10) -> Issues:
    """The revenue of a territory has a Herfindahl index of at most 1,800.

    The index is the sum of squared shares in per cent: 1,800 is as much as five and a half
    customers of equal size. Territories with fewer than 10 customers that buy are left out.

    ```yaml bad
    territories:
      north: {where: {place: [IT]}}
    positions:
      rep: {role: sales_representative, held_by: Bob Ray, covers: [north]}
    customers:
      acme: {place: IT, revenue: 90}
      c0: {place: IT, revenue: 10}
      c1: {place: IT, revenue: 10}
      c2: {place: IT, revenue: 10}
      c3: {place: IT, revenue: 10}
      c4: {place: IT, revenue: 10}
      c5: {place: IT, revenue: 10}
      c6: {place: IT, revenue: 10}
      c7: {place: IT, revenue: 10}
      c8: {place: IT, revenue: 10}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT]}}
    positions:
      rep: {role: sales_representative, held_by: Bob Ray, covers: [north]}
    customers:
      acme: {place: IT, revenue: 10}
      c0: {place: IT, revenue: 10}
      c1: {place: IT, revenue: 10}
      c2: {place: IT, revenue: 10}
      c3: {place: IT, revenue: 10}
      c4: {place: IT, revenue: 10}
      c5: {place: IT, revenue: 10}
      c6: {place: IT, revenue: 10}
      c7: {place: IT, revenue: 10}
      c8: {place: IT, revenue: 10}
    ```
    """
    for territory in design.org.all(Territory):
        customers = design.coverage.customers_in(territory)
        if _surely_spread(customers, most):
            continue
        spread = _spread({c.id: exact(c.revenue) for c in customers}, among)
        if spread.points is not None and spread.points > most:
            first = spread.shares[0]
            what = f"has a Herfindahl index of {spread.points:,.0f}, above the limit of {most:,.0f}"
            yield (
                territory,
                f"Territory '{territory}' {what}; '{first.name}' has {first.share:.0%} of it.",
            )


def _surely_spread(customers: Iterable[Customer], most: float) -> bool:
    """Return whether an index is far below a limit, in binary numbers: exact ones take longer."""
    amounts = [max(float(customer.revenue or 0), 0.0) for customer in customers]
    whole, squares = sum(amounts), sum(amount * amount for amount in amounts)
    return 10_000 * squares < 0.99 * most * whole * whole


@rule("CON904", "info", origin="judgement", needs=["customers.revenue", "territories"])
def large_territory(design: RuleContext, *, most: float = 50.0, among: int = 4) -> Issues:
    """A territory has less than half of the revenue of all its peers together.

    A territory with more is a region. Peers are territories of one type without parts. With fewer
    than 4 that have revenue, the rule is silent.

    ```yaml bad
    territories:
      a: {where: {place: [IT]}}
      b: {where: {place: [FR]}}
      c: {where: {place: [DE]}}
      d: {where: {place: [PL]}}
    positions:
      rep: {role: sales_representative, held_by: Bob Ray, covers: [a, b, c, d]}
    customers:
      w: {place: IT, revenue: 30}
      x: {place: FR, revenue: 10}
      y: {place: DE, revenue: 10}
      z: {place: PL, revenue: 10}
    ```
    ```yaml good
    territories:
      a: {where: {place: [IT]}}
      b: {where: {place: [FR]}}
      c: {where: {place: [DE]}}
      d: {where: {place: [PL]}}
    positions:
      rep: {role: sales_representative, held_by: Bob Ray, covers: [a, b, c, d]}
    customers:
      w: {place: IT, revenue: 10}
      x: {place: FR, revenue: 10}
      y: {place: DE, revenue: 10}
      z: {place: PL, revenue: 10}
    ```
    """
    for group in peers(design.coverage).values():
        sums = {
            t.id: sum((exact(c.revenue) for c in design.coverage.customers_in(t)), Decimal(0))
            for t in group
        }
        for share in _spread(sums, among).at_least(most / 100):
            what = f"has {share.share:.0%} of the revenue of {len(group):,} peers"
            yield design.org.get(Territory, share.name), f"Territory '{share.name}' {what}."
