"""What data rules need, and what of it a design holds."""

from collections.abc import Iterable
from dataclasses import MISSING, Field, fields
from typing import Any

from orgmodel.model import SECTIONS, Org
from orgmodel.text import did_you_mean

_OR = " | "


def check_need(need: str) -> None:
    """Refuse a need that names no section of a design and no field of one.

    Raises:
        ValueError: naming it and the nearest name that there is.
    """
    for place in need.split(_OR):
        section, _, name = place.partition(".")
        if section not in SECTIONS:
            raise ValueError(f"a design has no {section!r}{did_you_mean(section, SECTIONS)}")
        known = [field.name for field in fields(SECTIONS[section])]
        if name and name not in known:
            raise ValueError(f"{section} have no {name!r}{did_you_mean(name, known)}")


class Holdings:
    """What a design holds on a day or on any other, each looked up once.

    Args:
        org: The design as it is on the day, where lines with dates are fields.
    """

    def __init__(self, org: Org) -> None:
        self._readings = (org,) if org.whole is org else (org, org.whole)
        self._held: dict[str, bool] = {}

    def lack(self, needs: Iterable[str]) -> str:
        """Return which of some needs the design does not meet, as words; empty if it meets all."""
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
        unsaid = _default(field)
        return any(getattr(entity, name) != unsaid for entity in entities)


def _default(field: Field[Any]) -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default
