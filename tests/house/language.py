"""The house language: forms that are banned, and the texts of the project that users read.

``python tests/house/language.py PATH ...`` lists what is wrong below some paths.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

ROOT = Path(__file__).parents[2]

BANNED = {
    "may want": r"\bmay (?:also )?want\b",
    "whoever": r"\b[Ww]ho(?:so)?(?:m)?ever\b",
    "of ours": r"\bof (?:ours|theirs)\b",
    "unless told": r"\b[Uu]nless told\b",
    "is no": r"(?<!here )\b(?:is|are|was) no (?!longer\b|more\b|fewer\b|less\b|other\b|one\b)[a-z]",
    "is nothing that": r"\bis nothing that\b",
    "hangs on": r"\b(?:hang|hangs|hung|hanging) (?:on|from|off)\b",
    "mend": r"\b[Mm]end(?:s|ed|ing|able)?\b",
    "grave": r"\b[Gg]rav(?:e|er|est|ely)\b",
    "of a X somebody": r"\bOf an? [^.{}]{0,60}\bsomebody\b",
    "wants a": r"(?<!who )\bwants an? ",
    "does not end like": r"\bdo(?:es)? not end like\b",
    "as many as that": r"\b[Aa]s many as that\b",
    "to where": r"\b[Tt]o where\b",
    "so many": r"\b[Ss]o many\b(?! that)",
    "what for": r"\b[Ww]hat for\b",
    "lands on": r"\blands? on\b",
    "comes to (a sum)": r"\bcomes? to (?:\{|EUR\b|USD\b|\d)",
    "with few": r"\b(?:lies|lie) with few\b",
    "are but": r"\b(?:is|are) but (?:a|an|one|two|\d)",
    "be it": r"\b[Bb]e (?:it|they) ",
    "said so": r"\bsaid so\b",
    "tells of": r"\b(?:tells?|told) (?:of|that)\b",
    "told apart": r"\btold apart\b",
    "told one by one": r"\b(?:told|said) one by one\b",
    "of us, loses us": r"\b(?:loses|earns?) us\b",
    "found no more": r"\bfound no more\b",
    "say (of a program)": r"\bsays? otherwise\b",
    "3.5 % with a space": r"(?:\d|\}) %(?![\w(%{<>-])",
}
"""What is not written, by the name under which the style page lists it, as a pattern."""

_PATTERNS = {name: re.compile(pattern) for name, pattern in BANNED.items()}
_EXAMPLES = tuple(f"| {name} |" for name in BANNED)
"""How the rows of the style page begin that show what is banned."""
_WIDEST = 120
_SENTENCE = re.compile(r"(?<![A-Z0-9])(?<!e\.g)(?<!i\.e)(?<!St)(?<!Dr)[.!?][\")]? +(?=[A-Z`*\[])")


@dataclass(frozen=True)
class Offence:
    """A banned form in a text."""

    path: str
    line: int
    form: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.form!r} in {self.text!r}"


def offences(path: Path) -> Iterator[Offence]:
    """Yield what is wrong in a Python or Markdown file."""
    name = path.relative_to(ROOT).as_posix()
    texts = _python(path) if path.suffix == ".py" else _markdown(path)
    for line, raw in texts:
        text = " ".join(raw.split())
        for form, pattern in _PATTERNS.items():
            if found := pattern.search(text):
                start = max(found.start() - 30, 0)
                yield Offence(name, line, form, text[start : found.end() + 30])
    if path.suffix == ".md":
        yield from _layout(name, path)


def below(place: Path) -> list[Path]:
    """Return the texts in a folder, or the file itself."""
    if place.is_file():
        return [place]
    return sorted(path for path in place.rglob("*") if path.suffix in {".py", ".md"})


def _python(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the public docstrings and the sentences among the strings of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = set()
    for node in ast.walk(tree):
        if isinstance(node, documented) and (text := ast.get_docstring(node)) is not None:
            docstrings.add(id(node.body[0].value))
            if not getattr(node, "name", "").startswith("_"):
                yield node.body[0].lineno, text
    inside = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr) or _is_pattern(node)
        for part in ast.walk(node)
        if part is not node
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in inside:
            yield node.lineno, "".join(map(_piece, node.values))
        elif _is_sentence(node) and id(node) not in docstrings | inside:
            yield node.lineno, node.value


def _piece(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "{}"


def _is_sentence(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value


def _is_pattern(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.")


def _prose(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a page outside its blocks of code, without code in the line."""
    fenced = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif not fenced:
            yield number, re.sub(r"`[^`]*`", "`x`", line)


def _markdown(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in _prose(path):
        if not line.startswith(_EXAMPLES):
            yield number, line


def _layout(name: str, path: Path) -> Iterator[Offence]:
    """Yield lines that are too wide, and those with more than one sentence."""
    whole = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(whole, 1):
        if len(line) > _WIDEST and not line.startswith("|"):
            yield Offence(name, number, f"wider than {_WIDEST} columns", line[:60])
    for number, line in _prose(path):
        if not line.startswith(("|", "#")) and (found := _SENTENCE.search(line)):
            near = line[max(found.start() - 30, 0) : found.end() + 30]
            yield Offence(name, number, "two sentences in a line", near)


if __name__ == "__main__":
    paths = [each for place in sys.argv[1:] for each in below(Path(place).resolve())]
    lines = [str(offence) for path in paths for offence in offences(path)]
    sys.stdout.write("\n".join([*lines, f"{len(lines)} found.", ""]))
