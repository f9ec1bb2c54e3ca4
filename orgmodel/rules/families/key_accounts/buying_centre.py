"""The buying centre of key accounts: KEY505 to KEY507."""

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
    """Every role in the buying centre of a key account has a known contact.

    Key accounts buy through purchasing officials, technical decision makers and senior executives
    together; any of them can stop a contract. The roles are an option. Where no key account has any
    contact, it is one finding.

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
    everyone, required = design.key_accounts, set(roles)
    if sum(bool(customer.contacts) for customer in everyone) or len(everyone) == 1:
        for customer in everyone:
            unknown = required - {contact.role for contact in customer.contacts}
            if unknown:
                known = f"{len(required) - len(unknown)} of {len(required)} buying-centre roles"
                what = f"Key account '{customer}' has a contact in {known}"
                yield customer, f"{what}; missing: {listed(unknown)}."
    elif everyone:
        yield None, f"None of {len(everyone):,} key accounts has a contact in its buying centre."


@rule(
    "KEY506",
    "warning",
    origin="definition of a buying centre: every relationship has a holder",
    needs=["customers.key_account"],
)
def unknown_contact(design: RuleContext, *, most: int = 20) -> Issues:
    """Every contact at a key account is known by a position that is filled.

    A name in a file is not a relationship. Name the position in known_by; a vacant position knows
    nobody. All such contacts of a key account are one finding; the 20 with the most revenue are
    listed. Where no contact has a known_by, it is one finding.

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
        yield None, f"None of {number:,} contacts at key accounts has a known_by."
        return
    issues = [
        (c, f"Nobody knows {len(names)} of {len(c.contacts)} contacts at key account '{c}': {who}.")
        for c, names in ((c, _unknown_contacts(design, c)) for c in by_revenue(everyone))
        for who in [listed(names)]
        if names
    ]
    yield from foremost(issues, most, "key accounts have contacts that nobody knows")


def _unknown_contacts(design: RuleContext, customer: Customer) -> list[str]:
    return [c.name for c in customer.contacts if holder_of(design, c) is None]


@rule(
    "KEY507",
    "warning",
    origin="judgement; practitioners link poor transitions to churn",
    needs=["customers.key_account"],
)
def key_account_on_one_person(design: RuleContext) -> Issues:
    """No key account depends on a single person.

    Every position on the account, as manager, deputy, sponsor or specialist, and every one that
    knows a contact, is held by the same person; when they leave, all relationships go. The finding
    names the person and the revenue. Where only an account manager is on record, KEY502 reports it,
    and this rule is silent.

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
        related = _related(design, customer)
        people = {str(position.held_by): position for position in related}
        if len(people) == 1 and len(related) > 1:
            name = design.known.name_of(next(iter(people.values())))
            stake = f"if '{name}' leaves, {worth(design, [customer])} is at stake"
            yield customer, f"Key account '{customer}' depends on 1 person: {stake}."


def _related(design: RuleContext, customer: Customer) -> list[Position]:
    """Return the filled position behind every relationship on record, one by one."""
    team = [m.position for m in design.team_of(customer) if not m.position.vacant]
    known = [holder_of(design, contact) for contact in customer.contacts]
    return [*team, *(position for position in known if position is not None)]
