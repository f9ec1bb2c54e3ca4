"""The gallery in the documentation shows every kind of chart, as the commands draw it now."""

import importlib.util
import shlex
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from PIL import Image

from orgmodel.cli import main
from orgmodel.cli.chart_kinds import KINDS

ROOT = Path(__file__).parents[2]
MOST_BYTES = 150_000


@pytest.fixture(scope="module")
def gallery():
    """Load the script that makes the gallery."""
    spec = importlib.util.spec_from_file_location("gallery", ROOT / "docs" / "gallery.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_current(gallery):
    """The page says what the script would write."""
    assert (ROOT / "docs" / "gallery.md").read_text("utf-8") == gallery.page()


def test_every_kind_is_shown(gallery):
    """Every kind of chart and the comparison have a picture."""
    commands = [shlex.split(exhibit.command) for exhibit in gallery.EXHIBITS]
    shown = {words[words.index("--kind") + 1] for words in commands if "--kind" in words}
    assert {*shown, "org"} == set(KINDS)
    assert any("--after" in words for words in commands)
    assert any("--pages" in words for words in commands)


def test_pictures_are_there_and_load_quickly(gallery):
    """Every picture that the page shows exists and is small; nothing else lies about."""
    pictures = {exhibit.picture for exhibit in gallery.EXHIBITS}
    assert pictures == set(gallery.PICTURES.glob("*.png"))
    assert max(picture.stat().st_size for picture in pictures) < MOST_BYTES


@pytest.mark.parametrize("name", ["spans", "icicle", "continuity"])
def test_pictures_are_as_they_are_drawn_now(gallery, name, tmp_path, monkeypatch):
    """A picture made anew looks like the one in the gallery."""
    monkeypatch.chdir(ROOT)
    (exhibit,) = [one for one in gallery.EXHIBITS if one.name == name]
    words = ["chart", *shlex.split(exhibit.command), "-o", str(tmp_path / "x.png")]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    with Image.open(exhibit.picture) as kept, Image.open(tmp_path / "x.png") as drawn:
        assert kept.size == drawn.size
        apart = np.abs(np.asarray(kept.convert("RGB"), int) - np.asarray(drawn.convert("RGB"), int))
    assert apart.mean() < 2
