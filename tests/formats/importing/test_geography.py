"""Places are read alike in every table: names and codes, lists, ranges and beginnings."""

from pathlib import Path

import pytest

from orgmodel import coverage
from orgmodel.formats.importing import import_design
from orgmodel.model import Position, Territory

NAMES = {"Tom Berg", "Zoe Chan"}


def imported(folder, **tables):
    """Import tables, given as lines of cells parted by bars."""
    files = []
    for name, lines in tables.items():
        rows = [line.split("|") for line in lines.splitlines() if line]
        file = folder / f"{name}.csv"
        text = "\n".join(",".join(f'"{cell}"' if "," in cell else cell for cell in r) for r in rows)
        file.write_text(text + "\n", encoding="utf-8")
        files.append(file)
    return import_design(files)


def covered(found):
    """Give who covers each customer."""
    return {each.customer.id: str(each.post.held_by) if each.state == "covered" else None
            for each in coverage(found.org)}  # fmt: skip


CASES = {
    title: blocks.strip().split("\n\n")
    for title, blocks in (
        case.split("\n", 1)
        for case in Path(__file__)
        .with_name("geography_cases.txt")
        .read_text(encoding="utf-8")
        .removeprefix("# ")
        .split("\n# ")
    )
}
"""Territories, customers, and who covers each of these, by what is special about the case."""


@pytest.mark.parametrize("case", CASES)
def test_places_find_their_customers(case, tmp_path):
    """However a table writes a place, its customers are covered, and no others."""
    territories, customers, wanted = CASES[case]
    found = imported(tmp_path, territories=territories, customers=customers)
    names = [name or None for name in wanted.split(";")]
    assert list(covered(found).values()) == names
    assert not found.problems, "\n".join(map(str, found.problems))


def test_what_is_no_place_is_told(tmp_path):
    """A rule on a word that no customer has is a problem, not a rule that matches nobody."""
    found = imported(
        tmp_path,
        territories="Territory|Country|Rep\nE|EMEA|Tom Berg\nF|France|Zoe Chan",
        customers="ID|Name|Country|Revenue\nc1|A|FR|1\nc2|B|DE|1",
    )
    assert any("'EMEA'" in note.sentence for note in found.problems)


def test_padded_codes_are_told(tmp_path):
    """A reader learns which codes were changed, and to what."""
    found = imported(
        tmp_path,
        territories="Territory|ZIP|Rep\nN|1001|Tom Berg\nS|10010|Zoe Chan",
        customers="ID|Name|ZIP|Revenue\nc1|A|01001|1\nc2|B|10010|1",
    )
    assert any(
        "leading zeros" in note.sentence and "01001" in note.sentence for note in found.notes
    )


def test_a_range_that_ends_before_it_begins_is_told(tmp_path):
    """It is left out as a problem."""
    found = imported(
        tmp_path, territories="Territory|ZIP from|ZIP to|Rep\nN|06999|06000|Tom Berg\nS|1|2|Zoe"
    )
    assert any("06999 to 06000" in note.sentence for note in found.problems)


def test_people_sit_where_their_country_and_state_say(tmp_path):
    """Places of people are codes as those of customers are."""
    found = imported(
        tmp_path, people="ID|Name|Title|State|Country\n1|Ann|CEO|Bavaria|Germany\n2|Bo|Rep||Italia"
    )
    assert [post.place for post in found.org.all(Position)] == ["DE-BY", "IT"]


def test_one_row_for_each_code_is_one_territory(tmp_path):
    """City and state beside the code are no conditions of their own."""
    found = imported(
        tmp_path,
        territories="ZIP|City|State|Territory|Rep\n01001|Agawam|MA|N|Tom\n01002|Amherst|MA|N|Tom",
    )
    (territory,) = found.org.all(Territory)
    assert territory.where.postal_code == ("01001", "01002")
    assert not territory.where.city
