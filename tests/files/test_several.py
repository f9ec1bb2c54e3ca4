"""Files that belong together are all written or none."""

import pathlib
import stat

import pytest
from failing_files import Faults

from orgmodel.files import CannotWriteError, write_all

NAMES = ("a.csv", "b.csv", "c.csv")
OLD = {"a.csv": b"old a", "c.csv": b"old c"}


def contents(folder):
    """Give new contents for three files, of which two are there already."""
    return {folder / name: f"new {name}".encode() for name in NAMES}


def found(folder):
    """Read all that is in a folder, hidden leftovers included."""
    return {entry.name: entry.read_bytes() for entry in folder.iterdir()}


def attempt(folder, fail_at, error):
    """Write with one failure; return whether the writing ended before it came to that one."""
    for name, data in OLD.items():
        (folder / name).write_bytes(data)
    with pytest.MonkeyPatch.context() as patch:
        faults = Faults(patch, fail_at, error)
        try:
            write_all(contents(folder), folder=folder)
        except (CannotWriteError, KeyboardInterrupt):
            return False, faults.met
    return True, faults.met


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_whatever_fails_all_is_new_or_all_is_old(tmp_path, error):
    """For every n, the n-th operation fails; no file is lost, mixed or left over."""
    failures, fail_at, met = 0, 0, 0
    while met >= fail_at:
        fail_at += 1
        folder = tmp_path / str(fail_at)
        folder.mkdir()
        done, met = attempt(folder, fail_at, error)
        failures += not done
        new = {path.name: data for path, data in contents(folder).items()}
        if isinstance(error, OSError) or done:
            assert found(folder) == (new if done else OLD), fail_at
        else:  # once the last file is in its place, an interruption changes nothing any more
            assert found(folder) in (new, OLD), fail_at
    assert failures >= 3 * 3


def test_a_new_folder_is_taken_away_again(tmp_path):
    """A failed export leaves no empty folder behind; one that was there stays."""
    with pytest.MonkeyPatch.context() as patch:
        Faults(patch, 3, OSError(28, "No space left on device"))
        with pytest.raises(CannotWriteError, match="No space left on device"):
            write_all({tmp_path / "new" / "a.csv": b"a"}, folder=tmp_path / "new")
    assert not list(tmp_path.iterdir())


def test_one_bad_place_keeps_all_from_being_written(tmp_path):
    """The file that cannot be written is named."""
    (tmp_path / "c.csv").mkdir()
    with pytest.raises(CannotWriteError, match=r"Cannot write .*c\.csv: it is a folder"):
        write_all(contents(tmp_path))
    assert [entry.name for entry in tmp_path.iterdir()] == ["c.csv"]


def test_where_files_have_no_second_names_copies_do(tmp_path, monkeypatch):
    """As on a memory card; a failure of the last renaming still brings the old ones back."""

    def no_links(*_):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(pathlib.Path, "hardlink_to", no_links)
    for name, data in OLD.items():
        (tmp_path / name).write_bytes(data)
    replace = pathlib.Path.replace

    def failing(draft, target):
        if target.name == "c.csv" and draft.suffix == ".part":
            raise OSError(5, "Input/output error")
        return replace(draft, target)

    with monkeypatch.context() as patch:
        patch.setattr(pathlib.Path, "replace", failing)
        with pytest.raises(CannotWriteError, match="Input/output error"):
            write_all(contents(tmp_path))
    assert found(tmp_path) == OLD


def test_links_and_permissions_are_kept(tmp_path):
    """As with a single file."""
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "a.csv").symlink_to(tmp_path / "real")
    write_all({tmp_path / "a.csv": b"new"})
    assert (tmp_path / "a.csv").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "real").stat().st_mode) == 0o640
