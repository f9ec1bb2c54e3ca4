"""Entities that check themselves when they are created and report mistakes in words."""

from dataclasses import MISSING, Field, field, fields
from inspect import Parameter, Signature
from typing import Any, TypeVar, dataclass_transform

from pydantic import ValidationError
from pydantic.dataclasses import dataclass
from pydantic_core import ArgsKwargs

from orgmodel.model.ref import STRICT
from orgmodel.model.validation.errors import refusal

C = TypeVar("C", bound=type[Any])


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def checked(cls: C) -> C:
    """Make a class a frozen dataclass whose fields are checked against their types.

    What does not fit is refused with a :class:`~orgmodel.DesignError` that names the value, the
    field, the expected value and the line. Readers of files, which know better places,
    check with pydantic's ``TypeAdapter`` instead and word its ``ValidationError`` themselves.
    """
    made: Any = dataclass(cls, frozen=True, config=STRICT)
    made.__init__ = _init
    made.__signature__ = _signature(made)
    return made  # type: ignore[no-any-return]  # it is the class that was given


def _init(self: Any, /, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - of every class
    # in place of pydantic's own, and not around it: one call less for each of many customers
    try:
        self.__pydantic_validator__.validate_python(ArgsKwargs(args, kwargs), self_instance=self)
    except ValidationError as error:
        raise refusal(type(self), args, kwargs, error) from None


def _signature(cls: type[Any]) -> Signature:
    """Return what help shows: names and defaults; the types fill a page."""
    return Signature([_parameter(each) for each in fields(cls)])


def _parameter(each: "Field[Any]") -> Parameter:
    default = each.default_factory() if each.default_factory is not MISSING else each.default
    return Parameter(
        each.name,
        Parameter.KEYWORD_ONLY if each.kw_only else Parameter.POSITIONAL_OR_KEYWORD,
        default=Parameter.empty if default is MISSING else default,
    )
