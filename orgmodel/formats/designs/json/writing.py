"""Writing of JSON: the same sections and fields as in YAML, numbers to the last digit."""

import datetime as dt
import json
from decimal import Decimal

from orgmodel.formats.designs.yaml.scalars import scalar
from orgmodel.formats.values.plain_values import fields_of
from orgmodel.model import SECTIONS, Org


def to_json(org: Org, *, schema: str | None = None) -> str:
    """Write a design as JSON; ``loads(to_json(org), name="org.json") == org``.

    Amounts are written to their last digit, which many other programs round when they read them.

    Args:
        org: The design.
        schema: Where editors find the schema, as a path or an address; written as ``$schema``.

    Raises:
        DesignError: If values are nested too deeply for a file.
    """
    opening = {} if schema is None else {"$schema": schema}
    whole: dict[str, object] = {**opening, "name": org.name, "currency": org.currency}
    for name, kind in SECTIONS.items():
        if entities := org.all(kind):
            whole[name] = {entity.id: fields_of(org, entity) for entity in entities}
    return written(whole) + "\n"


def written(value: object, margin: str = "") -> str:
    """Write a value, one entry of what holds others a line; it is only as deep as a file may be."""
    inner = margin + "  "
    if isinstance(value, dict) and value:
        entries = (f"{_text(name)}: {written(each, inner)}" for name, each in value.items())
        return "{\n" + ",\n".join(f"{inner}{entry}" for entry in entries) + f"\n{margin}}}"
    if isinstance(value, list) and any(isinstance(each, dict | list) for each in value):
        items = ",\n".join(f"{inner}{written(each, inner)}" for each in value)
        return f"[\n{items}\n{margin}]"
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    return "{}" if isinstance(value, dict) else _scalar(value)


def _scalar(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, str | dt.date):
        return _text(str(value))
    if isinstance(value, Decimal | float | int):
        return scalar(value)  # digits are the same in YAML
    raise TypeError(f"{value!r} has no place in a file")


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
