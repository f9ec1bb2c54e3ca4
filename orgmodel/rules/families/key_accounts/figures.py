"""Plans, figures and number of key accounts: KEY509 and KEY511 to KEY517."""

from collections import defaultdict
from decimal import Decimal

from orgmodel.model import AccountPlan, Customer, Position, exact
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import offered
from orgmodel.rules.core.fixes import only, put, remove_duplicates
from orgmodel.rules.core.phrases import alike, foremost, listed
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted


@rule(
    "KEY512",
    "warning",
    origin="definition of the role: an account manager owns an account plan",
    needs=["account_plans"],
    fix="offered",
)
def account_plan_of_stranger(design: RuleContext) -> Issues:
    """An account plan is owned by a member of the account team, or by their manager.

    Nobody else can carry out what the plan promises.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      acme: {managed_by: ada}
    account_plans:
      p: {customer: acme, owner: ben}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada}
    account_plans:
      p: {customer: acme, owner: ada}
    ```
    """
    for plan in design.org.all(AccountPlan):
        customer = design.org.get(Customer, plan.customer)
        owner = design.org.get(Position, plan.owner)
        team = [m.position for m in design.team_of(customer)] if customer else []
        near = [p for p in team if owner and (p.id == owner.id or design.nesting.above(owner, p))]
        if owner is not None and team and not near:
            members = {position.id for position in team}
            what = f"is owned by '{owner}', but the account team is {listed(members)}"
            fix = offered(put(design, plan, owner=only(members)) if only(members) else None)
            yield plan, f"Account plan '{plan}' of '{customer}' {what}.", fix


@rule("KEY513", "warning", origin="judgement", needs=["account_plans"], fix="safe")
def plans_of_one_account(design: RuleContext) -> Issues:
    """A customer has one account plan per period.

    Two plans have two targets, and it is unclear which one is valid.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada}
    account_plans:
      p1: {customer: acme, owner: ada, period: "2026"}
      p2: {customer: acme, owner: ada, period: "2026"}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada}
    account_plans:
      p1: {customer: acme, owner: ada, period: "2026"}
      p2: {customer: acme, owner: ada, period: "2027"}
    ```
    """
    plans: dict[tuple[str, str | None], list[AccountPlan]] = defaultdict(list)
    for plan in design.org.all(AccountPlan):
        plans[str(plan.customer), plan.period].append(plan)
    for (id_, period), same in plans.items():
        customer = design.org.get(Customer, id_)
        if len(same) > 1 and customer is not None:
            when = f" for {period}" if period else ""
            message = f"Customer '{customer}' has {len(same)} plans{when}: {listed(same)}."
            yield customer, message, remove_duplicates(design, same)


@rule(
    "KEY514",
    "info",
    origin="definition of an account plan: targets by product, and actions",
    needs=["account_plans"],
)
def empty_account_plan(design: RuleContext) -> Issues:
    """An account plan has a target and an action.

    It sets the target revenue by product and the actions to reach it. A plan without either is only
    a title.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada}
    account_plans:
      p: {customer: acme, owner: ada, targets: {pumps: 1000}}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada}
    account_plans:
      p: {customer: acme, owner: ada, targets: {pumps: 1000}, actions: [Visit the works.]}
    ```
    """
    for plan in design.org.all(AccountPlan):
        lacking = [] if plan.targets else ["target"]
        lacking += [] if plan.actions else ["action"]
        if lacking:
            yield plan, f"Account plan '{plan}' has no {' and no '.join(lacking)}."


@rule(
    "KEY515",
    "info",
    origin="Mansmith: key accounts can have lower margins; the norm is a judgement",
    needs=["customers.key_account", "customers.profit"],
)
def unprofitable_key_account(design: RuleContext) -> Issues:
    """Key accounts are profitable.

    Large customers ask for large rebates. An account that makes a loss is not a key account, or it
    is kept for a reason that belongs in a note.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, managed_by: ada, profit: -1000}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, managed_by: ada, profit: 0}
    ```
    """
    for customer in design.key_accounts:
        if customer.profit is not None and exact(customer.profit) < 0 and not customer.note:
            loss = f"{design.org.currency} {-exact(customer.profit):,f} a year"
            yield customer, f"Key account '{customer}' makes a loss of {loss}."


@rule(
    "KEY516",
    "warning",
    origin="definition of a key account: a figure for what its loss would cost",
    needs=["customers.key_account"],
)
def key_account_without_figure(design: RuleContext) -> Issues:
    """Every key account has its revenue on record.

    Losing a key account would be serious; without a figure nobody can say how serious. Prospects
    may have a potential instead. Where no key account has a figure, it is one finding.

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
      acme: {key_account: true, managed_by: ada, revenue: 2400000}
    ```
    """
    everyone = design.key_accounts
    issues = [
        (c, f"Key account '{c}' has no revenue on record, so what is at stake is unknown.")
        for c in everyone
        if c.revenue is None and (c.potential is None or c.status == "existing")
    ]
    yield from alike(
        issues, len(everyone), f"None of {len(everyone):,} key accounts has its revenue on record."
    )


