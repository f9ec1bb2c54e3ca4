"""The JSON Schema of a design in YAML or JSON, made from the model: for editors and programs."""

import re
from collections.abc import Callable
from typing import Any, Literal

from pydantic import TypeAdapter

from orgmodel.model import SECTIONS, adapter, numbers_or_texts

Schema = dict[str, Any]
Draft = Literal["2020-12", "draft-07"]

_URIS: dict[Draft, str] = {
    "2020-12": "https://json-schema.org/draft/2020-12/schema",
    "draft-07": "http://json-schema.org/draft-07/schema#",
}
_MARKUP = re.compile(r":\w+:|(?<=`)`|`(?=`)")
_ATTRIBUTE = re.compile(r"^    (\w+): (.*(?:\n {5,}.*)*)", re.MULTILINE)


PUBLISHED: dict[str, tuple[Draft, bool]] = {
    "orgmodel.schema.json": ("draft-07", False),
    "orgmodel.part.schema.json": ("draft-07", True),
    "orgmodel.2020-12.schema.json": ("2020-12", False),
    "orgmodel.part.2020-12.schema.json": ("2020-12", True),
}
"""The schemas in ``docs/schema``: draft and whether they are for parts, by file."""


def json_schema(draft: Draft = "2020-12", *, part: bool = False) -> Schema:
    """Return the JSON Schema of a design.

    Args:
        draft: The version of JSON Schema. Editors with the YAML language server expect draft-07.
        part: Whether it is for files that a design includes, which need no name.

    Returns:
        A schema that knows every section and field, with their descriptions, and refuses others.
        It is stricter than reading a file: a text that looks like a number must be in quotes,
        because other programs read it as text only then.
    """
    definitions = _definitions()
    properties = {
        "name": {"type": "string", "minLength": 1, "description": "Name of the organisation."},
        "currency": {
            "type": "string",
            "pattern": "^[A-Z]{3}$",
            "description": "ISO 4217 code of all amounts; EUR by default.",
        },
        "include": {
            "anyOf": [
                {"type": "string", "minLength": 1},
                {"type": "array", "items": {"type": "string", "minLength": 1}},
            ],
            "description": "Further files of the design, as paths from this one; * for any name.",
        },
        "$schema": {"type": "string", "description": "Where editors find this schema."},
    }
    schema: Schema = {
        "$schema": _URIS[draft],
        "title": "Part of a design" if part else "Design of a sales organisation",
        "type": "object",
        "properties": properties
        | {name: _section(kind, definitions) for name, kind in SECTIONS.items()},
        "required": [] if part else ["name"],
        "additionalProperties": False,
        "$defs": definitions,
    }
    return _as_draft_07(schema) if draft == "draft-07" else schema


def _section(kind: type, definitions: dict[str, Schema]) -> Schema:
    """Describe a section: ids, each with the fields of an entity, or nothing if none is needed."""
    entity: Schema = {"$ref": f"#/$defs/{kind.__name__}"}
    if "required" not in definitions[kind.__name__]:
        entity = {"anyOf": [entity, {"type": "null"}]}
    return {"type": ["object", "null"], "additionalProperties": entity}


def _definitions() -> dict[str, Schema]:
    kinds: list[Any] = list(SECTIONS.values())
    _, made = TypeAdapter.json_schemas([(kind, "validation", adapter(kind)) for kind in kinds])
    definitions = {name: _described(_loosened(schema)) for name, schema in made["$defs"].items()}
    for kind in kinds:
        _without_id(definitions[kind.__name__])
        for field in numbers_or_texts(kind):
            definitions[kind.__name__]["properties"][field]["additionalProperties"] = {
                "type": ["number", "string"]
            }
    return definitions


def _without_id(schema: Schema) -> None:
    """Leave out the id, which is the name above the fields."""
    del schema["properties"]["id"]
    if required := [name for name in schema["required"] if name != "id"]:
        schema["required"] = required
    else:
        del schema["required"]


def _described(schema: Schema) -> Schema:
    """Move what a docstring says of its attributes to the fields."""
    summary, _, attributes = schema["description"].partition("\n\nAttributes:\n")
    schema["description"] = _prose(summary)
    for name, text in _ATTRIBUTE.findall(attributes):
        schema["properties"][name]["description"] = _prose(text)
    return schema


def _prose(text: str) -> str:
    return " ".join(_MARKUP.sub("", text).split())


def _walked(schema: Any, change: Callable[[Schema], Schema]) -> Any:  # noqa: ANN401 - JSON
    """Change a schema and all schemas inside it, innermost first."""
    if isinstance(schema, list):
        return [_walked(inner, change) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    named = ("properties", "$defs")
    inside = {
        key: {name: _walked(inner, change) for name, inner in value.items()}
        if key in named
        else value
        if key in {"default", "enum", "required"}
        else _walked(value, change)
        for key, value in schema.items()
    }
    return change(inside)


def _loosened(schema: Schema) -> Schema:
    """Say what reading a file takes: one value for a list of one, numbers as numbers."""

    def change(inner: Schema) -> Schema:
        inner.pop("title", None)
        if inner.get("default", ...) in (None, [], {}):
            del inner["default"]
        if inner.get("type") == "array":
            one = inner["items"]
            rest: Schema = {
                key: inner.pop(key) for key in ("default", "description") if key in inner
            }
            return {"anyOf": [one, inner], **rest}
        options = inner.get("anyOf", [])
        if any(option.get("type") == "number" for option in options):
            inner["anyOf"] = [option for option in options if not _decimal_text(option)]
        return inner

    return dict(_walked(schema, change))


def _decimal_text(option: Schema) -> bool:
    """Return whether a schema is pydantic's for a decimal as text, with or without a pattern."""
    return option.get("type") == "string" and option.keys() <= {"type", "pattern"}


def _as_draft_07(schema: Schema) -> Schema:
    """Say the same in draft-07, where nothing may stand beside a reference."""

    def change(inner: Schema) -> Schema:
        if "$defs" in inner:
            inner["definitions"] = inner.pop("$defs")
        if "$ref" in inner:
            reference = {"$ref": inner.pop("$ref").replace("#/$defs/", "#/definitions/")}
            return {**inner, "allOf": [reference]} if inner else reference
        return inner

    return dict(_walked(schema, change))
