"""A design is given back in the form that others use, and what that leaves out is said."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from orgmodel.cli import main
from orgmodel.cli.export_formats import SUFFIXES
from orgmodel.formats import load
from orgmodel.formats.export.format_limits import LOSSES, LOSSLESS, losses
from orgmodel.model import UnknownError

AURORA = str(Path(__file__).parents[2] / "examples" / "aurora.yaml")
PAGE = Path(__file__).parents[2] / "docs" / "export.md"


def run(*arguments):
    """Call the command."""
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_ending_says_the_format(tmp_path, suffix):
    """The file is there, and the loss is told."""
    result = run(AURORA, "-o", tmp_path / f"x{suffix}")
    assert result.exit_code == 0, result.output
    assert (tmp_path / f"x{suffix}").exists()
    assert losses(SUFFIXES[suffix]) in result.output


@pytest.mark.parametrize("name", LOSSLESS)
def test_what_loses_nothing_is_loaded_again(tmp_path, name):
    """As the same design."""
    file = tmp_path / f"x.{name}"
    assert run(AURORA, "-o", file).exit_code == 0
    assert load(file) == load(AURORA)


def test_the_format_can_be_named(tmp_path):
    """Whatever the file is called."""
    assert run(AURORA, "-o", tmp_path / "people.txt", "--as", "csv").exit_code == 0
    assert (tmp_path / "people.txt").read_bytes().startswith(b"\xef\xbb\xbfposition_id,")


def test_a_folder_that_is_there_is_filled(tmp_path):
    """With a table for every section; other files in it stay."""
    (tmp_path / "mine.txt").write_text("mine")
    assert run(AURORA, "-o", tmp_path, "--separator", "semicolon", "--no-mark").exit_code == 0
    with (tmp_path / "customers.csv").open(newline="") as file:
        assert len([*csv.DictReader(file, delimiter=";")]) == 7
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_findings_are_shown_unless_unwanted(tmp_path):
    """In formats that can show them."""
    for options, shown in ([], True), (["--plain"], False):
        run(AURORA, "-o", tmp_path / "x.dot", *options)
        assert ("with_warning" in (tmp_path / "x.dot").read_text("utf-8")) is shown


def test_editors_are_told_the_schema(tmp_path):
    """In the first line."""
    run(AURORA, "-o", tmp_path / "x.yaml", "--schema", "orgmodel.schema.json")
    first, *_ = (tmp_path / "x.yaml").read_text("utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=orgmodel.schema.json"


def test_what_cannot_be_is_said(tmp_path):
    """An unknown ending, a place that is not there, a design that is none."""
    result = run(AURORA, "-o", tmp_path / "x.doc")
    assert result.exit_code == 2
    assert "unsupported file suffix; use .yaml" in result.output
    result = run(AURORA, "-o", tmp_path / "none" / "x.json")
    assert result.exit_code == 2
    assert "does not exist. Create it first." in result.output
    assert run(tmp_path / "no.yaml", "-o", tmp_path / "x.json").exit_code == 2
    with pytest.raises(UnknownError, match="did you mean 'xlsx'"):
        losses("xlxs")


def test_help_and_documentation_tell_every_loss():
    """In the same words."""
    told = " ".join(run("--help").output.split())
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    for name, loss in LOSSES.items():
        assert " ".join(loss.split()) in told, name
        assert f"`{name}`" in page
        assert " ".join(loss.split()) in page, name
