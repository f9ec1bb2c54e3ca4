"""YAML becomes nodes with places; whatever hides the meaning of a design is named, not obeyed."""

import subprocess
import sys

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.formats.designs.yaml import parsing
from orgmodel.formats.designs.yaml.nodes import MappingNode, ScalarNode, SequenceNode
from orgmodel.formats.designs.yaml.parsing import parse

BACKENDS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]


@pytest.fixture(params=BACKENDS, ids=lambda loader: loader.__name__, autouse=True)
def _backend(request, monkeypatch):
    """Every test holds with the C parser and without."""
    monkeypatch.setattr(parsing, "_LOADER", request.param)


def plain(node):
    """Give what a tree holds, without places."""
    if isinstance(node, MappingNode):
        return {name: plain(value) for name, value in node.entries.items()}
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    return node.text


def read(data):
    """Read what must be faultless."""
    tree = parse(data)
    assert tree.faults == []
    return tree.root


def faults(data):
    """Give the faults as text: line, column, message."""
    return [
        f"{fault.place.line}:{fault.place.column} {fault.message}" for fault in parse(data).faults
    ]


@pytest.mark.parametrize(
    "text",
    ["NO", "no", "on", "y", "12:30", "0123", "1_000", "1e3", "0o17", "0x1F", ".inf", ".nan", "1.0",
     "2026-02-29", "=", "<<", "true", "None", "खाता प्रबंधक", "A$AP", "müller"],
)  # fmt: skip
def test_a_scalar_stays_what_was_written(text):
    """Nothing is guessed from how a text looks, be it a value or a name."""
    assert plain(read(f"a: {text}\nb: [{text}]\n{text}: c\n")) == {
        "a": text,
        "b": [text],
        text: "c",
    }


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_written_in_the_ways_of_yaml(text):
    """Unquoted it is nothing, quoted it is that text."""
    assert plain(read(f"a: {text}\n")) == {"a": None}
    assert plain(read(f"a: '{text}'\n")) == {"a": text}


def test_every_node_knows_its_place():
    """Lines and columns count from 1, for names, values and list items."""
    root = read("# design\npositions:\n  dana:\n    covers:\n    - north\n    - south\n")
    dana = root.entries["positions"].entries["dana"]
    assert root.entries["positions"].names["dana"] == (3, 3)
    assert dana.names["covers"] == (4, 5)
    assert [item.place for item in dana.entries["covers"].items] == [(5, 7), (6, 7)]


def test_empty_text_has_no_root_and_no_fault():
    """A file with nothing but comments is empty, not wrong; what it lacks is for others to say."""
    assert parse("# nothing yet\n") == parse(b"")
    assert parse("").root is None


def test_a_name_written_twice_is_named_with_both_lines():
    """The first is kept, both places are said, and reading goes on to the next fault."""
    text = "a: {x: 1}\nb: 2\na: {y: {z: 3}, y: 4}\nb: 5\nc: 6\n"
    assert faults(text) == [
        "3:1 'a' is written twice, in line 1 and here. Keep one.",
        "3:16 'y' is written twice, in line 3 and here. Keep one.",
        "4:1 'b' is written twice, in line 2 and here. Keep one.",
    ]
    assert plain(parse(text).root) == {"a": {"x": "1"}, "b": "2", "c": "6"}


@pytest.mark.parametrize("value", ["!!str x", "!!python/object:os.system x", "! x", "!own [x]",
                                   "!<tag:a,2000:b> {x: y}"])  # fmt: skip
def test_a_tag_is_a_fault(value):
    """No tag is obeyed, not even a harmless one."""
    assert faults(f"a: 1\nb: {value}\n") == [
        "2:4 Tags, beginning with '!', are not allowed. Delete it."
    ]


def test_anchors_and_aliases_are_faults():
    """A design says everything where it belongs."""
    assert faults("a: &x 1\nb: *x\n") == [
        "1:4 The anchor '&x' is not allowed. Delete it.",
        "2:4 The alias '*x' is not allowed. Write the value out.",
    ]


def test_a_bomb_of_aliases_is_refused_before_it_grows():
    """Nine to the power of twelve values are not expanded: the first alias ends the reading."""
    lines = ["a0: &a0 [lol]"] + [f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]" for i in range(12)]
    assert any("alias" in fault for fault in faults("\n".join(lines)))


def test_a_second_document_is_a_fault():
    """One file holds one design; a leading `---` alone is fine."""
    assert plain(read("---\na: 1\n...\n")) == {"a": "1"}
    assert faults("a: 1\n---\nb: 2\n") == [
        "2:1 A second document begins here. One file holds one design."
    ]


@pytest.mark.parametrize("text", ["? [a]\n: 1\n", "{{ name }}: 1\n", "a: {{x: 1}: 2}\n"])
def test_a_name_must_be_text(text):
    """Lists and braces, as of unfilled templates, are no names."""
    assert [fault.partition(" ")[2] for fault in faults(text)] == [
        "A name before a colon must be plain text, no list or braces."
    ]


