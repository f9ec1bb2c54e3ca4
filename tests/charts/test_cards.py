from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import texts

from orgmodel.charts.canvas.amounts import amount, count
from orgmodel.charts.canvas.palette import OTHER
from orgmodel.charts.canvas.sketch import Place, Sketch
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.cards.card import Account, Card
from orgmodel.charts.cards.card_drawing import draw_card
from orgmodel.charts.cards.card_lines import natural_width, set_card
from orgmodel.charts.cards.marks import Badge

SETTER = Typesetter()
ACCOUNTS = st.builds(Account, st.uuids().map(str), texts(), st.sampled_from(["", "EUR 3.4M"]))
SPANS = st.none() | st.tuples(st.integers(1, 99), st.integers(99, 100_000))


def drawn(card, width=130.0):
    """Return a card as drawn alone, with its box."""
    sketch = Sketch(SETTER)
    ready = set_card(SETTER, card, width)
    draw_card(sketch, ready, Place(0, 0, ready.width, ready.height))
    return sketch.boxes[0], sketch


def ink(run):
    """Return what a text covers: left, top, right, bottom."""
    left, bottom, right, top = SETTER.shape(run.text, run.style).ink
    scale = run.size / 100
    start = run.x - left * scale
    return start + left * scale, run.y - top * scale, start + right * scale, run.y - bottom * scale


@settings(deadline=None)
@given(
    st.none() | texts() | st.text(max_size=80),
    texts() | st.text(max_size=80),
    st.lists(texts() | st.text(max_size=80), max_size=2),
    st.lists(ACCOUNTS, max_size=8),
    SPANS,
)
def test_no_text_leaves_its_box(name, title, facts, accounts, span):
    """Whatever a card says, and in whatever script, it says it within its box."""
    card = Card("c", name, title, "kind", OTHER, tuple(facts), tuple(accounts), span)
    box, sketch = drawn(card)
    for run in sketch.texts:
        left, top, right, bottom = ink(run)
        assert left >= box.x
        assert top >= box.y
        assert right <= box.x + box.width + 0.01
        assert bottom <= box.y + box.height


@settings(deadline=None)
@given(texts(), texts(), st.lists(ACCOUNTS, max_size=3), SPANS)
def test_no_two_texts_of_a_card_overlap_in_reading_order(name, title, accounts, span):
    """Lines follow each other downwards, and a number beside a name leaves it its room."""
    _, sketch = drawn(Card("c", name, title, "kind", OTHER, (), tuple(accounts), span))
    rows = [run for run in sketch.texts if not run.gid.startswith("c/span")]
    for one, two in pairwise(rows):
        assert one.y < two.y or one.x >= two.x + two.width or two.x >= one.x + one.width
    pill = next((b for b in sketch.boxes if b.gid == "c/span"), None)
    first = next(run for run in sketch.texts if run.gid == "c/name")
    if pill and len(first.text) > 6:
        assert first.x + first.width <= pill.x


def test_a_vacancy_says_so_and_is_dashed():
    """A vacancy can be told without colours: by the word, by its slant and by the edge."""
    box, sketch = drawn(Card("c", None, "Sales Manager", "kind", OTHER))
    assert box.dash
    assert [(run.text, run.style) for run in sketch.texts] == [
        ("Vacant", "italic"),
        ("Sales Manager", "regular"),
    ]


def test_a_vacancy_beside_initials_shows_nobody():
    """Where others have initials, a vacancy has a dashed circle with the outline of a person."""
    _, sketch = drawn(Card("g", None, "Manager", "Manager", OTHER, initials=""))
    circle = next(box for box in sketch.boxes if box.gid == "g/initials")
    assert circle.dash
    assert [shape.gid for shape in sketch.shapes] == ["g/initials/head", "g/initials/shoulders"]


def test_long_names_are_not_cut():
    """A name takes as many lines as people's names need."""
    name = "Ana Maria de los Angeles Fernandez-Villaverde y Gutierrez de la Concha"
    _, sketch = drawn(Card("g", name, "Manager", "Manager", OTHER), 168.0)
    lines = [run.text for run in sketch.texts if run.gid.startswith("g/name")]
    assert "".join(lines).replace(" ", "") == name.replace(" ", "")


def test_key_accounts_have_a_star_and_their_amount_at_the_right():
    """A key account is a row with a star, its name, and its amount at the right edge."""
    account = Account("customer:acme", "Acme", "EUR 2.4M")
    box, sketch = drawn(Card("c", "Ada", "", "kind", OTHER, accounts=(account,)))
    runs = {run.gid: run for run in sketch.texts}
    assert runs["c/customer:acme"].text == "Acme"
    amount_run = runs["c/customer:acme/amount"]
    assert amount_run.x + amount_run.width == pytest.approx(box.x + box.width - 9)
    assert [shape.gid for shape in sketch.shapes] == ["c/customer:acme/star"]


