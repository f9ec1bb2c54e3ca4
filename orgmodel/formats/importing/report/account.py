"""The account of an import in words and as plain data."""

from decimal import Decimal
from typing import Any

from orgmodel.formats.importing.interpret.result import Account, TableCount
from orgmodel.text import listed


def left_out(table: TableCount, most: int | None = None) -> str:
    """Return why rows of a table were left out, each reason with its number.

    Args:
        table: The table.
        most: How many reasons to name; None names all.
    """
    reasons = sorted(table.left_out.items(), key=lambda item: -item[1])
    return listed((f"{number:,}: {why}" for why, number in reasons), most)


def to_dict(account: Account) -> dict[str, Any]:
    """Return the account as JSON has it; sums of amounts are texts, which lose no digit."""
    return {
        "tables": [
            {
                "table": table.table,
                "kind": table.kind,
                "rows": table.rows,
                "used": table.used,
                "left_out": [{"reason": w, "rows": n} for w, n in table.left_out.items()],
            }
            for table in account.tables
        ],
        "arrived": [
            {"subject": t.subject, "design": _plain(t.arrived), "files": _plain(t.held)}
            for t in account.tallies
        ],
    }


def _plain(number: int | Decimal) -> int | str:
    return str(number) if isinstance(number, Decimal) else number
