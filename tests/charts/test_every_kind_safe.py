"""Hostile names, and the same bytes in every run, for every kind of chart."""

import hashlib
import os
import re
import subprocess
import sys
import warnings
import zipfile

import pytest
from charts.checked import CHECKS
from charts.test_hostile_names import HOSTILE
from charts.test_kinds import KINDS
from defusedxml.ElementTree import fromstring
from pypdf import PdfReader

from orgmodel import roles
from orgmodel.charts import ChartWarning
from orgmodel.model import Customer, Org, Position, Role, Territory, Where

ALL = pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)
FORMATS = ("png", "svg", "pdf", "html", "pptx")
DIAGRAMS = ("org", "territories", "comparison")


def said_in(path):
    """Return all that a file says, seen or not."""
    if path.suffix == ".pdf":
        reader = PdfReader(path)
        return "".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
    if path.suffix == ".pptx":
        with zipfile.ZipFile(path) as parts:
            return "".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())
    return path.read_bytes().decode("utf-8", "ignore")


def company():
    """Make an organisation in which everybody and everything has another hostile name."""
    names = [text for text in HOSTILE if text.strip("\x00\ud800\ufffe\u2028\u202e ")]
    org = Org(names[1], currency="EUR")
    area = org.add(Territory("t", Where(place=["IT"]), name=names[3]))
    for number, name in enumerate(names):
        try:
            role = org.add(Role(f"r{number}", name)) if number % 5 == 0 else roles.ACCOUNT_MANAGER
            boss = f"p{(number - 1) // 3}" if number else None
            org.add(
                Position(
                    f"p{number}", role, title=name, held_by=name if number % 7 else None,
                    reports_to=boss, covers=[area] if number == 2 else [],
                )
            )  # fmt: skip
            org.add(
                Customer(
                    f"c{number}", name, revenue=900 - number, key_account=number % 4 == 0,
                    managed_by=f"p{number}" if number % 3 else None, place="IT",
                )
            )  # fmt: skip
        except ValueError:  # what is nothing but controls is refused, and told so
            continue
    return org


@pytest.mark.parametrize("suffix", FORMATS)
@ALL
def test_no_name_gets_out_of_its_place(make, suffix, tmp_path):
    """Whatever things are called, files of every kind are well-formed and inert."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ChartWarning)
        saved = make(company()).save(tmp_path / f"x.{suffix}", dpi=40)
    CHECKS[suffix](saved.read_bytes())


@pytest.mark.parametrize("kind", DIAGRAMS)
def test_diagrams_of_every_kind_hold_no_markup_of_others(kind, tmp_path):
    """Labels of draw.io are HTML within XML: nothing but bold type and ends of lines is in them."""
    saved = KINDS[kind](company()).save(tmp_path / "x.drawio")
    for cell in fromstring(saved.read_bytes(), forbid_dtd=True).iter("mxCell"):
        tags = set(re.findall(r"<\s*/?\s*([^\s>]+)", cell.get("value") or ""))
        assert tags <= {"b", "br", "br/"}
        assert not {"link", "onclick"} & cell.attrib.keys()


@ALL
def test_no_name_gets_out_of_its_place_on_pages(make, tmp_path):
    """On pages of paper, too."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ChartWarning)
        saved = make(company()).save(tmp_path / "x.pdf", pages="A4")
    CHECKS["pdf"](saved.read_bytes())


SCRIPT = """
import hashlib, sys, warnings
sys.path[:0] = sys.argv[2:]
warnings.simplefilter("ignore")
from charts.offices import north
from charts.test_kinds import KINDS
for name, make in KINDS.items():
    diagrams = ("drawio", "dot", "mmd") if name in ("org", "territories", "comparison") else ()
    for suffix in ("png", "svg", "pdf", "html", "pptx", *diagrams):
        saved = make(north()).save(f"{sys.argv[1]}/x.{suffix}", dpi=60)
        print(name, suffix, hashlib.sha256(saved.read_bytes()).hexdigest())
"""


def test_the_same_bytes_in_every_run(tmp_path):
    """Two runs with different hash seeds write the same files, of every kind in every format."""
    told = []
    for seed in ("1", "2"):
        command = [sys.executable, "-c", SCRIPT, str(tmp_path), *sys.path]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run(command, check=True, env=environment, capture_output=True)
        told.append(run.stdout.decode())
    assert told[0] == told[1]
    assert len(told[0].splitlines()) == len(KINDS) * len(FORMATS) + 3 * len(DIAGRAMS)
    assert hashlib.sha256(b"").hexdigest() not in told[0]


SECRETS = ("Zebulon", "zebulon", "EUR", "Quux")


@pytest.mark.parametrize("suffix", FORMATS)
@ALL
def test_redacted_files_tell_nobody(make, suffix, tmp_path):
    """With names left out, no file says who, whom or how much: not in notes, not in data."""
    org = Org("Plain", currency="EUR")
    org.add(Territory("t", Where(place=["IT"]), name="North"))
    org.add(Position("a", roles.SALES_MANAGER, held_by="Zebulon Quux", covers=["t"]))
    org.add(Position("b", roles.ACCOUNT_MANAGER, held_by="Bo Zebulon", reports_to="a"))
    org.add(Customer("k1", "Quux Ltd", revenue=7_654_321, key_account=True, managed_by="b"))
    org.add(Customer("k2", "Zebulon Inc", revenue=7_654_321, place="IT"))
    after = make(org, redact=True, title="Redacted").save(tmp_path / f"x.{suffix}", dpi=60)
    text = said_in(after)
    for secret in (*SECRETS, "7654321", "7.7M", "7,654"):
        assert secret not in text
