import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import font_manager

from orgmodel.charts.canvas.text import Typesetter, tamed

HINDI, ARABIC, HEBREW = "क्षेत्रीय खाता", "محمد علي", "שלום כהן"


def test_a_dollar_is_a_dollar():
    """Two dollar signs are drawn as such, and do not set what is between them as a formula."""
    shaped = Typesetter().shape("A$AP $Corp")
    assert len(shaped.glyphs) == len("A$AP$Corp")


def test_a_line_is_as_wide_as_its_words():
    """Shaping word by word gives the width of the words and the blank between them."""
    setter = Typesetter()
    blank = setter.width("n n", 10) - 2 * setter.width("n", 10)
    parts = setter.width("Katarzyna", 10) + blank + setter.width("Rossi", 10)
    assert setter.width("Katarzyna Rossi", 10) == pytest.approx(parts)


def test_pairs_are_kerned():
    """Letters that lean into each other stand closer than side by side."""
    setter = Typesetter()
    assert setter.width("AV", 100) < setter.width("A", 100) + setter.width("V", 100)


def test_bold_is_wider():
    """The styles are fonts of their own."""
    setter = Typesetter()
    assert setter.width("Rossi", 10, "bold") > setter.width("Rossi", 10)


@pytest.mark.parametrize("text", [ARABIC, HEBREW])
def test_scripts_from_right_to_left_need_no_further_font(text):
    """Arabic and Hebrew are written from right to left, with what comes with matplotlib."""
    setter = Typesetter()
    first = setter.shape(text[0]).glyphs[0]
    whole = setter.shape(text)
    assert whole.glyphs[-1].x > whole.glyphs[0].x
    assert setter.missing_in(text) is None
    assert first.key.startswith("DejaVuSans")


def test_arabic_letters_join():
    """A letter within a word has another shape than alone."""
    setter = Typesetter()
    alone = {glyph.key for letter in "محمد" for glyph in setter.shape(letter).glyphs}
    joined = {glyph.key for glyph in setter.shape("محمد").glyphs}
    assert joined - alone


def test_a_script_without_a_font_is_named(monkeypatch):
    """Boxes stand for letters that no font has, and the script and a font for it are named."""
    monkeypatch.setattr(font_manager, "findSystemFonts", list)
    setter = Typesetter()
    shaped = setter.shape(HINDI)
    missing = setter.missing_in(HINDI)
    assert missing is not None
    assert (missing.script, missing.font) == ("Devanagari", "Noto Sans Devanagari")
    assert "\u25a1" in shaped.text
    assert str(missing).startswith(repr(HINDI))


@pytest.mark.parametrize(
    ("char", "script"),
    [("中", "CJK"), ("한", "CJK"), ("🎉", "Emoji"), ("ก", "Thai"), ("⯾", "Symbols")],
)
def test_scripts_go_by_their_names(monkeypatch, char, script):
    """A missing letter is told by its script, whatever its name in Unicode."""
    monkeypatch.setattr(font_manager, "findSystemFonts", list)
    setter = Typesetter()
    setter.shape(char)
    missing = setter.missing_in(char)
    assert missing is not None
    assert missing.script == script


def test_unreadable_font_files_are_passed_over(monkeypatch, tmp_path):
    """A broken font on the machine does not stop a chart."""
    broken = tmp_path / "NotoSansDevanagari-Regular.ttf"
    broken.write_bytes(b"no font")
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: [str(broken)])
    setter = Typesetter()
    setter.shape(HINDI)
    assert setter.missing_in(HINDI)


@pytest.mark.parametrize("text", ["0\u0730; NO محمد", "0\u0730 abc", "x\u0730\u0731"])
def test_marks_that_no_font_has_with_their_letter_are_carried(text):
    """A mark of one script on a letter of another stands on a sign of its own, without a box."""
    setter = Typesetter()
    shaped = setter.shape(text)
    assert "\u25cc\u0730" in shaped.text or "\u0730" in setter.missing


def test_marks_stay_on_letters_of_their_own_script():
    """Vowel signs, accents and joined letters are written as they were."""
    if "\u25a1" in Typesetter().shape(HINDI).text:
        pytest.skip("no font for Devanagari is installed")
    for text in (HINDI, "क्ष्म्य", "e\u0301", ARABIC, "مُحَمَّد"):
        assert Typesetter().shape(text).text == text


def test_piles_of_marks_are_tamed():
    """No more than four marks stay on a letter."""
    assert tamed("a" + "\u0301" * 50 + "b") == "a" + "\u0301" * 4 + "b"


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_text_can_be_shaped(text):
    """No text crashes, lone surrogates and controls included."""
    shaped = Typesetter().shape(text, "italic")
    left, bottom, right, top = shaped.ink
    assert shaped.width >= 0
    assert left <= right
    assert bottom <= top


@given(st.lists(st.text("ABfilTVoy.,-/ 0123", max_size=12), max_size=20))
def test_words_shaped_together_are_shaped_as_if_alone(texts):
    """Learning many texts at once changes no outline, no place and no width."""
    ahead, alone = Typesetter(), Typesetter()
    ahead.learn(texts, "bold")
    for text in texts:
        one, other = ahead.shape(text, "bold"), alone.shape(text, "bold")
        assert one.ink == other.ink
        assert [(g.key, g.x, g.y) for g in one.glyphs] == [(g.key, g.x, g.y) for g in other.glyphs]
