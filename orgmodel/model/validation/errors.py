"""Errors of values created in Python, in words, with the line that creates them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic import ValidationError

from orgmodel.model.ref import kind_of
from orgmodel.model.source import DesignError, Problem, Source
from orgmodel.model.validation.fields import by_place
from orgmodel.model.validation.messages import not_but, wording

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Path: TypeAlias = tuple[str | int, ...]

_OF_A_CLASS = {"dataclass_type", "dataclass_exact_type"}


def refusal(
    kind: type[Any], args: Sequence[object], kwargs: Mapping[str, object], error: ValidationError
) -> DesignError:
    """Return the error that lists everything that is wrong with the arguments of a value.

    Args:
        kind: What was to be made.
        args: What was given by place.
        kwargs: What was given by name.
        error: The error of pydantic.
    """
    given = {**dict(zip(by_place(kind), args, strict=False)), **kwargs}
    name, place = _named(kind, given), Source.of_caller()
    sentences = dict.fromkeys(f"{name}: {each}" for each in _sentences(kind, given, error))
    return DesignError([Problem(sentence, place) for sentence in sentences])


def _named(kind: type[Any], given: Mapping[str, object]) -> str:
    """Name a value as files do, by its kind and its id or name."""
    first = fields(kind)[0].name
    name = given.get(first) if first in {"id", "name"} else None
    words = kind_of(kind).replace("_", " ").capitalize()
    return f"{words} {name!r}" if isinstance(name, str) else words


def _sentences(
    kind: type[Any], given: Mapping[str, object], error: ValidationError
) -> Iterator[str]:
    names = by_place(kind)
    for detail in _one_each(names, given, error.errors(include_url=False)):
        field = ".".join(map(str, detail["loc"]))
        if detail["type"] == "unexpected_positional_argument":
            several = f"only {', '.join(names)} can"
            yield f"{several} be given by place; write the others as 'field=value'."
        elif detail["type"] in _OF_A_CLASS:
            expected = detail.get("ctx", {})["class_name"]
            yield f"{field} should be a {expected}{not_but(detail['input'])}."
        elif detail["type"] == "multiple_argument_values":
            yield f"the field {field!r} is given twice, by its place and by its name."
        else:
            yield wording(kind, detail, field).strip()  # of a whole value without a field


def _one_each(
    names: Sequence[str], given: Mapping[str, object], details: "Sequence[ErrorDetails]"
) -> "Iterator[ErrorDetails]":
    """Yield one complaint for each place, the one for what was given where several types will do.

    For a value that fits none of several types pydantic complains once per type.
    """
    chosen: dict[Path, ErrorDetails] = {}
    for detail in details:
        path, value = _within(given, _by_name(names, detail["loc"]))
        if path not in chosen or not isinstance(value, Mapping | int | float):
            chosen[path] = {**detail, "loc": path}
    yield from chosen.values()


def _by_name(names: Sequence[str], path: Path) -> Path:
    """Name the field that was given by its place."""
    first = path[0] if path else ""
    if isinstance(first, int) and first < len(names):
        return (names[first], *path[1:])
    return path


def _within(given: object, path: Path) -> tuple[Path, object]:
    """Return the steps of a path that lead somewhere; behind them stand names of types."""
    value = given
    for index, step in enumerate(path):
        if isinstance(value, Mapping) and step in value:
            value = value[step]
        elif _is_item(value, step):
            value = value[step]  # type: ignore[index]  # _is_item has checked it
        else:  # a name that is missing or not known has no value
            return path[: max(index, 1)] if not isinstance(value, Mapping) else path, value
    return path, value


def _is_item(value: object, step: str | int) -> bool:
    return isinstance(value, list | tuple) and isinstance(step, int) and step < len(value)
