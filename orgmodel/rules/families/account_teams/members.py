"""Members of account teams and their credit: ACC601 to ACC605."""

from collections import Counter, defaultdict
from decimal import Decimal

from orgmodel.model import Assignment, Customer, Position, exact
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import offered
from orgmodel.rules.core.fixes import put, remove_duplicates
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted


@rule(
    "ACC601",
    "warning",
    origin="Salesforce: overlay splits may exceed 100%; the limit is a judgement",
    needs=["assignments.share"],
)
def overlay_credit_high(design: RuleContext, *, most: float = 100.0) -> Issues:
    """The overlay credit for a customer is at most 100%.

    Specialists' shares come on top of the owners'. Where they add up to more than the revenue
    itself, every sale is paid more than twice.

    ```yaml bad
    positions:
      ada: {role: account_manager}
      sam: {role: sales_specialist}
      sue: {role: sales_specialist}
    customers:
      acme: {managed_by: ada}
    assignments:
      a1: {customer: acme, position: sam, role: specialist, share: 60}
      a2: {customer: acme, position: sue, role: specialist, share: 60}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager}
      sam: {role: sales_specialist}
      sue: {role: sales_specialist}
    customers:
      acme: {managed_by: ada}
    assignments:
      a1: {customer: acme, position: sam, role: specialist, share: 50}
      a2: {customer: acme, position: sue, role: specialist, share: 50}
    ```
    """
    shares: dict[str, Decimal] = defaultdict(Decimal)
    for each in design.org.all(Assignment):
        if each.role == "specialist" and each.share is not None and each.on(design.day):
            shares[str(each.customer)] += exact(each.share)
    for id_, total in shares.items():
        customer = design.org.get(Customer, id_)
        if customer is not None and total > exact(most):
            what = f"add up to {total.normalize():,f}%, above the limit of {most:g}%"
            yield customer, f"The overlay credits for customer '{customer}' {what}."


@rule(
    "ACC602",
    "warning",
    origin="judgement: a deputy is somebody else",
    needs=["customers"],
    fix="offered",
)
def deputy_is_owner(design: RuleContext) -> Issues:
    """The deputy of a customer is another person than its owner.

    The same person in both roles leaves the customer alone when they leave. Key accounts are
    KEY503.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada, deputy: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      acme: {managed_by: ada, deputy: ben}
    ```
    """
    for customer in design.org.all(Customer):
        deputies = () if customer.key_account else design.on_account(customer, "deputy")
        owners = design.on_account(customer, "owner") if deputies else ()
        people = {owner.held_by or owner.id for owner in owners}
        if deputies and all((deputy.held_by or deputy.id) in people for deputy in deputies):
            message = f"Customer '{customer}' has its owner as deputy: {listed(deputies)}."
            named = customer.deputy is not None and len(deputies) == 1
            yield customer, message, offered(put(design, customer, deputy=None) if named else None)


@rule("ACC603", "warning", origin="judgement", needs=["assignments"], fix="safe")
def assigned_twice(design: RuleContext) -> Issues:
    """A position is assigned to an account once per role.

    A duplicate is changed in one place and forgotten in the other. Owners may be assigned besides
    being named on the customer if that gives them a share.

    ```yaml bad
    positions:
      ada: {role: account_manager}
      ben: {role: account_manager}
    customers:
      acme: {managed_by: ada}
    assignments:
      a1: {customer: acme, position: ben, role: deputy}
      a2: {customer: acme, position: ben, role: deputy}
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
    parts: dict[tuple[str, str, str], list[Assignment]] = defaultdict(list)
    for each in design.org.all(Assignment):
        if each.on(design.day):
            parts[str(each.customer), str(each.position), each.role].append(each)
    for (id_, position, part), same in parts.items():
        if len(same) > 1:
            what = f"is assigned to customer '{id_}' as {part} {len(same)} times"
            message = f"Position '{position}' {what}: {listed(same)}."
            yield min(same, key=str), message, remove_duplicates(design, same)


@rule("ACC604", "info", origin="judgement", needs=["assignments"])
def crowded_team(design: RuleContext, *, most: int = 12) -> Issues:
    """An account team has at most 12 members.

    With more, it is unclear who speaks for the company.

    ```yaml bad
    positions:
      p1: {}
      p2: {}
      p3: {}
      p4: {}
      p5: {}
      p6: {}
      p7: {}
      p8: {}
      p9: {}
      p10: {}
      p11: {}
      p12: {}
      p13: {}
    customers:
      acme: {managed_by: p1}
    assignments:
      a2: {customer: acme, position: p2, role: specialist}
      a3: {customer: acme, position: p3, role: specialist}
      a4: {customer: acme, position: p4, role: specialist}
      a5: {customer: acme, position: p5, role: specialist}
      a6: {customer: acme, position: p6, role: specialist}
      a7: {customer: acme, position: p7, role: specialist}
      a8: {customer: acme, position: p8, role: specialist}
      a9: {customer: acme, position: p9, role: specialist}
      a10: {customer: acme, position: p10, role: specialist}
      a11: {customer: acme, position: p11, role: specialist}
      a12: {customer: acme, position: p12, role: specialist}
      a13: {customer: acme, position: p13, role: specialist}
    ```
    ```yaml good
    positions:
      p1: {}
      p2: {}
    customers:
      acme: {managed_by: p1}
    assignments:
      a2: {customer: acme, position: p2, role: specialist}
    ```
    """
    for customer in design.org.all(Customer):
        team = design.team_of(customer) if customer.id in design.assigned else ()
        members = {member.position.id for member in team}
        if len(members) > most:
            what = f"has {len(members)} members, above the limit of {most}"
            yield customer, f"The account team of customer '{customer}' {what}."


@rule("ACC605", "warning", origin="Varicent: credit follows a seller", needs=["assignments.share"])
def credit_of_vacancy(design: RuleContext) -> Issues:
    """Credit for a customer goes to a position that is filled.

    A vacant position earns nothing, and its share counts for nobody. All shares of one position are
    one finding.

    ```yaml bad
    positions:
      ada: {role: account_manager}
    customers:
      acme: {}
    assignments:
      a1: {customer: acme, position: ada, share: 100}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {}
    assignments:
      a1: {customer: acme, position: ada, share: 100}
    ```
    """
    shared = [a for a in design.org.all(Assignment) if a.share is not None and a.on(design.day)]
    numbers = Counter(str(each.position) for each in shared)
    for id_, number in numbers.items():
        position = design.org.get(Position, id_)
        if position is not None and position.vacant:
            what = f"has credit for {counted(number, 'customer')}"
            yield position, f"Vacant position '{position}' {what}; nobody earns it."