@rule(
    "KEY517",
    "info",
    origin="definition of a key account: the most important ones",
    needs=["customers.key_account", "customers.revenue"],
)
def large_account_not_key(design: RuleContext, *, times: float = 2.0, most: int = 5) -> Issues:
    """Customers with twice the revenue of an average key account are key accounts.

    Special treatment belongs to the customers that matter. The average is the median; the first 5
    are listed.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, managed_by: ada, revenue: 1000}
      nova: {managed_by: ada, revenue: 2001}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, managed_by: ada, revenue: 1000}
      nova: {managed_by: ada, revenue: 2000}
    ```
    """
    keys = sorted(exact(c.revenue) for c in design.key_accounts if c.revenue is not None)
    middle = keys[len(keys) // 2] if keys else Decimal(0)
    others = [c for c in design.org.all(Customer) if not c.key_account]
    large = [c for c in others if keys and exact(c.revenue) > middle * exact(times)]
    issues = [
        (c, f"Customer '{c}' has revenue of {exact(c.revenue):,f}; a key account has {middle:,f}.")
        for c in sorted(large, key=lambda c: (-exact(c.revenue), c.id))
    ]
    yield from foremost(issues, most, "customers have more revenue than key accounts")


@rule(
    "KEY509",
    "info",
    origin="Evenstar: about 5% of accounts; Adept: 15-50, at a stretch 75",
    needs=["customers.key_account"],
)
def many_key_accounts(
    design: RuleContext, *, most: int = 50, share: float = 5.0, few: int = 15
) -> Issues:
    """At most 50 customers, and at most 5% of them, are key accounts.

    Special treatment is for few. Up to 15 key accounts are not measured against the share, because
    5% of a small book is hardly any customer.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      c01: {key_account: true, managed_by: ada}
      c02: {key_account: true, managed_by: ada}
      c03: {key_account: true, managed_by: ada}
      c04: {key_account: true, managed_by: ada}
      c05: {key_account: true, managed_by: ada}
      c06: {key_account: true, managed_by: ada}
      c07: {key_account: true, managed_by: ada}
      c08: {key_account: true, managed_by: ada}
      c09: {key_account: true, managed_by: ada}
      c10: {key_account: true, managed_by: ada}
      c11: {key_account: true, managed_by: ada}
      c12: {key_account: true, managed_by: ada}
      c13: {key_account: true, managed_by: ada}
      c14: {key_account: true, managed_by: ada}
      c15: {key_account: true, managed_by: ada}
      c16: {key_account: true, managed_by: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, managed_by: ada}
      nova: {managed_by: ada}
    ```
    """
    keys, book = len(design.key_accounts), len(design.org.all(Customer))
    part = 100 * keys / book if book else 0.0
    if keys > most or (keys > few and part > share):
        limit = f"above the limit of {most} or {share:g}%"
        yield None, f"{keys:,} of {book:,} customers are key accounts ({part:.0f}%), {limit}."


@rule(
    "KEY511",
    "warning",
    origin="Winning by Design: 6-20 large accounts each; bettersalescomp: 5-20",
    needs=["customers.key_account"],
)
def many_key_accounts_each(design: RuleContext, *, most: int = 20) -> Issues:
    """An account manager has at most 20 key accounts.

    Beyond that there is no time for the buying centre and the plan of each. Global accounts take
    more time: 2 to 6 each.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      c01: {key_account: true, managed_by: ada}
      c02: {key_account: true, managed_by: ada}
      c03: {key_account: true, managed_by: ada}
      c04: {key_account: true, managed_by: ada}
      c05: {key_account: true, managed_by: ada}
      c06: {key_account: true, managed_by: ada}
      c07: {key_account: true, managed_by: ada}
      c08: {key_account: true, managed_by: ada}
      c09: {key_account: true, managed_by: ada}
      c10: {key_account: true, managed_by: ada}
      c11: {key_account: true, managed_by: ada}
      c12: {key_account: true, managed_by: ada}
      c13: {key_account: true, managed_by: ada}
      c14: {key_account: true, managed_by: ada}
      c15: {key_account: true, managed_by: ada}
      c16: {key_account: true, managed_by: ada}
      c17: {key_account: true, managed_by: ada}
      c18: {key_account: true, managed_by: ada}
      c19: {key_account: true, managed_by: ada}
      c20: {key_account: true, managed_by: ada}
      c21: {key_account: true, managed_by: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, managed_by: ada}
      nova: {managed_by: ada}
    ```
    """
    for position in design.org.all(Position):
        keys = [c for c in design.accounts.get(position.id, ()) if c.key_account]
        if len(keys) > most:
            what = f"{counted(len(keys), 'key account')}, above the limit of {most}"
            yield position, f"Position '{position}' manages {what}."
