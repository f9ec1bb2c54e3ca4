"""Loss of cover and inside work when a person leaves: CNT951 to CNT958."""

from collections import Counter

from orgmodel.model import Customer, Position, exact
from orgmodel.network import Hierarchy
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed, worth
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted

_DOMINATORS = "Lengauer and Tarjan 1979 for the method; the limit is a judgement"


def _position(design: RuleContext, person: str) -> Position:
    return min(design.graph.boxes[person], key=str)


def _named(design: RuleContext, person: str) -> str:
    return f"'{design.known.name_of(_position(design, person))}'"


@rule("CNT951", "warning", origin=_DOMINATORS, needs=["customers.key_account", "positions.held_by"])
def key_accounts_on_one_person(design: RuleContext, *, most: int = 2) -> Issues:
    """At most 2 key accounts lose all cover when one person leaves.

    A single key account without a deputy is KEY502. Here one person is the cause: without them, no
    position that serves these accounts and no deputy is filled. Managers above only stand in.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      a: {key_account: true, managed_by: ada}
      b: {key_account: true, managed_by: ada}
      c: {key_account: true, managed_by: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      a: {key_account: true, managed_by: ada, deputy: ben}
      b: {key_account: true, managed_by: ada}
      c: {key_account: true, managed_by: ada}
    ```
    """
    for person, loss in design.continuity.people.items():
        keys = loss.key_accounts
        if len(keys) > most:
            what = f"{counted(len(keys), 'key account')} worth {worth(design, keys)}"
            who = f"{_named(design, person)}, holder of '{_position(design, person)}', leaves"
            yield _position(design, person), f"If {who}, {what} lose all cover: {listed(keys)}."


@rule("CNT952", "warning", origin=_DOMINATORS, needs=["customers.revenue", "positions.held_by"])
def revenue_on_one_person(design: RuleContext, *, most: float = 10.0, among: int = 20) -> Issues:
    """At most 10% of all revenue loses its cover when one person leaves.

    Deputies reduce it: a customer with one keeps its cover. With fewer than 20 people who hold
    positions each has a large part, and the rule is silent.

    ```yaml bad
    positions:
      p00: {role: account_manager, held_by: Person 0}
      p01: {role: account_manager, held_by: Person 1}
      p02: {role: account_manager, held_by: Person 2}
      p03: {role: account_manager, held_by: Person 3}
      p04: {role: account_manager, held_by: Person 4}
      p05: {role: account_manager, held_by: Person 5}
      p06: {role: account_manager, held_by: Person 6}
      p07: {role: account_manager, held_by: Person 7}
      p08: {role: account_manager, held_by: Person 8}
      p09: {role: account_manager, held_by: Person 9}
      p10: {role: account_manager, held_by: Person 10}
      p11: {role: account_manager, held_by: Person 11}
      p12: {role: account_manager, held_by: Person 12}
      p13: {role: account_manager, held_by: Person 13}
      p14: {role: account_manager, held_by: Person 14}
      p15: {role: account_manager, held_by: Person 15}
      p16: {role: account_manager, held_by: Person 16}
      p17: {role: account_manager, held_by: Person 17}
      p18: {role: account_manager, held_by: Person 18}
      p19: {role: account_manager, held_by: Person 19}
    customers:
      acme: {managed_by: p00, revenue: 20}
      nova: {managed_by: p01, deputy: p02, revenue: 80}
    ```
    ```yaml good
    positions:
      p00: {role: account_manager, held_by: Person 0}
      p01: {role: account_manager, held_by: Person 1}
      p02: {role: account_manager, held_by: Person 2}
      p03: {role: account_manager, held_by: Person 3}
      p04: {role: account_manager, held_by: Person 4}
      p05: {role: account_manager, held_by: Person 5}
      p06: {role: account_manager, held_by: Person 6}
      p07: {role: account_manager, held_by: Person 7}
      p08: {role: account_manager, held_by: Person 8}
      p09: {role: account_manager, held_by: Person 9}
      p10: {role: account_manager, held_by: Person 10}
      p11: {role: account_manager, held_by: Person 11}
      p12: {role: account_manager, held_by: Person 12}
      p13: {role: account_manager, held_by: Person 13}
      p14: {role: account_manager, held_by: Person 14}
      p15: {role: account_manager, held_by: Person 15}
      p16: {role: account_manager, held_by: Person 16}
      p17: {role: account_manager, held_by: Person 17}
      p18: {role: account_manager, held_by: Person 18}
      p19: {role: account_manager, held_by: Person 19}
    customers:
      acme: {managed_by: p00, deputy: p03, revenue: 20}
      nova: {managed_by: p01, deputy: p02, revenue: 80}
    ```
    """
    whole = sum(exact(customer.revenue) for customer in design.org.all(Customer))
    losses = design.continuity.people if len(design.graph.boxes) >= among else {}
    for person, loss in losses.items():
        if whole and 100 * loss.revenue > whole * exact(most):
            share = f"{float(loss.revenue / whole):.0%} of all revenue"
            who = f"{_named(design, person)}, holder of '{_position(design, person)}', leaves"
            yield _position(design, person), f"If {who}, {share} loses its cover."


