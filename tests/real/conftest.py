"""Published data sets, which are not part of the project, read row by row."""

import csv
import os
from pathlib import Path

import pytest

from orgmodel.model import Source


@pytest.fixture(scope="session")
def data():
    """The folder of external data sets: that of ORGMODEL_DATA, else the one beside the checkout."""
    beside = Path(__file__).parents[3] / "shared" / "data"
    folder = Path(os.environ.get("ORGMODEL_DATA", beside))
    if not folder.is_dir():
        pytest.skip(f"there are no external data sets in {folder}; set ORGMODEL_DATA")
    return folder


@pytest.fixture(scope="session")
def rows(data):
    """Read a table: each row as a mapping without empty cells, and the place where it is."""

    def read(name):
        path = data / name
        if not path.is_file():
            pytest.skip(f"there is no {name} in {data}")
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), 2):  # line 1 is the header
                yield {k: v for k, v in row.items() if v}, Source(name, number)

    return read