def test_many_key_accounts_are_counted():
    """Beyond six key accounts the rest is a number."""
    accounts = tuple(Account(f"customer:{i}", str(i)) for i in range(9))
    _, sketch = drawn(Card("c", "Ada", "", "kind", OTHER, accounts=accounts))
    assert sketch.texts[-1].text == "and 3 more key accounts"


def test_a_badge_tells_level_count_and_sentences():
    """The badge shows how many findings there are, and holds their sentences."""
    badge = Badge("error", ("No deputy.", "Far away."))
    box, sketch = drawn(Card("c", "Ada", "", "kind", OTHER, badge=badge))
    assert sketch.shapes[-1].title == "No deputy.\nFar away."
    assert sketch.texts[-1].text == "2"
    assert "No deputy." in box.title


@pytest.mark.parametrize("level", ["error", "warning", "info", "added"])
def test_levels_differ_in_shape(level):
    """No two levels are told apart by colour alone."""
    corners = {
        name: len(
            drawn(Card("c", "A", "", "", OTHER, badge=Badge(name, ("x",))))[1].shapes[0].points
        )
        for name in ("error", "warning", "info", "added")
    }
    assert list(corners.values()).count(corners[level]) == 1


def test_more_than_nine_findings_still_fit_their_sign():
    """A two-digit number would not fit into a small triangle."""
    _, sketch = drawn(Card("c", "A", "", "", OTHER, badge=Badge("warning", ("x",) * 12)))
    assert sketch.texts[-1].text == "9+"


def test_a_box_as_wide_as_natural_breaks_no_line():
    """The natural width of a card is enough for each of its lines."""
    card = Card("c", "Katarzyna Fernández-López", "Territory Manager", "", OTHER, ("North, South",))
    width = natural_width(SETTER, card)
    assert len(set_card(SETTER, card, width + 0.01).lines) == 3
    assert len(set_card(SETTER, card, width - 1).lines) == 4


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("0", "EUR 0"),
        ("949.6", "EUR 950"),
        ("1000", "EUR 1k"),
        ("12345", "EUR 12k"),
        ("999400", "EUR 999k"),
        ("999600", "EUR 1M"),
        ("3449000", "EUR 3.4M"),
        ("9960000", "EUR 10M"),
        ("34000000", "EUR 34M"),
        ("1200000000", "EUR 1.2bn"),
        ("1200000000000", "EUR 1,200bn"),
        ("-3400000", "EUR -3.4M"),
        ("1E+40", "EUR 1e+40"),
    ],
)
def test_amounts_are_short(value, said):
    """An amount has two or three digits and never a thousand of a unit that has a name."""
    assert amount(Decimal(value), "EUR") == said


def test_counts_agree_with_their_noun():
    """One customer, two customers, and commas in thousands."""
    assert [count(n, "customer") for n in (0, 1, 1200)] == [
        "0 customers",
        "1 customer",
        "1,200 customers",
    ]


@pytest.mark.parametrize("level", ["error", "warning", "info", "added"])
@pytest.mark.parametrize("name", ["Ada", "Bartholomew Featherstonehaugh"])
def test_the_sign_of_findings_keeps_off_the_pill_and_the_name(level, name):
    """The sign on the corner and the count of reports can both be read."""
    card = Card("c", name, "", "", OTHER, span=(11, 33), badge=Badge(level, ("x",)))
    _, sketch = drawn(card)
    left = min(x for x, _ in sketch.shapes[0].points)
    bottom = max(y for _, y in sketch.shapes[0].points)
    pill = next(box for box in sketch.boxes if box.gid == "c/span")
    assert pill.x + pill.width <= left or pill.y >= bottom
    first = sketch.texts[0] if sketch.texts[0].gid == "c/name" else sketch.texts[1]
    assert first.x + first.width <= pill.x


def test_a_box_as_wide_as_natural_with_initials_breaks_no_line():
    """The room for a circle and a pill is part of the natural width, whatever it adds up to."""
    for tenth in range(60, 120):
        card = Card("c", "A" * (tenth // 10), "x" * (tenth // 7), "", OTHER, span=(2, 8))
        card = replace(card, initials="AA", badge=Badge("info", ("x",)))
        width = natural_width(Typesetter(), card)
        assert len(set_card(Typesetter(), card, width).lines) == 2