def test_a_missing_name_is_a_fault():
    """`~: x` has no name; in quotes it is one."""
    assert faults("a: 1\n~: 2\n") == [
        "2:1 A name is missing before the colon. Quote it if it is 'null'."
    ]
    assert plain(read("'null': 1\n")) == {"null": "1"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\n\tb: 2", "2:1 The line is indented with tabs. Use spaces."),
        ("a: @x", "1:4 Text cannot begin with @. Put it in quotes."),
        ("a: b: c", "1:5 A colon too many, or a wrong indentation."),
        ("a: 1\nb: 'x", "2:6 The quotes opened in line 2 are not closed."),
        ("a: - b", "1:4 A list with '-' begins on a line of its own, below its name."),
        ("a: *", "1:5 Text cannot begin with '*' or '&'. Put it in quotes."),
        ("a: ]", "1:4 A value is expected here."),
        ("a:\n  b: 1\n c: 2", "3:2 This does not fit what begins in line 1."),
        ("a: 'it's'", "1:8 This does not fit what begins in line 1."),
        ("a: !e!x 1", "1:4 Tags, beginning with '!', are not allowed. Put the text in quotes."),
    ],
)
def test_what_is_no_yaml_is_said_in_plain_words(text, said):
    """The line, what is wrong and what to do, whichever parser reads it."""
    (found,) = faults(text)
    assert found.startswith(said)
    assert parse(text).root is None


def test_an_open_bracket_is_named_by_its_line():
    """The parser notices at the end; what helps is where the bracket was opened."""
    (found,) = faults("a: 1\nb: [x,\n  y\nc: 2\n")
    assert found.endswith("The bracket opened in line 2 is not closed, or a comma is missing.")


def test_an_unknown_escape_is_explained():
    """Backslashes in double quotes are escapes, as in paths of Windows."""
    (found,) = faults('a: "C:\\quotas"\n')
    assert found.endswith("Unknown escape after '\\'. Write '\\\\', or use single quotes.")


def test_faults_before_a_syntax_error_are_kept():
    """What was found is said, together with what ends the reading."""
    assert [fault[:2] for fault in faults("a: 1\na: 2\nb: @\n")] == ["2:", "3:"]


@pytest.mark.parametrize("bomb", ["[", "{a: ", "- ", "[{a: ", "? "])
def test_endless_nesting_is_refused(bomb):
    """A hundred thousand levels are refused at the sixty-fifth, in either style."""
    (found,) = faults("# brackets [[[[\n" + bomb * 100_000)
    assert "Nested deeper than 64 levels" in found or "must be plain text" in found
    assert found.startswith("2:")


def test_a_parser_that_refuses_nesting_by_itself_changes_no_message(monkeypatch):
    """Some releases have a limit of their own, in words of their own, ahead of the events."""

    class Strict(yaml.SafeLoader):
        def get_event(self):
            if self.index > 400:
                raise yaml.scanner.ScannerError("here", None, "no more", self.get_mark())
            return super().get_event()

    monkeypatch.setattr(parsing, "_LOADER", Strict)
    text = 'a: 1\nb: [x, \'[[\', "\\"[", # [[\n'
    assert faults(text + "[" * 500) == [
        "3:63 Nested deeper than 64 levels, the limit for a design."
    ]


def test_the_deepest_allowed_nesting_is_read():
    """Exactly 64 levels are fine."""
    assert read("[" * 64 + "]" * 64)
    assert "Nested deeper" in faults("[" * 65 + "]" * 65)[0]


def test_deep_nesting_does_not_crash_the_interpreter():
    """The C parser has crashed on such texts; the process must end by itself, with the answer."""
    code = (
        "from orgmodel.formats.designs.yaml.parsing import parse;"
        "print(parse('[' * 100_000).faults[0].message)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout == "Nested deeper than 64 levels, the limit for a design.\n"


def test_limits_are_named(monkeypatch):
    """A file that is too large is refused with the limit that it exceeds."""
    monkeypatch.setattr(parsing, "MAX_BYTES", 2**20)
    assert faults(b"#" * (2**20 + 1)) == [
        "1:1 The file is larger than 1 MB, the limit for one design."
    ]
    monkeypatch.setattr(parsing, "MAX_NODES", 1_000)
    assert read("[" + "x," * 999 + "]")
    assert faults("[" + "x," * 1_000 + "]") == [
        "1:2000 More than 1,000 values, the limit for one design."
    ]


def test_there_is_an_end_to_faults():
    """A thousand are enough to see what is wrong with a file."""
    found = faults("a: 1\n" * 5_000)
    assert len(found) == 1_001
    assert found[-1] == "1001:1 There may be more; reading ended here."


@pytest.mark.parametrize("escape", ["UFFFFFFFF", "U00110000", "xZZ"])
def test_an_impossible_escape_is_a_fault(escape):
    """Numbers of characters that do not exist."""
    assert len(faults(f'a: "\\{escape}"\n')) == 1


def test_an_escaped_control_character_is_a_fault():
    """What may not stand in the text may not come in by an escape either."""
    assert faults('a: "x\\0y"\nb: "x\\ny"\n') == [
        "1:4 The text holds a control character, written as an escape."
    ]


@given(st.text())
def test_any_text_is_read_or_refused_with_a_place(text):
    """No text whatever crashes the reader; what it refuses, it places inside the text."""
    tree = parse(text)
    assert tree.root is not None or tree.faults or not plain_lines(text)
    for fault in tree.faults:
        assert 1 <= fault.place.line <= len(text.splitlines()) + 1


@given(st.binary())
def test_any_bytes_are_read_or_refused(data):
    """No bytes whatever crash the reader."""
    tree = parse(data)
    assert isinstance(tree.root, ScalarNode | MappingNode | SequenceNode | None)


@given(st.text(alphabet="ab:-[]{},'\"#&*!|>%@`?\\ \n\t~"))
def test_texts_full_of_yaml_signs_are_read_or_refused(text):
    """Nor do those made of the characters that mean something."""
    assert parse(text).faults or parse(text).root is not None or not plain_lines(text)


def plain_lines(text):
    """Give the lines that hold more than comments and marks of documents."""
    lines = (line.partition("#")[0].strip() for line in text.removeprefix("\ufeff").splitlines())
    return [line for line in lines if line and line not in {"...", "---"} and line[0] != "%"]
