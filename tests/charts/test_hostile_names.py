import hashlib
import os
import subprocess
import sys
import warnings

import pytest
from charts.checked import CHECKS
from charts.offices import Remark, north
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from orgmodel import roles
from orgmodel.charts import ChartWarning, OrgChart
from orgmodel.model import Customer, Org, Position, Role, Territory

pytest.importorskip("pptx", reason="slides need the extra office")

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--", "-->", "]]>", "<![CDATA[", "<img src=x onerror=alert(1)>", "</text></svg><b>",
    "&lt;b&gt;", "&#60;script&#62;", "javascript:alert(1)", "$x^2$", r"$\frac{1$", "${title}",
    '=cmd|" /C calc"!A0', "@SUM(1)", "\u202egnp.exe", "a\u2066b\u2069", "\x00\x07\x1b[31m",
    "\ud800", "\ufffe", "\n\n---\n", "1. one", "- one", 'say "x"', "it's", "\\", "\\N",
    '"]; evil [label="',
    "%%{init: {}}%%", "end", "```", "{{x}}", "%s%n", "&", "\u2028", "A" * 20_000, "अ" * 300,
    "e" + "\u0301" * 500, "👩\u200d👩\u200d👧", "مرحبا <b>", "#quot;", "#35;",
]  # fmt: skip
"""Texts that languages of documents, of formulas and of typesetting trip over."""

TEXTS = st.sampled_from(HOSTILE) | st.text(max_size=20)


def chart_of(text, title):
    """Make a chart that says a text wherever the model lets it, and a title that nobody cleaned."""
    try:
        org = Org(text)
        area = org.add(Territory(text, name=text))
        role = org.add(Role(text, text))
    except ValueError:  # what is nothing but controls is refused, and told so
        org = Org("Plain")
        area, role, text = None, roles.SALES_MANAGER, "Plain"
    org.add(Position("a", role, held_by=text, title=text, covers=[area] if area else []))
    org.add(Position(f"b {text}", role, reports_to="a", held_by=text, dotted_to=["c"]))
    org.add(Position("c", role, reports_to="a", title=text))
    org.add(Customer("x", text, key_account=True, revenue=5, managed_by="c"))
    return OrgChart(
        org, [Remark(org.get(Position, "a"), title[:60] or "warning", title)], title=title
    )


@pytest.mark.parametrize("suffix", CHECKS)
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=TEXTS, title=TEXTS)
@example(text="A" * 20_000, title="A" * 20_000)
@example(text=HOSTILE[1], title=HOSTILE[1])
def test_no_name_gets_out_of_its_place(suffix, text, title, tmp_path):
    """Whatever things are called, the file is well-formed, inert and refers to nothing outside."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ChartWarning)
        saved = chart_of(text, title).save(tmp_path / f"chart.{suffix}", dpi=30)
    CHECKS[suffix](saved.read_bytes())


@pytest.mark.parametrize("suffix", CHECKS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_every_known_trick_fails(suffix, text, tmp_path):
    """None of the texts that break other programs breaks a file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ChartWarning)
        saved = chart_of(text, text).save(tmp_path / f"chart.{suffix}", dpi=30)
    CHECKS[suffix](saved.read_bytes())


def test_names_are_whole_in_the_data_of_a_page(tmp_path):
    """Escaping loses nothing: a page knows a name as it is written."""
    name = "</script><b>&\"' $x$"
    org = Org("Shop")
    org.add(Position("a", roles.SALES_MANAGER, held_by=name))
    data = CHECKS["html"](OrgChart(org).save(tmp_path / "a.html").read_bytes())
    assert data["boxes"][0]["name"] == name


SCRIPT = """
import sys
sys.path[:0] = sys.argv[3:]
from charts.offices import Remark, north
from orgmodel.charts import OrgChart
from orgmodel.model import Position
org = north()
marks = [Remark(org.get(Position, i), "error", i) for i in ("am", "tm", "rep", "tm")]
OrgChart(org, marks).save(f"{sys.argv[1]}/chart.{sys.argv[2]}")
"""


@pytest.mark.parametrize("suffix", CHECKS)
def test_same_chart_same_bytes(suffix, tmp_path):
    """Two runs with different hash seeds write the same file."""
    digests = set()
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        command = [sys.executable, "-c", SCRIPT, str(folder), suffix, *sys.path]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        digests.add(hashlib.sha256((folder / f"chart.{suffix}").read_bytes()).hexdigest())
    assert len(digests) == 1


@pytest.mark.parametrize("suffix", CHECKS)
def test_ordinary_charts_pass_the_same_checks(suffix, tmp_path):
    """What the checks allow is what charts consist of."""
    chart = OrgChart(north(), marks=[Remark(Position("am"))])
    CHECKS[suffix](chart.save(tmp_path / f"chart.{suffix}").read_bytes())
