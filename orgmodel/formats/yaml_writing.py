"""An organisation to YAML: one section per kind, defaults left out, the order of writing kept."""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode
from yaml.resolver import Resolver

from orgmodel.formats.plain_values import TooDeepError, plain_fields, written
from orgmodel.formats.yaml_parsing import MAX_DEPTH
from orgmodel.model import SECTIONS, DesignError, Entity, Org, Problem, said

MAX_FLOW = 76
"""Letters in a list or mapping that is written on one line."""

_TEXT = "tag:yaml.org,2002:str"
_LIST = "tag:yaml.org,2002:seq"
_NAMED = "tag:yaml.org,2002:map"
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_RESOLVER = Resolver()
# numbers of YAML 1.2 and the one-letter yes and no of YAML 1.1, which the resolver lets pass
_MISREAD = re.compile(r"[-+]?(0o[0-7]+|(\.?[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?)|[yYnN]")


def write(org: Org) -> str:
    """Write a design.

    Raises:
        DesignError: If values are nested too deeply for a file.
    """
    blocks = [_block({"name": org.name, "currency": org.currency})]
    for name, kind in SECTIONS.items():
        if entities := org.all(kind):
            blocks.append(_section(name, {entity.id: _fields(org, entity) for entity in entities}))
    return "\n".join(blocks)


def _fields(org: Org, entity: Entity) -> dict[str, object]:
    try:
        # the section, the entity and the value itself are levels too
        return plain_fields(entity, MAX_DEPTH - 2)
    except TooDeepError:
        sentence = f"{said(entity).capitalize()} is nested too deeply to be written. Flatten it."
        raise DesignError([Problem(sentence, org.source_of(entity))]) from None


def _section(name: str, entities: Mapping[str, dict[str, object]]) -> str:
    body = [(_scalar(id_), _mapping(fields, flow=not fields)) for id_, fields in entities.items()]
    section = MappingNode(_NAMED, body, flow_style=False)
    return _text(MappingNode(_NAMED, [(_scalar(name), section)], flow_style=False))


def _block(fields: Mapping[str, object]) -> str:
    return _text(_mapping(fields, flow=False))


def _text(node: Node) -> str:
    # lines are never folded: one value, one line, in every comparison of two versions
    return str(yaml.serialize(node, Dumper=_DUMPER, allow_unicode=True, width=2**30))


def _mapping(fields: Mapping[str, object], *, flow: bool) -> MappingNode:
    pairs = [(_scalar(name), _node(value)) for name, value in fields.items()]
    return MappingNode(_NAMED, pairs, flow_style=flow)


def _node(value: object) -> Node:
    if isinstance(value, Mapping):
        return _mapping(value, flow=_width(value) <= MAX_FLOW)
    if isinstance(value, list):
        items = [_node(item) for item in value]
        return SequenceNode(_LIST, items, flow_style=_width(value) <= MAX_FLOW)
    return _scalar(value)


def _width(value: object) -> int:
    """Estimate the letters that a value takes on one line."""
    if isinstance(value, Mapping):
        return 2 + sum(len(name) + 2 + _width(inner) + 2 for name, inner in value.items())
    if isinstance(value, list):
        return 2 + sum(_width(item) + 2 for item in value)
    return len(str(value))


def _scalar(value: object) -> ScalarNode:
    if isinstance(value, str):
        return ScalarNode(_TEXT, value, style="'" if _MISREAD.fullmatch(value) else None)
    if isinstance(value, Decimal | float | int | dt.date):
        text = written(value)
        # a plain scalar whose tag is what it resolves to is written without one
        tag = _RESOLVER.resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
        return ScalarNode(tag, text)
    raise TypeError(f"{value!r} has no place in a file")
