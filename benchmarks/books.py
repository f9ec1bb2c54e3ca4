"""How long a million customers take to be read, checked and covered, beside polars reading them.

Run with `python benchmarks/books.py`; times are CPU seconds of all threads, medians of several
rounds, which polars and orgmodel take in turns.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import polars as pl

from orgmodel import Between, Org, Position, Territory, Where, roles
from orgmodel.books import Book, cover_book, read_book

PLACES = [f"IT-{number}" for number in range(10, 99)]


def customers(number: int) -> pl.DataFrame:
    """A book with eight columns."""
    draw = random.Random(1)
    return pl.DataFrame(
        {
            "id": [f"c{n}" for n in range(number)],
            "place": draw.choices(PLACES, k=number),
            "postal_code": [f"{draw.randrange(100_000):05}" for _ in range(number)],
            "industry": draw.choices("abcdefgh", k=number),
            "size": [draw.randrange(2_000) for _ in range(number)],
            "revenue": [draw.randrange(1_000_000) for _ in range(number)],
            "managed_by": [f"p{n % 70}" if draw.random() < 0.01 else None for n in range(number)],
            "key_account": [draw.random() < 0.001 for _ in range(number)],
        }
    )


def design() -> Org:
    """Territories of four places and one band of size, a specialist per industry, vacancies."""
    org = Org("Made up")
    bands = Between(None, 100), Between(100, 800), Between(800)
    wheres = [
        Where(place=PLACES[first : first + 4], size=band)
        for first in range(0, len(PLACES), 4)
        for band in bands
    ]
    industries = [Where(industry=[name]) for name in "abcdefgh"]
    for n, where in enumerate(wheres + industries):
        kind = "direct" if where.place else "overlay"
        org.add(Territory(f"t{n}", where, type=kind))
        holder = f"Holder {n}" if n % 9 else None
        rep = Position(f"p{n}", roles.SALES_REPRESENTATIVE, held_by=holder, covers=[f"t{n}"])
        org.add(rep)
    return org


def timed(work: Callable[[], object], spent: list[float]) -> None:
    """Do some work and note its CPU seconds."""
    start = time.process_time()
    work()
    spent.append(time.process_time() - start)


def main() -> None:
    """Print the times and what they are of the time that polars takes to read the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--customers", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    org, frame = design(), customers(asked.customers)
    with tempfile.TemporaryDirectory() as folder:
        for suffix, peer in ((".csv", pl.read_csv), (".parquet", pl.read_parquet)):
            path = Path(folder) / f"customers{suffix}"
            (frame.write_csv if suffix == ".csv" else frame.write_parquet)(path)
            compare(org, path, peer, asked.rounds)


def compare(org: Org, path: Path, peer: Callable[[Path], object], rounds: int) -> None:
    """Time all steps on one file."""
    spent: dict[str, list[float]] = {"polars reads": [], "read and check": [], "cover": []}
    book: Book = read_book(path)
    for _ in range(rounds):
        timed(lambda: peer(path), spent["polars reads"])
        timed(lambda: read_book(path), spent["read and check"])
        timed(lambda: cover_book(org, book), spent["cover"])
    yardstick = statistics.median(spent["polars reads"])
    print(f"{path.name}: {len(book):,} customers, {cover_book(org, book).kinds:,} kinds")
    for name, seconds in spent.items():
        taken = statistics.median(seconds)
        print(f"  {name:16} {taken:7.3f} s {taken / yardstick:7.2f} x")


if __name__ == "__main__":
    main()
