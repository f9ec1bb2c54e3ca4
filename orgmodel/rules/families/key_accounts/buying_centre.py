"""Who decides at key accounts, and who of ours knows them: KEY505 to KEY507."""

from orgmodel.model import Customer, Position
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import by_revenue, foremost, listed, worth
from orgmodel.rules.core.rule import rule
from orgmodel.rules.families.key_accounts.relationships import holder_of

_CENTRE = ("purchasing", "technical", "executive")


@rule(
    "KEY505",
    "warning",
    origin="Webster and Wind 1972: the buying centre; the three roles by definition",
    needs=["customers.key_account"],
)
def buying_role_unknown(design: RuleContext, *, roles: tuple[str, ...] = _CENTRE) -> Issues:
    """Of a key account somebody in each role of the buying centre should be known.

    Key accounts buy through purchasing officials, technical decision makers and senior executives
    together; one who is not known can stop a contract. Which roles are asked for is an option.
    Where no key account has any contact, it is one finding.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme:
        key_account: true
        managed_by: ada
        contacts:
          - {name: Jo Hill, role: purchasing, known_by: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme:
        key_account: true
        managed_by: ada
        contacts:
          - {name: Jo Hill, role: purchasing, known_by: ada}
          - {name: Max Orr, role: technical, known_by: ada}
          - {name: Lea Poe, role: executive, known_by: ada}
    ```
    """
    everyone, wanted = design.key_accounts, set(roles)
    if sum(bool(customer.contacts) for customer in everyone) or len(everyone) == 1:
        for customer in everyone:
            unknown = wanted - {contact.role for contact in customer.contacts}
            if unknown:
                known = f"{len(wanted) - len(unknown)} of {len(wanted)} roles in the buying centre"
                what = f"We know {known} of key account '{customer}'"
                yield customer, f"{what}; missing: {listed(unknown)}."
    elif everyone:
        yield None, f"None of {len(everyone):,} key accounts has a contact in its buying centre."


@rule(
    "KEY506",
    "warning",
    origin="definition of a buying centre: somebody of ours holds each relation",
    needs=["customers.key_account"],
)
def unknown_contact(design: RuleContext, *, most: int = 20) -> Issues:
    """Every contact at a key account should be known by somebody of ours.

    A name in a file is no relation. Whoever holds it is named in known_by; a vacant position knows
    nobody. All such contacts of a key account are one finding; the 20 with the most revenue are
    told one by one. Where no contact names anybody of ours, it is one finding.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme:
        key_account: true
        managed_by: ada
        contacts:
          - {name: Jo Hill, role: purchasing}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme:
        key_account: true
        managed_by: ada
        contacts:
          - {name: Jo Hill, role: purchasing, known_by: ada}
    ```
    """
    everyone = [customer for customer in design.key_accounts if customer.contacts]
    if len(everyone) > 1 and not any(c.known_by for who in everyone for c in who.contacts):
        number = sum(len(customer.contacts) for customer in everyone)
        yield None, f"Nobody of ours is said to know any of {number:,} contacts at key accounts."
        return
    issues = [
        (c, f"Nobody of ours knows {len(names)} of {len(c.contacts)} contacts at {at}.")
        for c, names in ((c, _strangers(design, c)) for c in by_revenue(everyone))
        for at in [f"key account '{c}': {listed(names)}"]
        if names
    ]
    yield from foremost(issues, most, "key accounts have contacts that nobody knows")


def _strangers(design: RuleContext, customer: Customer) -> list[str]:
    return [c.name for c in customer.contacts if holder_of(design, c) is None]


@rule(
    "KEY507",
    "warning",
    origin="judgement; practitioners link poor transitions to churn",
    needs=["customers.key_account"],
)
def key_account_on_one_person(design: RuleContext) -> Issues:
    """A key account should not hang on one person.

    Everyone of ours on the account, be it as manager, deputy, sponsor or specialist, or as the one
    who knows a contact, is the same person; when they leave, all relations go. The finding names
    the person and the revenue. Where nothing but an account manager is on record, KEY502 says what
    is missing, and this rule is silent.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme:
        key_account: true
        revenue: 2400000
        managed_by: ada
        contacts:
          - {name: Jo Hill, role: purchasing, known_by: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      acme:
        key_account: true
        revenue: 2400000
        managed_by: ada
        deputy: ben
        contacts:
          - {name: Jo Hill, role: purchasing, known_by: ada}
    ```
    """
    for customer in design.key_accounts:
        ours = _ours(design, customer)
        people = {str(position.held_by): position for position in ours}
        if len(people) == 1 and len(ours) > 1:
            name = design.known.name_of(next(iter(people.values())))
            stake = f"if '{name}' leaves, {worth(design, [customer])} is at stake"
            yield customer, f"Key account '{customer}' hangs on 1 person: {stake}."


def _ours(design: RuleContext, customer: Customer) -> list[Position]:
    """Return the held position behind every relation that is on record, one by one."""
    team = [m.position for m in design.team_of(customer) if not m.position.vacant]
    known = [holder_of(design, contact) for contact in customer.contacts]
    return [*team, *(position for position in known if position is not None)]
