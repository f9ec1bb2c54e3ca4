"""The standard roles and departments as values, and the titles that they go by."""

from orgmodel.roles.standard import (
    ACCOUNT_MANAGER,
    ENGINEERING,
    EXECUTIVE,
    LOGISTICS,
    MARKETING,
    SALES_COORDINATOR,
    SALES_DIRECTOR,
    SALES_MANAGER,
    SALES_REPRESENTATIVE,
    SALES_SPECIALIST,
    STANDARD_DEPARTMENTS,
    STANDARD_ROLES,
    TERRITORY_MANAGER,
)
from orgmodel.roles.titles import Titles

__all__ = [
    "ACCOUNT_MANAGER",
    "ENGINEERING",
    "EXECUTIVE",
    "LOGISTICS",
    "MARKETING",
    "SALES_COORDINATOR",
    "SALES_DIRECTOR",
    "SALES_MANAGER",
    "SALES_REPRESENTATIVE",
    "SALES_SPECIALIST",
    "STANDARD_DEPARTMENTS",
    "STANDARD_ROLES",
    "TERRITORY_MANAGER",
    "Titles",
]
