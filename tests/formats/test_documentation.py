"""What the page on design files says is so."""

import re
from pathlib import Path

from orgmodel.formats import dumps, loads
from orgmodel.formats.designs.yaml.parsing import MAX_BYTES, MAX_DEPTH, MAX_LOOSE, MAX_NODES
from orgmodel.model import SECTIONS

PAGE = (Path(__file__).parents[2] / "docs" / "design-files.md").read_text(encoding="utf-8")
(EXAMPLE,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def test_the_example_is_read_and_written_as_it_stands():
    """Whoever copies it gets a design, and saving it changes nothing."""
    assert dumps(loads(EXAMPLE)) == EXAMPLE


def test_all_sections_are_listed():
    """In the order in which they are written."""
    listed = [name for name in re.findall(r"`(\w+)`", PAGE) if name in SECTIONS]
    assert listed[: len(SECTIONS)] == list(SECTIONS)


def test_limits_are_those_of_the_reader():
    """64 levels, 64 MB, three million values, of which a quarter of a million are unsound."""
    limits = (MAX_DEPTH, MAX_BYTES, MAX_NODES, MAX_LOOSE)
    assert limits == (64, 64 * 2**20, 3_000_000, 250_000)


def test_a_line_for_editors_does_no_harm():
    """The comment that names the schema is a comment."""
    line = "# yaml-language-server: $schema=docs/schema/orgmodel.schema.json\n"
    assert loads(line + EXAMPLE) == loads(EXAMPLE)
