"""Every field is explained, in its docstring and on the page of all fields."""

from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from docs.fields import WITHIN, page, told
from orgmodel.model import SECTIONS, AccountRole, BuyingRole, kind_of

PAGE = Path(__file__).parents[2] / "docs" / "fields.md"
KINDS = (*SECTIONS.values(), *WITHIN)


def test_the_page_in_the_repository_is_that_of_the_model():
    """Write it anew by running docs/fields.py after a change of the model."""
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("kind", KINDS, ids=kind_of)
def test_every_field_is_in_the_docstring_in_its_order(kind):
    """Help tells what each field means, and nothing of fields that are not there."""
    assert list(told(kind)) == [each.name for each in fields(kind) if each.name != "id"]


def test_every_link_of_the_page_leads_to_a_heading():
    """A reader gets from a field to what it refers to."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    headings = {line[3:].lower().replace(" ", "-") for line in lines if line.startswith("## ")}
    linked = {part.split(")")[0] for line in lines for part in line.split("](#")[1:]}
    assert linked <= headings
    assert {kind_of(kind).replace("_", "-") for kind in KINDS} <= headings


def test_the_words_for_people_are_all_there():
    """Every role in a buying centre or on an account has its meaning."""
    text = page()
    for word in (*get_args(BuyingRole), *get_args(AccountRole)):
        assert f"\n| `{word}` | " in text
