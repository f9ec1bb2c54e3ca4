"""Coverage and credit of customers: CUS401 to CUS405 and CUS408."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from orgmodel.cover import Cover
from orgmodel.model import Assignment, Customer, Position, Territory, exact
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import offered
from orgmodel.rules.core.fixes import drop
from orgmodel.rules.core.phrases import foremost, listed, stake_of
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted


def _by_revenue(covers: Iterable[Cover]) -> list[Cover]:
    return sorted(covers, key=lambda c: (-exact(c.customer.revenue), c.customer.id))


def _unfit(cover: Cover) -> bool:
    """Return whether something matches a prospect, but nobody there wins new business."""
    return any(c.verdict == "wins no new business" for c in cover.candidates)


@rule(
    "CUS401",
    "error",
    origin="Varicent, Fullcast, Oracle: no account without territory or owner",
    needs=["customers"],
)
def uncovered_customer(design: RuleContext, *, most: int = 20) -> Issues:
    """Every customer is covered.

    A customer is covered by a position that it names or that covers its territory. There is one
    finding per customer; the 20 with the most revenue are listed, the others counted. Territories
    that nobody covers are TER301 with their customers, prospects that match only roles that win no
    new business are CUS403, and vacant positions CUS402. Where the design attaches no customer to
    anybody, it is one finding.

    ```yaml bad
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    customers:
      acme: {place: FR-75}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    customers:
      acme: {place: IT-21}
    ```
    """
    lost = [c for c in design.covers if c.winner is None and not _unfit(c)]
    if len(lost) == len(design.covers) > 1 and not design.org.all(Territory):
        yield None, f"None of {len(lost):,} customers is attached to a position or a territory."
        return
    issues = [
        (c.customer, f"Customer '{c.customer}' is covered by nobody: {_why(c)}.")
        for c in _by_revenue(lost)
    ]
    yield from foremost(issues, most, "customers are covered by nobody")


def _why(cover: Cover) -> str:
    customer = cover.customer
    excluded = [c.territory for c in cover.candidates if c.verdict == "excluded"]
    if excluded:
        return f"it is excluded from {listed(excluded)}, and no other territory matches it"
    overlays = [c.territory for c in cover.candidates if c.verdict == "supports"]
    if overlays:
        return f"only overlays match it, {listed(overlays)}, and they only support an owner"
    if customer.managed_by:
        return f"its account manager '{customer.managed_by}' does not exist"
    place = f" (place {customer.place})" if customer.place else ""
    return f"it names no account manager, and no territory matches it{place}"


@rule(
    "CUS402",
    "warning",
    origin="Salesforce practice: assignments survive who left",
    needs=["customers"],
)
def customers_of_vacancy(design: RuleContext) -> Issues:
    """Customers are covered by a position that is filled.

    A vacancy covers nobody, nor does a holder on leave without a stand-in. All customers of such a
    position are one finding, which names who stands in. Key accounts are KEY510, and customers of a
    territory that only vacant positions cover are TER302.

    ```yaml bad
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      rep: {role: sales_representative, reports_to: ann}
    customers:
      acme: {managed_by: rep}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      rep: {role: sales_representative, reports_to: ann, held_by: Bob Ray}
    customers:
      acme: {managed_by: rep}
    ```
    """
    found: dict[str, list[Cover]] = defaultdict(list)
    for cover in design.covers:
        if cover.position is not None and cover.state == "vacant" and not _other(design, cover):
            found[cover.position.id].append(cover)
    for id_, covers in found.items():
        customers = [cover.customer for cover in covers]
        who = listed({cover.stand_in.id for cover in covers if cover.stand_in}) or "nobody"
        what = stake_of(design, customers)
        about = design.org.get(Position, id_)
        position = f"Position '{id_}' on leave" if covers[0].leave else f"Vacant position '{id_}'"
        yield about, f"{position} has {what}; {who} stands in."


def _other(design: RuleContext, cover: Cover) -> bool:
    """Return whether the vacancy is a finding about the key account, or the whole territory."""
    if cover.territory is None:
        return cover.customer.key_account
    return all(position.vacant for position in design.fronts[cover.territory.id])


@rule(
    "CUS403",
    "error",
    origin="contract of the roles: prospects belong to roles that win new business",
    needs=["customers.status"],
)
def prospect_without_hunter(design: RuleContext, *, most: int = 20) -> Issues:
    """A prospect is covered by a position that wins new business.

    It matches an account manager or a territory, but no position there may have prospects. The 20
    with the most revenue are listed.

    ```yaml bad
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      ann: {role: sales_manager, covers: [north]}
    customers:
      nova: {status: prospect, place: IT-21}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    customers:
      nova: {status: prospect, place: IT-21}
    ```
    """
    lost = _by_revenue(c for c in design.covers if c.winner is None and _unfit(c))
    for_each = ((c, [f for f in c.candidates if f.verdict == "wins no new business"]) for c in lost)
    issues = [
        (c.customer, f"Prospect '{c.customer}' matches {where}, where nobody wins new business.")
        for c, unfit in for_each
        for where in [listed(f.territory or f.posts[0] for f in unfit)]
    ]
    yield from foremost(issues, most, "prospects match no position that wins new business")


@rule(
    "CUS404",
    "error",
    origin="Varicent coin sort: an account is sorted once, to one owner",
    needs=["assignments"],
)
def two_owners(design: RuleContext) -> Issues:
    """A customer has one owner on any day.

    The deputy, sponsor and specialists have roles of their own. A temporary stand-in does not
    count. Owners who share the credit are intended: ACC609 and CUS405 check their shares.

    ```yaml bad
    positions:
      ada: {role: account_manager}
      ben: {role: account_manager}
    customers:
      acme: {managed_by: ada}
    assignments:
      a1: {customer: acme, position: ben, role: owner}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager}
      ben: {role: account_manager}
    customers:
      acme: {managed_by: ada}
    assignments:
      a1: {customer: acme, position: ben, role: deputy}
    ```
    """
    for customer in design.org.all(Customer):
        team = design.team_of(customer) if customer.id in design.assigned else ()
        lasting = [m for m in team if m.assignment is None or not m.assignment.temporary]
        owners = {m.position.id for m in lasting if m.role == "owner"}
        split = any(m.assignment and m.assignment.share for m in lasting if m.role == "owner")
        if len(owners) > 1 and not split:
            yield (
                customer,
                f"Customer '{customer}' has {len(owners)} owners instead of 1: {listed(owners)}.",
            )


@rule(
    "CUS405",
    "error",
    origin="ERPNext customer.py; Salesforce OpportunitySplit: 100% in all",
    needs=["assignments.share"],
)
def credit_not_whole(design: RuleContext) -> Issues:
    """The shares of credit for a customer add up to 100%.

    Less leaves revenue that counts for nobody, more counts some of it twice. Specialists are left
    out: their credit is an overlay and comes on top. The rule is silent where no share is given.

    ```yaml bad
    positions:
      ada: {role: account_manager}
      ben: {role: account_manager}
    customers:
      acme: {}
    assignments:
      a1: {customer: acme, position: ada, share: 60}
      a2: {customer: acme, position: ben, role: deputy, share: 30}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager}
      ben: {role: account_manager}
    customers:
      acme: {}
    assignments:
      a1: {customer: acme, position: ada, share: 60}
      a2: {customer: acme, position: ben, role: deputy, share: 40}
    ```
    """
    shares: dict[str, list[Decimal]] = defaultdict(list)
    for a in design.org.all(Assignment):
        if a.share is not None and a.role != "specialist" and a.on(design.day):
            shares[str(a.customer)].append(exact(a.share))
    for id_, given in shares.items():
        total, customer = sum(given, Decimal(0)), design.org.get(Customer, id_)
        if customer is not None and abs(total - 100) > _TOLERANCE:
            what = f"its shares of credit ({len(given)}) add up to {total:,f}% instead of 100%"
            yield customer, f"Customer '{customer}': {what}."


_TOLERANCE = Decimal("0.05")
"""Per cent; three thirds written as 33.33 make a whole."""


@rule(
    "CUS408",
    "error",
    origin="Salesforce Territory2ObjectExclusion: an exclusion beats a name",
    needs=["customers.excluded_from"],
    fix="offered",
)
def named_and_excluded(design: RuleContext) -> Issues:
    """No customer is named into a territory that it is excluded from.

    The exclusion wins, so the name has no effect.

    ```yaml bad
    territories:
      north: {}
    positions:
      rep: {role: sales_representative, covers: [north]}
    customers:
      acme: {territories: [north], excluded_from: [north], managed_by: rep}
    ```
    ```yaml good
    territories:
      north: {}
    positions:
      rep: {role: sales_representative, covers: [north]}
    customers:
      acme: {territories: [north]}
    ```
    """
    for customer in design.org.all(Customer):
        both = {*customer.territories} & {*customer.excluded_from}
        if both:
            what = f"{counted(len(both), 'territory')} that it is excluded from: {listed(both)}"
            gone = drop(design, customer, "territories", both)
            yield customer, f"Customer '{customer}' is named into {what}.", offered(gone)
