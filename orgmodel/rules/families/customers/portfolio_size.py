"""Size of portfolios: CUS414."""

from orgmodel.model import Position
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted


@rule(
    "CUS414",
    "warning",
    origin="bettersalescomp: at most 100 accounts each",
    needs=["customers.managed_by"],
)
def many_accounts_each(design: RuleContext, *, most: int = 100) -> Issues:
    """A position has at most 100 customers by name.

    Nobody can know more; a territory would express the same in one line. Key accounts have their
    own limit, KEY511.

    ```yaml bad
    positions:
      ada: {role: account_manager}
    customers:
      c000: {managed_by: ada}
      c001: {managed_by: ada}
      c002: {managed_by: ada}
      c003: {managed_by: ada}
      c004: {managed_by: ada}
      c005: {managed_by: ada}
      c006: {managed_by: ada}
      c007: {managed_by: ada}
      c008: {managed_by: ada}
      c009: {managed_by: ada}
      c010: {managed_by: ada}
      c011: {managed_by: ada}
      c012: {managed_by: ada}
      c013: {managed_by: ada}
      c014: {managed_by: ada}
      c015: {managed_by: ada}
      c016: {managed_by: ada}
      c017: {managed_by: ada}
      c018: {managed_by: ada}
      c019: {managed_by: ada}
      c020: {managed_by: ada}
      c021: {managed_by: ada}
      c022: {managed_by: ada}
      c023: {managed_by: ada}
      c024: {managed_by: ada}
      c025: {managed_by: ada}
      c026: {managed_by: ada}
      c027: {managed_by: ada}
      c028: {managed_by: ada}
      c029: {managed_by: ada}
      c030: {managed_by: ada}
      c031: {managed_by: ada}
      c032: {managed_by: ada}
      c033: {managed_by: ada}
      c034: {managed_by: ada}
      c035: {managed_by: ada}
      c036: {managed_by: ada}
      c037: {managed_by: ada}
      c038: {managed_by: ada}
      c039: {managed_by: ada}
      c040: {managed_by: ada}
      c041: {managed_by: ada}
      c042: {managed_by: ada}
      c043: {managed_by: ada}
      c044: {managed_by: ada}
      c045: {managed_by: ada}
      c046: {managed_by: ada}
      c047: {managed_by: ada}
      c048: {managed_by: ada}
      c049: {managed_by: ada}
      c050: {managed_by: ada}
      c051: {managed_by: ada}
      c052: {managed_by: ada}
      c053: {managed_by: ada}
      c054: {managed_by: ada}
      c055: {managed_by: ada}
      c056: {managed_by: ada}
      c057: {managed_by: ada}
      c058: {managed_by: ada}
      c059: {managed_by: ada}
      c060: {managed_by: ada}
      c061: {managed_by: ada}
      c062: {managed_by: ada}
      c063: {managed_by: ada}
      c064: {managed_by: ada}
      c065: {managed_by: ada}
      c066: {managed_by: ada}
      c067: {managed_by: ada}
      c068: {managed_by: ada}
      c069: {managed_by: ada}
      c070: {managed_by: ada}
      c071: {managed_by: ada}
      c072: {managed_by: ada}
      c073: {managed_by: ada}
      c074: {managed_by: ada}
      c075: {managed_by: ada}
      c076: {managed_by: ada}
      c077: {managed_by: ada}
      c078: {managed_by: ada}
      c079: {managed_by: ada}
      c080: {managed_by: ada}
      c081: {managed_by: ada}
      c082: {managed_by: ada}
      c083: {managed_by: ada}
      c084: {managed_by: ada}
      c085: {managed_by: ada}
      c086: {managed_by: ada}
      c087: {managed_by: ada}
      c088: {managed_by: ada}
      c089: {managed_by: ada}
      c090: {managed_by: ada}
      c091: {managed_by: ada}
      c092: {managed_by: ada}
      c093: {managed_by: ada}
      c094: {managed_by: ada}
      c095: {managed_by: ada}
      c096: {managed_by: ada}
      c097: {managed_by: ada}
      c098: {managed_by: ada}
      c099: {managed_by: ada}
      c100: {managed_by: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager}
    customers:
      acme: {managed_by: ada}
    ```
    """
    for position in design.org.all(Position):
        customers = design.accounts.get(position.id, ())
        if len(customers) > most:
            what = f"{counted(len(customers), 'customer')} by name, above the limit of {most}"
            yield position, f"Position '{position}' has {what}."
