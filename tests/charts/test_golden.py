"""Small charts of every kind look as they did when somebody last looked at them."""

from dataclasses import replace

import numpy as np
import pytest
from charts.golden_charts import DPI, FOLDER, charts
from PIL import Image

CHARTS = charts()
# Fonts are rasterised a little differently by other versions of FreeType.
MOST_APART, FAR, MOST_FAR = 2.0, 110, 0.001


def alike(saved, name):
    """Return whether a picture is nearly that which is kept."""
    with Image.open(saved) as drawn, Image.open(FOLDER / f"{name}.png") as kept:
        if drawn.size != kept.size:
            return False
        apart = np.abs(np.asarray(drawn, int) - np.asarray(kept, int)).max(axis=2)
    return bool(apart.mean() < MOST_APART and (apart > FAR).mean() < MOST_FAR)


@pytest.mark.parametrize("name", CHARTS)
def test_charts_look_as_they_did(name, tmp_path):
    """The picture is nearly that which is kept; `golden_charts.py` draws those anew."""
    assert alike(CHARTS[name].save(tmp_path / "x.png", dpi=DPI), name)


def test_another_colour_or_a_missing_sign_is_noticed(tmp_path):
    """The comparison tells apart what somebody would."""
    chart = CHARTS["org"]
    others = (
        replace(chart, look=replace(chart.look, colours={"account_manager": "#0000ff"})),
        replace(chart, marks=chart.marks[:1]),
        replace(chart, title="Another Company"),
    )
    for number, other in enumerate(others):
        assert not alike(other.save(tmp_path / f"{number}.png", dpi=DPI), "org")


def test_every_golden_picture_has_a_chart():
    """No picture is kept that nothing is compared with, and none of them is large."""
    kept = {path.stem: path.stat().st_size for path in FOLDER.glob("*.png")}
    assert set(kept) == set(CHARTS)
    assert max(kept.values()) < 60_000