@rule("CNT953", "info", origin=_DOMINATORS, needs=["positions.deputy", "positions.reports_to"])
def teams_without_anybody(design: RuleContext) -> Issues:
    """Every team has a deputy or a manager above when its manager leaves.

    The rule reports teams whose manager has no present deputy and nobody above who could stand in:
    teams of heads, and teams below vacancies. A team of one position is left out. The rule is
    silent where no position names a deputy.

    ```yaml bad
    positions:
      eve: {role: sales_director, held_by: Eve Long}
      ann: {role: sales_manager, held_by: Ann Lee, reports_to: eve, deputy: bob}
      bob: {role: sales_manager, held_by: Bob Ray, reports_to: eve}
    ```
    ```yaml good
    positions:
      eve: {role: sales_director, held_by: Eve Long, deputy: ann}
      ann: {role: sales_manager, held_by: Ann Lee, reports_to: eve}
      bob: {role: sales_manager, held_by: Bob Ray, reports_to: eve}
    ```
    """
    named = any(position.deputy for position in design.org.all(Position))
    for person, loss in design.continuity.people.items() if named else ():
        for team in loss.teams:
            if team.stand_in is None and len(team.reports) > 1:
                who = f"the {len(team.reports)} direct reports of '{team.manager}'"
                what = f"If {_named(design, person)} leaves, {who} have nobody above"
                yield team.manager, f"{what}, and no deputy."


@rule("CNT954", "info", origin=_DOMINATORS, needs=["territories", "positions.held_by"])
def territories_on_one_person(design: RuleContext, *, most: int = 3, times: float = 2.0) -> Issues:
    """No person is the only cover of more than 3 territories, or twice an equal share.

    When they leave, no other person and no deputy covers any of these territories. Where each
    person alone covers many small ones, only people with more than twice the average are reported.

    ```yaml bad
    territories:
      a: {where: {place: [IT]}}
      b: {where: {place: [FR]}}
      c: {where: {place: [DE]}}
      d: {where: {place: [PL]}}
      e: {where: {place: [ES]}}
      f: {where: {place: [PT]}}
      g: {where: {place: [SE]}}
    positions:
      rep: {role: sales_representative, held_by: Bob Ray, covers: [a, b, c, d, e]}
      kim: {role: sales_representative, held_by: Kim Lo, covers: [f]}
      joe: {role: sales_representative, held_by: Joe Kay, covers: [g]}
    ```
    ```yaml good
    territories:
      a: {where: {place: [IT]}}
      b: {where: {place: [FR]}}
      c: {where: {place: [DE]}}
    positions:
      rep: {role: sales_representative, held_by: Bob Ray, covers: [a, b, c]}
    ```
    """
    alone = {who: loss for who, loss in design.continuity.people.items() if loss.territories}
    whole = sum(len(loss.territories) for loss in alone.values())
    for person, loss in alone.items():
        if len(loss.territories) > max(most, times * whole / len(alone)):
            what = f"{len(loss.territories)} territories lose all cover: {listed(loss.territories)}"
            who = f"{_named(design, person)}, holder of '{_position(design, person)}', leaves"
            yield _position(design, person), f"If {who}, {what}."


@rule(
    "CNT955",
    "warning",
    origin="judgement: the successor needs the time",
    needs=["customers.tier", "positions.held_by"],
)
def deputy_without_time(design: RuleContext, *, most: float = 120.0) -> Issues:
    """A deputy has the capacity to take over the customers of a person who leaves.

    Their own workload and that of the customers together are at most 120% of their capacity. Only
    deputies who exceed the limit by taking over are reported; those who exceed it already are
    CAP701.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch, fte: 0.02}
    customers:
      acme: {tier: A, managed_by: ada, deputy: ben}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      acme: {tier: A, managed_by: ada, deputy: ben}
    ```
    """
    for each in design.handovers:
        taker, index = each.taker, each.index
        before = 100 * each.before / each.capacity if each.capacity else 0.0
        if taker is not None and index is not None and before <= most < 100 * index:
            what = f"{counted(len(each.customers), 'customer')} of {_named(design, each.person)}"
            load = f"a workload of {100 * index:,.0f}% of capacity, above the limit of {most:g}%"
            yield taker, f"Position '{taker}', with {what}, has {load}."


