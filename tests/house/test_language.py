"""Messages, help, pages and docstrings are written in the house language."""

import re
from pathlib import Path

import pytest
from house.language import BANNED, ROOT, below, offences

CLEAN = (
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
    "docs/books.md",
    "docs/changes.md",
    "docs/charts.md",
    "docs/ci.md",
    "docs/coverage.md",
    "docs/design-files.md",
    "docs/export.md",
    "docs/fields.md",
    "docs/gallery.md",
    "docs/graph.md",
    "docs/import.md",
    "docs/kinds-of-chart.md",
    "docs/measures.md",
    "docs/presets.md",
    "docs/propose.md",
    "docs/rules",
    "docs/settings.md",
    "docs/style.md",
    "docs/time.md",
    "examples",
    "orgmodel/books",
    "orgmodel/changes",
    "orgmodel/cli",
    "orgmodel/cover",
    "orgmodel/files",
    "orgmodel/formats/__init__.py",
    "orgmodel/formats/designs",
    "orgmodel/formats/export",
    "orgmodel/formats/importing",
    "orgmodel/formats/load_save.py",
    "orgmodel/formats/salesforce",
    "orgmodel/formats/values",
    "orgmodel/measures",
    "orgmodel/model",
    "orgmodel/network",
    "orgmodel/progress.py",
    "orgmodel/propose",
    "orgmodel/regions",
    "orgmodel/roles",
    "orgmodel/rules",
    "orgmodel/text",
    "orgmodel/timeline",
)
"""What is written in the house language so far; one a line, sorted, and the list only grows."""

STYLE = (ROOT / "docs" / "style.md").read_text(encoding="utf-8")
ROWS = re.findall(
    r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", STYLE.partition("## Banned forms")[2], re.MULTILINE
)[1:]


@pytest.mark.parametrize("place", CLEAN)
def test_it_is_written_in_the_house_language(place: str):
    """No banned form is in the messages, help, pages or public docstrings of a room."""
    found = [str(offence) for path in below(ROOT / place) for offence in offences(path)]
    assert not found, "\n".join(["docs/style.md says what to write instead.", *found])


def test_the_style_page_lists_every_banned_form():
    """Each form that the test refuses has an example and a replacement on the page."""
    assert [name for name, _, _ in ROWS] == list(BANNED)


@pytest.mark.parametrize(("name", "wrong", "right"), ROWS)
def test_a_form_is_caught_and_its_replacement_is_not(name: str, wrong: str, right: str):
    """What the page calls wrong is caught by its own pattern, what it offers by none."""
    assert re.search(BANNED[name], wrong)
    assert not [form for form, pattern in BANNED.items() if re.search(pattern, right)]


def test_the_glossary_is_in_order():
    """A term is found by its first letters, and stands there once."""
    rows = STYLE.partition("## Glossary")[2].partition("## Banned")[0]
    terms = re.findall(r"^\| ([^|]+) \| [^|]+ \|$", rows, re.MULTILINE)[1:]
    assert len(terms) >= 60
    assert terms == sorted(set(terms), key=str.lower)


def test_a_text_of_each_kind_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Strings, f-strings and public docstrings are looked at; patterns and private words not."""
    monkeypatch.setattr("house.language.ROOT", tmp_path)
    page = tmp_path / "page.md"
    page.write_text("Fine: `is no day`.\n\nThis is no day. And more.\n", encoding="utf-8")
    module = tmp_path / "module.py"
    module.write_text(
        '"""Mend it."""\nimport re\nA = f"{re} is no day"\nB = "it is no day"\n'
        'C = re.compile("is no d")\ndef _hidden():\n    """Mend it."""\n',
        encoding="utf-8",
    )
    assert [offence.line for offence in offences(page)] == [3, 3]
    assert sorted(offence.line for offence in offences(module)) == [1, 3, 4]
