"""Amounts of money: exact, finite, in the currency of the organisation."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


def exact(amount: Decimal | float | str | None) -> Decimal:
    """Return the amount as a decimal number; None counts as zero.

    A float becomes the decimal that it prints as, so 0.1 is one tenth.
    """
    if isinstance(amount, Decimal):
        return amount
    return Decimal(str(amount)) if amount is not None else Decimal(0)


class _Exact:
    """Reads a finite number, not below ``least``, and keeps it as a ``Decimal``."""

    def __init__(self, least: int | None = None) -> None:
        self.least = least

    def __get_pydantic_core_schema__(
        self,
        source: Any,  # noqa: ANN401 - pydantic's signature
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        del source, handler
        number = core_schema.decimal_schema(allow_inf_nan=False, ge=_decimal(self.least))
        return core_schema.no_info_before_validator_function(_number, number)


def _decimal(bound: int | None) -> Decimal | None:
    return None if bound is None else Decimal(bound)


def _number(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("should be a number, not true or false")  # noqa: TRY004 - pydantic wants it so
    return exact(value) if isinstance(value, float) else value


Amount = Annotated[Decimal | float, _Exact()]
"""A finite number, stored as a ``Decimal``; may be negative, as a loss is."""

Money = Annotated[Decimal | float, _Exact(least=0)]
"""A finite amount of money of at least 0, stored as a ``Decimal``."""

Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
"""An ISO 4217 code such as EUR."""