@rule("CNT956", "info", origin="judgement", needs=["positions.deputy | customers.deputy"])
def deputy_of_many(design: RuleContext, *, most: int = 5) -> Issues:
    """A position is deputy of at most 5 positions.

    A deputy of more positions is in fact a reserve for none. Positions whose customers name it as
    deputy count as well.

    ```yaml bad
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      a: {role: account_manager, deputy: ann}
      b: {role: account_manager, deputy: ann}
      c: {role: account_manager, deputy: ann}
      d: {role: account_manager, deputy: ann}
      e: {role: account_manager, deputy: ann}
      f: {role: account_manager, deputy: ann}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      a: {role: account_manager, deputy: ann}
      b: {role: account_manager, deputy: ann}
    ```
    """
    pairs = {(p.id, str(p.deputy)) for p in design.org.all(Position) if p.deputy}
    customers = [c for c in design.org.all(Customer) if c.deputy and c.managed_by]
    pairs |= {(str(customer.managed_by), str(customer.deputy)) for customer in customers}
    for id_, number in sorted(Counter(deputy for _, deputy in pairs).items()):
        position = design.org.get(Position, id_)
        if position is not None and number > most:
            yield (
                position,
                f"Position '{position}' is deputy of {number} positions; the limit is {most}.",
            )


@rule("CNT957", "info", origin="judgement", needs=["positions.deputy"])
def deputies_in_ring(design: RuleContext, *, least: int = 3) -> Issues:
    """Deputies do not stand in for each other in a loop of 3 or more.

    Two who stand in for each other are usual. In a longer loop each holiday moves work on, and two
    absences at once leave a position to a person who is away.

    ```yaml bad
    positions:
      a: {role: account_manager, held_by: Ann Lee, deputy: b}
      b: {role: account_manager, held_by: Bob Ray, deputy: c}
      c: {role: account_manager, held_by: Cid Poe, deputy: a}
    ```
    ```yaml good
    positions:
      a: {role: account_manager, held_by: Ann Lee, deputy: b}
      b: {role: account_manager, held_by: Bob Ray, deputy: a}
    ```
    """
    deputies = Hierarchy(design.org.all(Position), lambda position: position.deputy)
    for ring in deputies.loops:
        if len(ring) >= least:
            yield (
                ring[0],
                f"{len(ring):,} positions are each other's deputies in a loop: {listed(ring)}.",
            )


@rule(
    "CNT958",
    "info",
    origin="judgement: many positions depend on a coordinator",
    needs=["positions.coordinated_by", "positions.held_by"],
)
def inside_work_on_one_person(design: RuleContext, *, most: int = 6) -> Issues:
    """A coordinator of more than 6 positions has a deputy for the inside work.

    Orders stop when the only person who enters them is away. All positions of a person count
    together, except those with a deputy who is present and another person. SPN206 limits how many
    positions one coordinator helps.

    ```yaml bad
    positions:
      zoe: {role: sales_coordinator, held_by: Zoe Mir}
      a: {role: sales_representative, coordinated_by: zoe}
      b: {role: sales_representative, coordinated_by: zoe}
      c: {role: sales_representative, coordinated_by: zoe}
      d: {role: sales_representative, coordinated_by: zoe}
      e: {role: sales_representative, coordinated_by: zoe}
      f: {role: sales_representative, coordinated_by: zoe}
      g: {role: sales_representative, coordinated_by: zoe}
    ```
    ```yaml good
    positions:
      zoe: {role: sales_coordinator, held_by: Zoe Mir, deputy: kim}
      kim: {role: sales_coordinator, held_by: Kim Lo, deputy: zoe}
      a: {role: sales_representative, coordinated_by: zoe}
      b: {role: sales_representative, coordinated_by: zoe}
      c: {role: sales_representative, coordinated_by: zoe}
      d: {role: sales_representative, coordinated_by: kim}
      e: {role: sales_representative, coordinated_by: kim}
      f: {role: sales_representative, coordinated_by: kim}
      g: {role: sales_representative, coordinated_by: kim}
    ```
    """
    for positions in design.graph.boxes.values():
        alone = [position for position in positions if not _has_deputy(design, position)]
        helped = {each.id for position in alone for each in design.graph.coordinated_by(position)}
        if len(helped) > most:
            first = min((p for p in alone if design.graph.coordinated_by(p)), key=str)
            who = f"'{design.known.name_of(first)}', holder of '{first}', leaves"
            what = f"{len(helped):,} positions lose their inside work: {listed(helped)}"
            yield first, f"If {who}, {what}."


def _has_deputy(design: RuleContext, position: Position) -> bool:
    deputy = design.org.get(Position, position.deputy)
    return deputy is not None and not deputy.vacant and deputy.held_by != position.held_by
