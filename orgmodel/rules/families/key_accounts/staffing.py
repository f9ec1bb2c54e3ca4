"""Staffing of key accounts: KEY501 to KEY504, KEY508 and KEY510."""

from orgmodel.model import AccountPlan, Customer, Position
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import Fix, offered
from orgmodel.rules.core.fixes import only, put
from orgmodel.rules.core.phrases import alike, by_revenue, foremost_of, listed, worth
from orgmodel.rules.core.rule import rule


@rule(
    "KEY501",
    "error",
    origin="definition of a key account: it has a named account manager",
    needs=["customers.key_account"],
    fix="offered",
)
def key_account_without_manager(design: RuleContext) -> Issues:
    """Every key account has an account manager by name.

    The role of an account manager attaches by named account: one person answers for revenue and
    profit of this customer everywhere. Any owner is sufficient for a prospect, which account
    managers cannot have, and where the role is not known.

    ```yaml bad
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    customers:
      acme: {key_account: true, place: IT-21}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, managed_by: ada}
    ```
    """
    for customer in design.key_accounts:
        owners = design.on_account(customer, "owner")
        roles = {role.attaches_by for p in owners if (role := design.role_of(p))}
        fit = customer.status == "prospect" or not roles or "named account" in roles
        if not owners:
            message = f"Key account '{customer}' has no account manager by name."
            yield customer, message, _only_candidate(design, customer, "managed_by")
        elif not fit:
            what = f"{listed(owners)} attaches by {' or '.join(sorted(map(str, roles)))}"
            yield customer, f"Key account '{customer}' has no account manager: {what}."


@rule(
    "KEY502",
    "warning",
    origin="judgement; practitioners link poor transitions to churn",
    needs=["customers.key_account"],
    fix="offered",
)
def key_account_without_deputy(design: RuleContext, *, most: int = 20) -> Issues:
    """Every key account has a deputy.

    When the account manager leaves or falls ill, somebody else knows the customer. Name the deputy
    on the customer, in an assignment, or on the account manager's position. The 20 with the most
    revenue are listed.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, managed_by: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      acme: {key_account: true, managed_by: ada, deputy: ben}
    ```
    """
    yield from foremost_of(
        [c for c in by_revenue(design.key_accounts) if not _deputies(design, c)],
        lambda customer: f"Key account '{customer}' has no deputy.",
        most,
        "key accounts have no deputy",
        lambda customer: _only_candidate(design, customer, "deputy"),
    )


def _only_candidate(design: RuleContext, customer: Customer, field: str) -> Fix | None:
    """Return the fix that puts the only account manager who is free into a field."""
    people = {owner.held_by for owner in design.on_account(customer, "owner")}
    free = [
        position
        for position, role in design.roled
        if role.attaches_by == "named account" and position.held_by not in {None, *people}
    ]
    candidate = only(free) if getattr(customer, field) is None else None
    return offered(put(design, customer, **{field: candidate.id}) if candidate else None)


def _deputies(design: RuleContext, customer: Customer) -> tuple[Position, ...]:
    """Return who takes over from the account manager: named on the account, else beside them."""
    owners = design.on_account(customer, "owner")
    theirs = (design.org.get(Position, owner.deputy) for owner in owners)
    return design.on_account(customer, "deputy") or tuple(p for p in theirs if p is not None)


@rule(
    "KEY503",
    "warning",
    origin="judgement: a deputy is another person, and present",
    needs=["customers.key_account"],
)
def key_account_deputy_no_help(design: RuleContext) -> Issues:
    """The deputy of a key account is filled, and not by its account manager.

    A vacant position takes over nothing, and the same person in another position leaves at the same
    time.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager}
    customers:
      acme: {key_account: true, managed_by: ada, deputy: ben}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      acme: {key_account: true, managed_by: ada, deputy: ben}
    ```
    """
    for customer in design.key_accounts:
        owners = {p.held_by for p in design.on_account(customer, "owner")}
        deputies = _deputies(design, customer)
        if deputies and not any(p.held_by and p.held_by not in owners for p in deputies):
            what = "is vacant" if all(p.vacant for p in deputies) else "is its account manager"
            yield customer, f"The deputy of key account '{customer}', {listed(deputies)}, {what}."


@rule(
    "KEY504",
    "warning",
    origin="definition of the role: an account manager owns an account plan",
    needs=["customers.key_account"],
)
def key_account_without_plan(design: RuleContext) -> Issues:
    """Every key account has an account plan.

    It sets the target revenue by product and what the company does to strengthen the relationship.
    Where no key account has one, it is one finding.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, managed_by: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, managed_by: ada}
    account_plans:
      acme-2026: {customer: acme, owner: ada, targets: {pumps: 500000}}
    ```
    """
    planned = {str(plan.customer) for plan in design.org.all(AccountPlan)}
    everyone = design.key_accounts
    issues = [
        (c, f"Key account '{c}' has no account plan.") for c in everyone if c.id not in planned
    ]
    yield from alike(issues, len(everyone), f"None of {len(everyone):,} key accounts has a plan.")


@rule(
    "KEY508",
    "info",
    origin="Millman and Wilson 1995: contacts at all levels; a judgement",
    needs=["customers.key_account"],
)
def key_account_without_sponsor(design: RuleContext) -> Issues:
    """Every key account has an executive sponsor.

    The customer's executives talk to somebody of their own level. Assign the sponsor with the role
    "executive sponsor". Where no key account has one, it is one finding.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, managed_by: ada}
    ```
    ```yaml good
    positions:
      ceo: {role: executive, held_by: Eve Long}
      ada: {role: account_manager, held_by: Ada Rossi, reports_to: ceo}
    customers:
      acme: {key_account: true, managed_by: ada}
    assignments:
      a1: {customer: acme, position: ceo, role: executive sponsor}
    ```
    """
    everyone = design.key_accounts
    issues = [
        (customer, f"Key account '{customer}' has no executive sponsor.")
        for customer in everyone
        if not design.on_account(customer, "executive sponsor")
    ]
    yield from alike(
        issues, len(everyone), f"None of {len(everyone):,} key accounts has a sponsor."
    )


@rule(
    "KEY510",
    "error",
    origin="Salesforce practice: assignments survive who left",
    needs=["customers.key_account"],
)
def key_account_manager_vacant(design: RuleContext) -> Issues:
    """The account manager of every key account is present.

    Until the position is filled nobody works the account, nor while its holder is on leave without
    a stand-in. The finding names who stands in.

    ```yaml bad
    positions:
      ada: {role: account_manager}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      acme: {key_account: true, managed_by: ada, deputy: ben}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      acme: {key_account: true, managed_by: ada, deputy: ben}
    ```
    """
    for customer in design.key_accounts:
        owners = design.on_account(customer, "owner")
        cover = design.coverage.of(customer)
        stood_in = cover.leave is not None and cover.state == "covered"
        if owners and not stood_in and not any(map(design.graph.present, owners)):
            who = f"'{cover.stand_in}' stands in" if cover.stand_in else "nobody stands in"
            what = f"key account '{customer}' ({worth(design, [customer])}), {listed(owners)}"
            away = "is vacant" if all(owner.vacant for owner in owners) else "is on leave"
            yield customer, f"The account manager of {what}, {away}; {who}."
