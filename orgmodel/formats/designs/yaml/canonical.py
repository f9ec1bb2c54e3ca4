"""The canonical form of a design in YAML: as it would be saved, with its comments kept."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from orgmodel.formats.designs.yaml.comments import (
    END,
    TOP,
    Comment,
    Path,
    comments_of,
    paths_of,
    subject_of,
)
from orgmodel.formats.designs.yaml.decoding import decode
from orgmodel.formats.designs.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from orgmodel.formats.designs.yaml.parsing import parse
from orgmodel.formats.designs.yaml.reading import ASIDE, read_alone
from orgmodel.formats.designs.yaml.writing import SCHEMA_COMMENT, head, sections
from orgmodel.model import Org
from orgmodel.text import clean

_Notes = Mapping[Path, list[Comment]]


def canonical(data: str | bytes, file: str = "<text>", *, schema: str | None = None) -> str:
    """Return a design, or a part of one, in its canonical form.

    Sections and fields are in the order of the model, entities stay in theirs, what equals its
    default is left out, and texts are quoted only where needed. A comment stays with what follows
    it or is on its line; if that is left out, with its parent. The canonical form of the result is
    the result itself, and it holds the same design.

    Args:
        data: The text, or the bytes of a file. Included files are not read.
        file: Its name in problems.
        schema: Where editors find the schema; None keeps the entry of the text.

    Raises:
        DesignError: With every problem found, each in its line.
    """
    org = read_alone(data, file)
    text = decode(data) if isinstance(data, bytes) else data.removeprefix("\ufeff")
    root = parse(text).root
    paths = paths_of(root)
    notes: dict[Path, list[Comment]] = defaultdict(list)
    for comment in comments_of(text):
        if schema is None or not comment.text.startswith(SCHEMA_COMMENT):
            notes[subject_of(comment, paths)].append(comment)
    lines = [*_head(org, root), *sections(org)]
    body = _with(notes, lines[1:] if lines and not lines[0] else lines)
    opening = [] if schema is None else [f"{SCHEMA_COMMENT}{clean(schema)}"]
    whole = [*opening, *_top(notes, text, paths), *body, *_end(notes[END], body)]
    return "\n".join([*whole, ""]) if whole else ""


def _head(org: Org, root: Node | None) -> list[str]:
    """Write what stands before the sections; a part of a design has no name and needs none."""
    entries = root.entries if isinstance(root, MappingNode) else {}
    given: dict[str, object] = {}
    if ASIDE in entries and (address := _texts(entries[ASIDE])):
        given[ASIDE] = address[0]
    if "name" in entries:
        given |= {"name": org.name, "currency": org.currency}
    elif "currency" in entries:
        given |= {"currency": "".join(_texts(entries["currency"]))}
    if "include" in entries and (files := _texts(entries["include"])):
        given["include"] = files
    return head(given)


def _texts(node: Node) -> list[str]:
    items = node.items if isinstance(node, SequenceNode) else [node]
    return [item.text for item in items if isinstance(item, ScalarNode) and item.text]


def _top(notes: _Notes, text: str, paths: Sequence[tuple[int, Path]]) -> list[str]:
    lines = _own(notes.get(TOP, []))
    first = paths[0][0] if paths else 0
    last = max((comment.line for comment in notes.get(TOP, [])), default=0)
    # an empty line below says that the comment is about the whole file
    apart = lines and first > last + 1 and "---" not in text.splitlines()[last : first - 1]
    return [*lines, ""] if apart else lines


def _end(comments: Sequence[Comment], body: Sequence[str]) -> list[str]:
    lines = _own(comments)
    return ["", *lines] if lines and body else lines


def _own(comments: Sequence[Comment]) -> list[str]:
    """Write comments on lines of their own, with the empty lines between them."""
    lines: list[str] = []
    for comment in comments:
        lines += [""] if lines and comment.apart and comment.alone else []
        lines.append(comment.text)
    return lines


def _with(notes: _Notes, lines: Sequence[str]) -> list[str]:
    """Put comments to what they are about."""
    where = {path: line for line, path in reversed(paths_of(parse("\n".join(lines)).root))}
    above: dict[int, list[Comment]] = defaultdict(list)
    beside: dict[int, list[str]] = defaultdict(list)
    lost: list[Comment] = []
    for path, comments in notes.items():
        if path in {TOP, END}:
            continue
        line = _nearest(path, where)
        for comment in comments:
            if line is None:
                lost.append(comment)
            elif comment.alone:
                above[line].append(comment)
            else:
                beside[line].append(comment.text)
    written: list[str] = []
    for number, text in enumerate(lines, start=1):
        margin = text[: len(text) - len(text.lstrip())]
        written += [f"{margin}{note}" if note else "" for note in _own(above[number])]
        written.append("  ".join([text, *beside[number]]))
    return written + _end(lost, written)


def _nearest(path: Path, where: Mapping[Path, int]) -> int | None:
    """Return the line of what a path leads to, or of what held that."""
    while path and path not in where:
        path = path[:-1]
    return where.get(path)
