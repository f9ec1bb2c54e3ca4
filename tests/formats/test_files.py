"""Designs are loaded from files and saved to them; what cannot be is said with its file."""

import os

import pytest

from orgmodel.files import CannotWriteError
from orgmodel.formats import dumps, load, loads, save
from orgmodel.model import DesignError, Org, Position, Source

TEXT = "name: Aurora\ncurrency: EUR\n\npositions:\n  a: {held_by: खाता Müller}\n"


@pytest.fixture
def org():
    """Give a small design."""
    org = Org("Aurora")
    org.add(Position("a", held_by="खाता Müller"))
    return org


def refusal(path):
    """Load what cannot be loaded, and give the one problem."""
    with pytest.raises(DesignError) as caught:
        load(path)
    (problem,) = caught.value.problems
    return str(problem)


@pytest.mark.parametrize("name", ["org.yaml", "org.yml", "ORG.YAML"])
@pytest.mark.parametrize("as_path", [True, False])
def test_a_saved_design_is_loaded(tmp_path, org, name, as_path):
    """Under each usual ending, by path or by text."""
    path = tmp_path / name if as_path else str(tmp_path / name)
    save(org, path)
    assert load(path) == org
    assert load(path).source_of(org.get(Position, "a")) == Source(str(path), 5)


def test_a_saved_design_is_utf_8_without_mark(tmp_path, org):
    """The bytes are the text that `dumps` gives, on every system."""
    save(org, tmp_path / "org.yaml")
    assert (tmp_path / "org.yaml").read_bytes() == dumps(org).encode("utf-8")
    assert "खाता Müller" in dumps(org)


def test_an_editor_of_windows_may_save_it(tmp_path, org):
    """With a byte-order mark and its line ends."""
    (tmp_path / "org.yaml").write_bytes(TEXT.replace("\n", "\r\n").encode("utf-8-sig"))
    assert load(tmp_path / "org.yaml") == org
    assert loads(TEXT.encode("utf-16")) == org


def test_problems_name_the_file_as_it_was_given(tmp_path, monkeypatch):
    """So that a terminal makes a link of it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "org.yaml").write_text("name: X\npositions: {a: {fte: 2}}\n")
    assert refusal("org.yaml").startswith("org.yaml:2: Position 'a': fte ")


def test_what_is_no_file_to_load_is_said(tmp_path):
    """A missing file, a folder, another ending."""
    assert refusal(tmp_path / "no.yaml") == f"{tmp_path}/no.yaml: There is no such file."
    assert refusal(tmp_path / "no.py") == f"{tmp_path}/no.py: There is no such file."
    (tmp_path / "folder.yaml").mkdir()
    assert refusal(tmp_path / "folder.yaml").endswith("This is a folder. Name a file in it.")
    assert refusal("org.docx").startswith(
        "org.docx: A design ends in .yaml, .yml, .json or .py, or "
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no links to themselves here")
def test_a_file_that_cannot_be_read_is_said(tmp_path):
    """The reason of the system is passed on."""
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "loop.yaml")
    assert "The file cannot be read: Too many levels" in refusal(tmp_path / "loop.yaml")


def test_a_huge_file_is_refused_without_reading_it_all(tmp_path):
    """The limit is named."""
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(2**40)
    assert "The file is larger than 64 MB" in refusal(tmp_path / "huge.yaml")


def test_saving_is_to_designs_only(tmp_path, org):
    """Other endings would mislead whoever opens the file."""
    with pytest.raises(CannotWriteError, match=r"a design ends in \.yaml, \.yml or \.json"):
        save(org, tmp_path / "org.txt")
    assert list(tmp_path.iterdir()) == []


def test_a_failed_save_keeps_the_old_file(tmp_path, org, monkeypatch):
    """A full disk costs nobody their design."""
    save(org, tmp_path / "org.yaml")

    def full(_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(CannotWriteError, match="No space left on device"):
            save(Org("Other"), tmp_path / "org.yaml")
    assert load(tmp_path / "org.yaml") == org
