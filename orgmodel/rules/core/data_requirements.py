"""The data that rules need, and whether a design holds them."""

from collections.abc import Iterable
from dataclasses import MISSING, Field, fields
from typing import Any

from orgmodel.model import SECTIONS, Org
from orgmodel.text import did_you_mean

_OR = " | "


def check_need(need: str) -> None:
    """Refuse a need that names neither a section of a design nor a field of one.

    Raises:
        ValueError: With the need and the nearest known name.
    """
    for place in need.split(_OR):
        section, _, name = place.partition(".")
        if section not in SECTIONS:
            raise ValueError(f"a design has no {section!r}{did_you_mean(section, SECTIONS)}")
        known = [field.name for field in fields(SECTIONS[section])]
        if name and name not in known:
            raise ValueError(f"{section} have no {name!r}{did_you_mean(name, known)}")


class Holdings:
    """The data that a design holds on any day, each looked up once.

    Args:
        org: The design as of the day, where dated lines are fields.
    """

    def __init__(self, org: Org) -> None:
        self._readings = (org,) if org.whole is org else (org, org.whole)
        self._held: dict[str, bool] = {}

    def lack(self, needs: Iterable[str]) -> str:
        """Return the needs that the design does not meet, in words; empty if it meets all."""
        lacking = (need for need in needs if not any(map(self._holds, need.split(_OR))))
        return ", ".join(need.replace(_OR, " or ") for need in lacking)

    def _holds(self, place: str) -> bool:
        if place not in self._held:
            section, _, name = place.partition(".")
            self._held[place] = self._found(SECTIONS[section], name)
        return self._held[place]

    def _found(self, kind: type[Any], name: str) -> bool:
        entities = [entity for org in self._readings for entity in org.all(kind)]
        if not name:
            return bool(entities)
        (field,) = (field for field in fields(kind) if field.name == name)
        default = _default(field)
        return any(getattr(entity, name) != default for entity in entities)


def _default(field: Field[Any]) -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default
