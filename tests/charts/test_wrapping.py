from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import texts

from orgmodel.charts.canvas.text import Column, Typesetter
from orgmodel.charts.canvas.text.wrapping import ELLIPSIS

SETTER = Typesetter()
NARROW = Column(SETTER, 80, 10, "bold")


def test_what_fits_stays_on_one_line():
    """A short text is left alone."""
    assert NARROW.wrap("Ada Rossi") == ["Ada Rossi"]


def test_nothing_takes_no_line():
    """An empty text has no lines."""
    assert NARROW.wrap("") == []
    assert NARROW.wrap("  ") == []


def test_lines_break_at_blanks_and_after_hyphens():
    """A double name is broken where one would break it by hand."""
    assert NARROW.wrap("Olga Fernández-López") == ["Olga", "Fernández-L…"]
    assert Column(SETTER, 110, 10, "bold").wrap("Olga Fernández-López") == [
        "Olga Fernández-",
        "López",
    ]


def test_long_words_are_broken():
    """A word wider than a line goes on in the next one."""
    first, second = NARROW.wrap("Wolfeschlegelstein")
    assert first + second == "Wolfeschlegelstein"


def test_too_much_ends_in_an_ellipsis():
    """The last line is filled up and says that there is more."""
    *_, last = NARROW.wrap("one two three four five six seven eight")
    assert last.endswith(ELLIPSIS)
    assert len(last) > 6


def test_very_long_texts_are_cut():
    """A text of any length takes two lines and a moment."""
    lines = NARROW.wrap("x" * 1_000_000)
    assert len(lines) == 2
    assert lines[-1].endswith(ELLIPSIS)


def test_something_beside_narrows_the_first_line_alone():
    """Room is left in the first line and not in the second."""
    lines = Column(SETTER, 100, 10).wrap("Mohammed Wiśniewska-Kowalska", beside=40)
    assert SETTER.width(lines[0], 10) <= 60
    assert SETTER.width(lines[1], 10) > 60


def test_marks_stay_with_their_letter():
    """No line begins with a vowel sign that belongs to the letter before."""
    for line in Column(SETTER, 20, 10).wrap("क्षेत्रीयखाताप्रबंधक", 9):
        assert line[0] not in "ािीुूेैोौ्ंँ"


@settings(deadline=None)
@given(texts() | st.text(max_size=60), st.integers(30, 120), st.integers(1, 3))
def test_no_line_is_wider_than_its_column(text, width, most_lines):
    """Whatever the text, its lines are few and fit, unless one letter alone is too wide."""
    column = Column(SETTER, width, 10)
    lines = column.wrap(text, most_lines)
    assert len(lines) <= most_lines
    for line in lines:
        assert column.fits(line) or len(line.rstrip(ELLIPSIS)) <= 6


@settings(deadline=None)
@given(st.text(st.sampled_from("ab -/é"), max_size=60), st.integers(30, 120))
def test_no_letter_is_lost_in_between(text, width):
    """The lines are the text's beginning; all of it, unless they end in an ellipsis."""
    together = "".join(Column(SETTER, width, 10).wrap(text)).replace(" ", "")
    whole = text.replace(" ", "")
    if together.endswith(ELLIPSIS):
        assert whole.startswith(together.rstrip(ELLIPSIS))
    else:
        assert together == whole
