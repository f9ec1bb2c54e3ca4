"""Messages for the errors that pydantic reports, in the words of the user."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from orgmodel.model.validation.fields import names_at
from orgmodel.text import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_SHOULD_BE = {
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "int_type": "a whole number",
    "float_parsing": "a number",
    "float_type": "a number",
    "decimal_parsing": "a number",
    "decimal_type": "a number",
    "string_type": "text",
    "string_too_short": "text that is not empty",
    "string_pattern_mismatch": "a code such as EUR",
    "dataclass_type": "fields with names",
    "mapping_type": "names with values",
}


def wording(kind: type, error: "ErrorDetails", field: str) -> str:
    """Return the message for a wrong value, a sentence that begins with its field."""
    path, what = error["loc"], error["type"]
    if what == "unexpected_keyword_argument":
        known = names_at(kind, path[:-1])
        return f"there is no field {field!r}{did_you_mean(str(path[-1]), known, list_known=True)}"
    if what in {"missing", "missing_argument"}:
        return f"the field {field!r} is missing."
    if what.startswith("date"):
        return f"{field} should be a day as YYYY-MM-DD{not_but(error['input'])}."
    if what in _SHOULD_BE:
        return f"{field} should be {_SHOULD_BE[what]}{not_but(error['input'])}."
    if what == "value_error":
        return f"{field} {error['msg'].removeprefix('Value error, ')}."
    message = error["msg"].partition(" ")[2]
    return f"{field} {message}{not_but(error['input'])}."


def not_but(value: object) -> str:
    """Return the end of a sentence that names the given value."""
    if value is None:
        return ", and is empty"
    return f", not {described(value)}"


def described(value: object) -> str:
    """Return a short description of a value: texts and numbers as they are, others by kind."""
    match value:
        case str():
            return repr(value[:60])
        case None | bool() | int() | float() | Decimal():
            return str(value)[:60]
        case Mapping():
            return "names with values"
        case list() | tuple() | set():
            return "a list"
        case type():
            return f"the class {value.__name__}"
    name = type(value).__name__
    return f"{'an' if name[0] in 'AEIOU' else 'a'} {name}"
