"""Number of key accounts: KEY509 and KEY511."""

from orgmodel.model import Customer, Position
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted


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
