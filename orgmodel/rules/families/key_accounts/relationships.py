"""Relationships with key accounts: KEY518 to KEY520."""

from orgmodel.measures import PEOPLE
from orgmodel.model import Contact, Customer, Position
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted


def holder_of(design: RuleContext, contact: Contact) -> Position | None:
    """Return the held position that knows a contact."""
    position = design.org.get(Position, contact.known_by)
    return None if position is None or position.vacant else position


@rule(
    "KEY518",
    "warning",
    origin="Millman and Wilson 1995, stages; 1, 2, 3 and 3 people are a judgement",
    needs=["customers.stage"],
)
def relation_too_narrow(
    design: RuleContext,
    *,
    early: int = PEOPLE["early"],
    mid: int = PEOPLE["mid"],
    partnership: int = PEOPLE["partnership"],
    synergistic: int = PEOPLE["synergistic"],
) -> Issues:
    """The number of people who know each other on both sides fits the stage of the relationship.

    In the early stage 1 and 1 is enough (a bow-tie); from the mid stage on it takes 2 and 2, and
    partners know each other in every function, as a diamond of 3 and 3 or more. The rule counts
    people on our side who know a contact, and contacts whom they know. Customers without a stage
    are left out.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme:
        key_account: true
        stage: mid
        managed_by: ada
        contacts:
          - {name: Jo Hill, role: purchasing, known_by: ada}
          - {name: Max Orr, role: technical, known_by: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      tom: {role: territory_manager, held_by: Tom Berg}
    customers:
      acme:
        key_account: true
        stage: mid
        managed_by: ada
        contacts:
          - {name: Jo Hill, role: purchasing, known_by: ada}
          - {name: Max Orr, role: technical, known_by: tom}
    ```
    """
    required = {"early": early, "mid": mid, "partnership": partnership, "synergistic": synergistic}
    for customer in design.org.all(Customer):
        each = required.get(customer.stage or "", 0)
        holders = [holder_of(design, contact) for contact in customer.contacts if each]
        theirs = [holder for holder in holders if holder is not None]
        ours = {str(holder.held_by) for holder in theirs}
        if min(len(ours), len(theirs)) < each:
            people = "1 person knows" if len(ours) == 1 else f"{len(ours)} people know"
            what = f"{people} {counted(len(theirs), 'contact')} at customer '{customer}'"
            stage = f"stage '{customer.stage}' requires {each} and {each}"
            yield customer, f"{what}; {stage}."


@rule(
    "KEY519",
    "info",
    origin="Cheverton, McDonald: levels meet their peers; the norm is a judgement",
    needs=["customers.key_account"],
)
def executive_known_below(design: RuleContext) -> Issues:
    """Executives at key accounts are known by a manager.

    Executives talk to their peers. The rule reports contacts with the role executive who are known
    only by positions that lead nobody.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme:
        key_account: true
        managed_by: ada
        contacts:
          - {name: Lea Poe, role: executive, known_by: ada}
    ```
    ```yaml good
    positions:
      eve: {role: sales_director, held_by: Eve Long}
      ada: {role: account_manager, held_by: Ada Rossi, reports_to: eve}
    customers:
      acme:
        key_account: true
        managed_by: ada
        contacts:
          - {name: Lea Poe, role: executive, known_by: eve}
    ```
    """
    for customer in design.key_accounts:
        heads = [c for c in customer.contacts if c.role == "executive"]
        known = [(c.name, holder_of(design, c)) for c in heads]
        low = [name for name, holder in known if holder and not _leads(design, holder)]
        if low and len(low) == sum(holder is not None for _, holder in known):
            yield (
                customer,
                f"No manager knows {listed(low)}, executive at key account '{customer}'.",
            )


def _leads(design: RuleContext, position: Position) -> bool:
    role = design.role_of(position)
    return role is None or role.manages_people


@rule(
    "KEY520",
    "info",
    origin="Millman and Wilson 1995: stages of the relationship",
    needs=["customers.key_account", "customers.stage"],
)
def key_account_without_stage(design: RuleContext) -> Issues:
    """Every key account has a stage if any customer has one.

    Without it, the breadth of the relationship cannot be assessed. All such key accounts are one
    finding.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, stage: pre, managed_by: ada}
      nova: {key_account: true, managed_by: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, stage: pre, managed_by: ada}
      nova: {managed_by: ada}
    ```
    """
    without = [customer for customer in design.key_accounts if customer.stage is None]
    if without and any(customer.stage for customer in design.org.all(Customer)):
        share = f"{len(without):,} of {len(design.key_accounts):,} key accounts"
        yield None, f"{share} have no stage of the relationship: {listed(without)}."
