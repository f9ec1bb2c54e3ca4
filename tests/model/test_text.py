"""Text is cleaned once, where it comes in: what is printed survives, nothing else does."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel import Customer, DesignError, Org, Person, Position
from orgmodel.text import clean

EXAMPLES = {
    "plain": ("Acme", "Acme"),
    "trimmed": ("  Acme \t", "Acme"),
    "runs of white space": ("Wolski  Zajazd\u00a0\u2003GmbH", "Wolski Zajazd GmbH"),
    "lines": ("Acme\r\nInc\u2028Ltd", "Acme Inc Ltd"),
    "control characters": ("A\x00c\x1bme\x7f\x9f", "Acme"),
    "accent composed": ("Rene\u0301e", "Renée"),
    "accent behind a control": ("e\x00\u0301", "é"),
    "lone surrogate": ("Ac\ud800me\udfff", "Acme"),
    "noncharacters": ("Ac\ufffeme\ufdd0\U0001ffff", "Acme"),
    "bidi override": ("evil\u202excod.\u202c", "evilxcod."),
    "bidi isolates": ("\u2067محمد\u2069", "محمد"),
    "byte order mark": ("\ufeffacme", "acme"),
    "dollars": ("A$AP $Corp$ $\\frac{1}{2}$", "A$AP $Corp$ $\\frac{1}{2}$"),
    "markup": ("<b>&amp;</b> {x} %s", "<b>&amp;</b> {x} %s"),
    "Devanagari with joiners": ("क्‍ष र्‌क बिक्री", "क्‍ष र्‌क बिक्री"),
    "Persian with a joiner": ("می‌خواهم", "می‌خواهم"),
    "emoji family": ("👩‍👧‍👦", "👩‍👧‍👦"),
    "flag of England": (
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    ),
    "newer than this Python": ("a\U0001fae8\u0378", "a\U0001fae8\u0378"),
    "three hundred letters": ("ż" * 300, "ż" * 300),
}


@pytest.mark.parametrize(("written", "kept"), EXAMPLES.values(), ids=EXAMPLES)
def test_text_is_kept_as_it_prints(written, kept):
    """What an id, a name and a reference keep of a text is what one sees of it."""
    assert clean(written) == kept
    assert Customer(written, written) == Customer(kept, kept)
    assert Position("p", held_by=written).held_by == Person(kept).id


@given(st.text() | st.text(st.characters(categories=["Cc", "Cf", "Cn", "Cs", "Mn", "Zs"])))
def test_clean_text_is_one_line_composed_and_stays_as_it_is(text):
    """Cleaning twice changes nothing; what is left can be encoded and stands on one line."""
    kept = clean(text)
    assert clean(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert kept == kept.strip()
    assert len(kept.splitlines()) <= 1
    assert kept.encode().decode() == kept
    assert not set(kept) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_no_letter_digit_or_sign_is_lost(text):
    """Cleaning drops nothing that is printed: it composes, and that is all."""
    assert clean(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("empty", ["", "  ", "\x00", "\u202e", "\ud800"])
def test_nothing_is_no_name(empty):
    """An id, a name, a reference and an organisation's name have something to read in them."""
    for make in (Customer, lambda text: Customer("c", text)):
        with pytest.raises(DesignError, match="is empty; write something or leave it out"):
            make(empty)
    with pytest.raises(DesignError, match="managed_by"):
        Customer("c", managed_by=empty)
    with pytest.raises(ValueError, match="The organisation needs a name"):
        Org(empty)
