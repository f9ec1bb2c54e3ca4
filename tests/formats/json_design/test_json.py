"""A design in JSON says what it says in YAML, and its mistakes are told in their lines."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import HOSTILE, orgs, texts

from orgmodel.formats import load, loads, save, to_json
from orgmodel.formats.designs.yaml.json_events import json_events
from orgmodel.formats.designs.yaml.nodes import MalformedError
from orgmodel.formats.designs.yaml.parsing import MAX_DEPTH
from orgmodel.model import Customer, DesignError, Org, Position, Source


def read(text):
    """Read JSON in memory."""
    return loads(text, name="org.json")


def refusals(text):
    """Read what cannot be read, and list the problems."""
    with pytest.raises(DesignError) as caught:
        read(text)
    return [str(problem) for problem in caught.value.problems]


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=60)
@given(org=orgs())
def test_every_design_reads_back_as_it_was_written(org):
    """No entity, field, digit or letter is lost; a second writing gives the same bytes."""
    text = to_json(org)
    assert read(text) == org
    assert to_json(read(text)) == text


@settings(deadline=None)
@given(texts())
def test_other_programs_read_the_same(text):
    """Python's own reader finds the same texts, as ids and as values."""
    org = Org("X")
    org.add(Position(text, note=text))
    assert json.loads(to_json(org))["positions"] == {text: {"note": text}}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_back(text):
    """In an id, a reference, a text and a free attribute."""
    org = Org(text)
    org.add(Position(text, text, held_by=text, covers=[text]))
    org.add(Customer(text, attributes={text: text}))
    assert read(to_json(org)) == org


def test_files_are_loaded_and_saved(tmp_path):
    """By their ending; entities know their lines."""
    org = Org("Aurora")
    org.add(Position("a", held_by="खाता Müller"))
    save(org, tmp_path / "org.json", schema="orgmodel.schema.json")
    loaded = load(tmp_path / "org.json")
    assert loaded == org
    assert loaded.source_of(Position("a")) == Source(str(tmp_path / "org.json"), 6)
    assert json.loads((tmp_path / "org.json").read_text("utf-8"))["$schema"] == (
        "orgmodel.schema.json"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "1: A value is expected here."),
        ('{"name": "X",\n}', "2: A comma too many before this bracket."),
        ('{"name": "X"\n"positions": {}}', "2: A comma is missing before this."),
        ('{"name"\n"X"}', "2: A colon is missing before this."),
        ("{name: 1}", "1: This is neither text in quotes nor a number, true or null."),
        ("{\n1: 1}", "2: A name in double quotes is expected here."),
        ("{'name': 1}", "1: Texts are in double quotes."),
        ('{"name": "X"\n', "2: The text ends before the last '{' is closed."),
        ('{"name":\n"X}', "2: The quotes opened here are not closed."),
        ('{"name": "X\n"}', "1: A line or a tab ends here inside of quotes."),
        ('{"name": "\\q"}', "1: Unknown escape after '\\'."),
        ('{"name": "\\u12"}', "1: Unknown escape after '\\'."),
        ("// a design\n{}", "1: JSON has no comments."),
        ('{"name": NaN}', "1: This is neither text in quotes nor a number, true or null."),
        ('{"name": 01}', "1: This is neither text in quotes nor a number, true or null."),
        ('{"name": "X"}\n{}', "2: The design ended before this."),
        ('{"name": "X"}]', "1: The design ended before this."),
        ("[1]", "1: A design begins with 'name: ...'"),
        ('{"name": "X", "position": {}}', "1: There is no section 'position'; did you mean"),
        ('{"name": "X", "name": "Y"}', "1: 'name' is written twice, in line 1 and here."),
        ('{"name": "X", "positions": {"a": {"fte":\n2}}}', "2: Position 'a': fte should be less"),
        ('{"name": "X", "positions": {"a": {"note": "\\ud800"}}}', "1: The text holds a control"),
    ],
)  # fmt: skip
def test_mistakes_are_told_in_their_lines(text, said):
    """In words for whoever wrote them."""
    assert refusals(text)[0].startswith(f"org.json:{said}")


@settings(deadline=None)
@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8,
), st.sampled_from([None, 0, 1, 3]))  # fmt: skip
def test_all_that_is_json_is_taken(value, indent):
    """However it is laid out."""
    list(json_events(json.dumps(value, indent=indent)))
    list(json_events(json.dumps(value, ensure_ascii=False, indent=indent)))


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet='{}[]",:\\ntrufalse0123456789.eE+- \n', max_size=24))
def test_only_json_is_taken(text):
    """Whatever Python's reader refuses is refused, and the other way round."""

    def refuse(_):
        raise ValueError

    try:
        json.loads(text, parse_constant=refuse)
        sound = True
    except ValueError:
        sound = False
    try:
        list(json_events(text))
        taken = True
    except MalformedError:
        taken = False
    assert taken == sound


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
def test_any_depth_is_refused_by_its_limit(opening):
    """Without a crash."""
    (found,) = refusals(opening * 100_000)
    assert f"Nested deeper than {MAX_DEPTH} levels" in found
