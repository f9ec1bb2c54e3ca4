"""An organisation to YAML: one section per kind, defaults left out, the order of writing kept.

The text does not depend on how PyYAML was built (its C emitter escapes what its Python one writes
out, such as emoji), and one value is one line, so that two versions compare well.
"""

from collections.abc import Iterator, Mapping

from orgmodel.formats.designs.yaml.scalars import scalar
from orgmodel.formats.values.plain_values import fields_of
from orgmodel.model import SECTIONS, Entity, Org
from orgmodel.text import clean

SCHEMA_COMMENT = "# yaml-language-server: $schema="
"""Comment in which editors look for the schema."""

MAX_FLOW = 76
"""Letters in a list or mapping that is written on one line."""

MAX_NAME = 1000
"""Letters in a name before a colon; YAML marks longer ones."""


def write(org: Org, schema: str | None = None) -> str:
    """Write a design.

    Args:
        org: The design.
        schema: Where editors find the schema; written as the comment that they look for.

    Raises:
        DesignError: If values are nested too deeply for a file.
    """
    editors = [] if schema is None else [f"{SCHEMA_COMMENT}{clean(schema)}"]
    opening = head({"name": org.name, "currency": org.currency})
    return "\n".join([*editors, *opening, *sections(org), ""])


def head(fields: Mapping[str, object]) -> list[str]:
    """Write the lines before the sections."""
    return _block(dict(fields))


def sections(org: Org) -> list[str]:
    """Write all sections, each below an empty line.

    Raises:
        DesignError: If values are nested too deeply for a file.
    """
    lines: list[str] = []
    for name, kind in SECTIONS.items():
        if entities := org.all(kind):
            lines += ["", f"{name}:"]
            for entity in entities:
                lines += _indented(_entity(org, entity))
    return lines


def _entity(org: Org, entity: Entity) -> list[str]:
    return entity_lines(entity.id, fields_of(org, entity))


def entity_lines(id_: str, fields: Mapping[str, object]) -> list[str]:
    """Write an entity below its section, without a margin."""
    *marked, name = _name(id_)
    return (
        [*marked, f"{name}:", *_indented(_block(dict(fields)))]
        if fields
        else [*marked, f"{name}: {{}}"]
    )


def _block(value: object) -> list[str]:
    """Write a mapping or list, one entry a line where that is short enough."""
    lines: list[str] = []
    if isinstance(value, dict):
        for name, inner in value.items():
            *marked, head = _name(name)
            lines += marked
            lines += _entry(f"{head}:", inner)
    elif isinstance(value, list):
        for inner in value:
            flow = on_one_line(inner)
            first, *rest = [flow] if _fits(inner, flow) else _block(inner)
            lines += [f"- {first}", *_indented(rest)]
    return lines


def _entry(head: str, value: object) -> list[str]:
    flow = on_one_line(value)
    return [f"{head} {flow}"] if _fits(value, flow) else [head, *_indented(_block(value))]


def _fits(value: object, flow: str) -> bool:
    return not isinstance(value, dict | list) or not value or len(flow) <= MAX_FLOW


def _indented(lines: list[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _name(name: str) -> list[str]:
    """Write a name; a very long one takes a line of its own before its colon."""
    text = scalar(name)
    return [text] if len(text) <= MAX_NAME else [f"? {text}", ""]


def on_one_line(value: object) -> str:
    """Write a value on one line."""
    if isinstance(value, dict):
        pairs = (f"{name_on_one_line(n)}: {on_one_line(v)}" for n, v in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(on_one_line(item) for item in value) + "]"
    return scalar(value)


def name_on_one_line(name: str) -> str:
    """Write a name before a colon on one line."""
    return " ".join(_name(name))
