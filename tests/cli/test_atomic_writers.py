"""Whatever writes a file writes it whole or not at all, whichever operation fails."""

import warnings

import pytest
from failing_files import Faults

from orgmodel.charts import OrgChart
from orgmodel.cli.baselines import save_baseline
from orgmodel.cli.export_formats import SUFFIXES, Export
from orgmodel.files import CannotWriteError
from orgmodel.formats import save
from orgmodel.model import Customer, Org, Position, Territory, Where
from orgmodel.rules import Baseline

OLD = b"what was there before"


def organisation():
    """Give a small organisation."""
    org = Org("Aurora")
    north = org.add(Territory("north", Where(place="IT")))
    boss = org.add(Position("boss", "sales_director", held_by="Dana"))
    org.add(Position("rep", "sales_representative", reports_to=boss, covers=[north]))
    org.add(Customer("acme", place="IT", revenue=1))
    return org


def exporting(suffix):
    """Give what exports to a file, or a folder of files."""
    return lambda path: Export(organisation()).write(SUFFIXES[suffix], path)


def charting(**wishes):
    """Give what draws to a file, or several."""
    return lambda path: OrgChart(organisation()).save(path, dpi=20, **wishes)


WRITERS = {
    **{f"x{suffix}": exporting(suffix) for suffix in SUFFIXES},
    **{f"chart{suffix}": charting() for suffix in (".png", ".svg", ".pdf", ".pptx", ".html")},
    "metadata": lambda path: Export(organisation()).write("salesforce-territory2", path),
    "pages.png": charting(pages="A4"),
    "design.yaml": lambda path: save(organisation(), path),
    "design.json": lambda path: save(organisation(), path),
    "baseline.json": lambda path: save_baseline(Baseline(), path),
}


def found(folder):
    """Read all files in a folder and below it, hidden leftovers included."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("old", [True, False], ids=["replacing", "new"])
@pytest.mark.parametrize("name", WRITERS)
def test_any_failure_leaves_all_as_it_was(tmp_path, name, old):
    """For every n, the n-th operation on files fails: nothing is lost, mixed or left over."""
    write = WRITERS[name]
    warnings.simplefilter("ignore")  # small pictures are hard to read
    whole = tmp_path / "whole"
    whole.mkdir()
    write(whole / name)
    new = found(whole)
    failures, fail_at, met = 0, 0, 0
    while met >= fail_at:
        fail_at += 1
        folder = tmp_path / str(fail_at)
        folder.mkdir()
        for file in new if old else ():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(OLD)
        before = found(folder)
        with pytest.MonkeyPatch.context() as patch:
            faults = Faults(patch, fail_at, OSError(28, "No space left on device"))
            try:
                write(folder / name)
                after = new
            except CannotWriteError as error:
                assert "No space left on device" in str(error)  # noqa: PT017 - it may also succeed
                failures, after = failures + 1, before
        met = faults.met
        assert found(folder) == after, fail_at
    assert failures >= 3
