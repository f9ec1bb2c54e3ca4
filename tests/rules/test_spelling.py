"""Which names may be the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules.findings import about, sentences

from orgmodel.rules.families.design.spelling import Spellings, folded

LETTERS = "abcdefghij"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Zoë Bianchi", "zoe bianchi", True),
        ("Acme-Motors", "ACME  Motors", True),
        ("Łukasz", "lukasz", False),
        ("खाता", "खता", False),
        ("が", "か", False),
        ("Straße", "STRASSE", True),
        ("P0001", "P0002", False),
    ],
)
def test_folding_forgets_writing_and_keeps_letters(one, other, same):
    """Case, accents, spacing and punctuation go; vowels and letters of other scripts stay."""
    assert (folded(one) == folded(other)) == same


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Ada Rosi", ["ada"]),
        ("Ada Rosssi", ["ada"]),
        ("Ada Rossy", ["ada"]),
        ("Aad Rossi", ["ada"]),
        ("ADA ROSSI", ["ada"]),
        ("Ada Bianchi", []),
        ("Ben", []),
        ("P0003", []),
    ],
)
def test_one_slip_is_forgiven(name, meant):
    """A letter left out, doubled, changed or swapped; digits and short names are exact."""
    assert Spellings({"Ada Rossi": "ada", "Bel": "bel", "P0001": "p"}).near(name) == meant


@given(st.text(LETTERS, min_size=5, max_size=9), st.data())
def test_every_single_slip_finds_the_name(name, data):
    """Whatever letter is dropped, added or changed, the name is found."""
    place = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from(LETTERS))
    known = Spellings({name: name})
    slips = [name[:place] + letter + name[place:], name[:place] + letter + name[place + 1 :]]
    slips += [name[:place] + name[place + 1 :]]
    assert all(known.near(slip) == [name] for slip in slips)


PEOPLE = "people:\n  ada: {name: Ada Rossi}\npositions:\n"


def test_people_are_looked_up_by_name_and_id():
    """A listed person's own name in place of the id is a slip as well; a stranger is none."""
    assert sentences(PEOPLE + "  p: {held_by: Ada Rossi}\n", "MOD007") == [
        "Position 'p' is held by 'Ada Rossi'; did you mean 'ada'?"
    ]
    assert not about(PEOPLE + "  p: {held_by: ada}\n  q: {held_by: Joe Kay}\n", "MOD007")


def test_twins_are_of_one_kind_and_place():
    """The same name in two cities is two customers; in one city it may be one."""
    text = """
customers:
  a: {name: Acme, city: Milan}
  b: {name: ACME, city: Turin}
  c: {name: Acme., city: Turin}
positions: {acme: {}, tm-1: {}, TM 1: {}}
"""
    assert about(text, "MOD009") == ["customer:b", "position:TM 1"]
