"""The published schema takes what is written and refuses what reading refuses."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft7Validator, Draft202012Validator
from strategies import orgs

from orgmodel.formats import dumps, json_schema, loads, to_json
from orgmodel.formats.designs.schema import PUBLISHED
from orgmodel.formats.designs.yaml.nodes import MappingNode, SequenceNode
from orgmodel.formats.designs.yaml.parsing import parse
from orgmodel.formats.designs.yaml.scalar_types import NUMBER
from orgmodel.model import SECTIONS, DesignError

FOLDER = Path(__file__).parents[2] / "docs" / "schema"
VALIDATORS = [
    pytest.param(Draft7Validator(json_schema("draft-07")), id="draft-07"),
    pytest.param(Draft202012Validator(json_schema()), id="2020-12"),
]


def as_an_editor(node):
    """Read a tree as YAML 1.2 does: unquoted numbers are numbers, true is true."""
    if isinstance(node, MappingNode):
        return {name: as_an_editor(inner) for name, inner in node.entries.items()}
    if isinstance(node, SequenceNode):
        return [as_an_editor(inner) for inner in node.items]
    if node.text is None or node.quoted:
        return node.text
    if node.text in {"true", "false"}:
        return node.text == "true"
    if NUMBER.fullmatch(node.text):
        return float(node.text) if set(node.text) & set(".eE") else int(node.text)
    return node.text


def complaints(validator, text):
    """List what a schema finds wrong with a design."""
    return [error.message for error in validator.iter_errors(as_an_editor(parse(text).root))]


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_published_schemas_are_those_of_the_model(name):
    """Whoever changes the model publishes the schemas anew."""
    draft, part = PUBLISHED[name]
    current = json.dumps(json_schema(draft, part=part), indent=2, ensure_ascii=False) + "\n"
    assert (FOLDER / name).read_text(encoding="utf-8") == current, (
        f"Write json_schema({draft!r}, part={part}) to docs/schema/{name}."
    )


@pytest.mark.parametrize("validator", VALIDATORS)
def test_the_schema_is_itself_sound(validator):
    """It fits the meta-schema of its draft, and every reference in it leads somewhere."""
    validator.check_schema(validator.schema)
    assert "#/$defs" not in json.dumps(json_schema("draft-07"))
    assert "prefixItems" not in json.dumps(json_schema("draft-07"))


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=50)
@given(org=orgs())
@pytest.mark.parametrize("validator", VALIDATORS)
def test_every_written_design_fits_the_schema(validator, org):
    """An editor shows no false alarm on a saved file."""
    assert complaints(validator, dumps(org)) == []
    assert not [*validator.iter_errors(json.loads(to_json(org, schema="orgmodel.schema.json")))]


@pytest.mark.parametrize("draft", ["2020-12", "draft-07"])
def test_parts_of_a_design_have_a_schema_of_their_own(draft):
    """They need no name; both know what includes others."""
    part = {"include": "more/*.yaml", "positions": {"a": {}}}
    kind = Draft7Validator if draft == "draft-07" else Draft202012Validator
    assert kind(json_schema(draft, part=True)).is_valid(part)
    assert not kind(json_schema(draft)).is_valid(part)
    assert kind(json_schema(draft)).is_valid({"name": "X", "include": ["a.yaml", "b.yaml"]})
    assert not kind(json_schema(draft)).is_valid({"name": "X", "include": [1]})


@pytest.mark.parametrize("validator", VALIDATORS)
@pytest.mark.parametrize(
    "text",
    [
        "currency: EUR",
        "name: X\ncurrency: eur",
        "name: X\nposition: {}",
        "name: X\npositions: [a]",
        "name: X\npositions: {a: {report_to: b}}",
        "name: X\npositions: {a: {id: a}}",
        "name: X\npositions: {a: {fte: 2}}",
        "name: X\ntargets: {a: {}}",
        "name: X\ntargets: {a: }",
        "name: X\ncustomers: {a: {revenue: much}}",
        "name: X\ncustomers: {a: {revenue: -1}}",
        "name: X\ncustomers: {a: {status: lost}}",
        "name: X\ncustomers: {a: {attributes: {b: [c]}}}",
        "name: X\nterritories: {a: {where: {plac: [b]}}}",
        "name: X\nterritories: {a: {where: {exclude: {size: {over: 1}}}}}",
    ],
)
def test_what_reading_refuses_the_schema_marks(validator, text):
    """A misspelt field or a wrong kind of value is underlined while it is typed."""
    assert complaints(validator, text)
    with pytest.raises(DesignError):
        loads(text)


@pytest.mark.parametrize("validator", VALIDATORS)
@pytest.mark.parametrize(
    "text",
    [
        "name: X",
        "name: X\npositions:",
        "name: X\ndepartments: {marketing: }",
        "name: X\npositions: {a: {covers: north}}",
        "name: X\npositions: {a: {role: }}",
        "name: X\ncustomers: {a: {attributes: {b: 1, c: d}, contacts: {name: e}}}",
        "name: X\nterritories: {a: {where: {exclude: {place: IT, size: {below: 10}}}}}",
    ],
)
def test_shorter_ways_of_writing_are_no_faults(validator, text):
    """One for a list of one, and nothing for nothing, are fine."""
    assert complaints(validator, text) == []
    assert loads(text).name == "X"


def test_editors_can_explain_fields():
    """What the model says of a field is shown beside it, without marks of reStructuredText."""
    definitions = json_schema("draft-07")["definitions"]
    assert definitions["Position"]["properties"]["dotted_to"]["description"] == (
        "Further managers by dotted line."
    )
    assert all(definitions[kind.__name__]["description"] for kind in SECTIONS.values())
    assert "Attributes" not in json.dumps(definitions)
    assert "``" not in json.dumps(definitions)
