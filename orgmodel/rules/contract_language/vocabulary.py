"""The words of contracts."""

from collections.abc import Mapping

CUSTOMERS = ("customer", "existing customer", "prospect", "key account")
SUBJECTS = (*CUSTOMERS, "territory", "manager", "position")
"""What contracts apply to, besides roles by their ids or titles."""

NEEDED: Mapping[str, tuple[str, ...]] = {
    "customer": (
        "owner",
        "deputy",
        "executive sponsor",
        "specialist",
        "coordinator",
        "account plan",
    ),
    "territory": ("owner", "deputy", "coordinator", "territory plan"),
    "position": ("manager", "deputy", "coordinator", "report", "target", "prospecting plan"),
}
"""What each may need, besides roles by their ids or titles: people, or plans through their owners.

For a position, a role is one that manages it, directly or not.
"""

LINES = ("territory manager", "any territory manager", "territory branch")
"""In whose line a position can be required to be, besides ``position:ID``.

It is the nearest manager who covers the territory concerned or one around it, any such manager, or
their branch below the head.
"""


def group_of(subject: str) -> str:
    """Return the group of words for a subject: those of customers, territories or positions."""
    if subject in CUSTOMERS:
        return "customer"
    return "territory" if subject == "territory" else "position"
