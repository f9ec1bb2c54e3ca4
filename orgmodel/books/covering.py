"""Coverage of a large book: customers that no rule distinguishes are resolved once."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from orgmodel.books.accounts import amount_or_text, customer_of
from orgmodel.books.book import Book, kept_apart
from orgmodel.books.covered import CoveredBook
from orgmodel.cover import Coverage
from orgmodel.model import Assignment, Customer, Org
from orgmodel.network import OrgGraph
from orgmodel.regions import MISSING, Axis, NumberAxis, TextAxis

_NAMED = "managed_by", "deputy", "territories", "excluded_from", "status"
_ANSWER = {
    "state": pl.String,
    "owner": pl.String,
    "stand_in": pl.String,
    "territory": pl.String,
    "how": pl.String,
}


def cover_book(org: Org, book: Book, *, on: dt.date | None = None) -> CoveredBook:
    """Return who covers every customer of a book, as :func:`orgmodel.coverage` does.

    Every column that a territory uses is cut into classes that no rule distinguishes;
    customers in the same classes, with the same names attached, share one resolution. Amounts are
    compared as binary numbers, which is exact up to 15 digits.

    Args:
        org: The design; for a customer in both, the design takes precedence.
        book: The customers.
        on: The as-of date; by default today. It only matters if the design has dates.
    """
    covered = Coverage(OrgGraph(org, on=on), on=on)
    axes = covered.graph.matcher.space.cut.axes
    named = _assigned(book.frame, org)
    matched = _matched(covered, book.frame)
    facts = [book.frame[name] for name in _NAMED if name in book.frame.columns]
    keys = pl.DataFrame([matched, *facts, named])
    groups = keys.with_row_index("first").group_by(keys.columns, maintain_order=True)
    kinds = groups.agg(pl.col("first").first())
    firsts = book.frame[kinds["first"]].iter_rows(named=True)
    free = {name: not isinstance(axis, TextAxis) for name, axis in axes.items()}
    answers = [_answer(covered, row, free) for row in firsts]
    table = pl.DataFrame(answers, schema=_ANSWER, orient="row")
    kinds = kinds.drop("first").hstack(table)
    frame = kept_apart(book.frame, _ANSWER).hstack(_spread(keys, kinds, _ANSWER))
    return CoveredBook(book, org, frame, kinds.height)


def _spread(keys: pl.DataFrame, kinds: pl.DataFrame, columns: Iterable[str]) -> pl.DataFrame:
    """Return some columns of the kinds for every row of the keys."""
    found = keys.join(kinds, on=keys.columns, how="left", nulls_equal=True, maintain_order="left")
    return found.select(*columns)


def _matched(covered: Coverage, frame: pl.DataFrame) -> pl.Series:
    """Return a number for what each customer's values match: the same where it is the same."""
    matcher = covered.graph.matcher
    codes = [_classes(name, axis, frame) for name, axis in matcher.space.cut.axes.items()]
    if not codes:
        return pl.repeat(0, frame.height, dtype=pl.UInt32, eager=True).alias("matched")
    classes = pl.DataFrame(codes)
    different = classes.unique(maintain_order=True)
    numbers: dict[object, int] = {}
    found = [
        numbers.setdefault(matcher.match_classes(row), len(numbers))
        for row in different.iter_rows()
    ]
    kinds = different.with_columns(pl.Series("matched", found, dtype=pl.UInt32))
    return _spread(classes, kinds, ["matched"]).to_series()


def _assigned(frame: pl.DataFrame, org: Org) -> pl.Series:
    """Return the id where the design names a customer, and nothing elsewhere."""
    ids = {str(assignment.customer) for assignment in org.all(Assignment)}
    ids.update(customer.id for customer in org.all(Customer))
    return frame.select(
        pl.when(pl.col("id").is_in(list(ids))).then(pl.col("id")).alias("assigned")
    ).to_series()


def _classes(name: str, axis: Axis, frame: pl.DataFrame) -> pl.Series:
    """Return the class of every customer's value of a field that territories ask for."""
    column, code = name.removeprefix("attributes."), f"class of {name}"
    if column not in frame.columns:
        return pl.repeat(MISSING, frame.height, dtype=pl.UInt32, eager=True).alias(code)
    values = frame[column]
    classes = _intervals(axis, values) if isinstance(axis, NumberAxis) else _listed(axis, values)
    return classes.alias(code)


def _intervals(axis: NumberAxis, values: pl.Series) -> pl.Series:
    numbers = values.cast(pl.Float64, strict=False)
    bounds = pl.Series([float(bound) for bound in axis.bounds], dtype=pl.Float64)
    found = pl.Series(bounds.search_sorted(numbers, side="right") + 1, dtype=pl.UInt32)
    return found.zip_with(numbers.is_not_null(), pl.Series([MISSING], dtype=pl.UInt32))


def _listed(axis: Axis, values: pl.Series) -> pl.Series:
    different, plain = values.unique(), isinstance(axis, TextAxis)
    read = (text if plain or text is None else amount_or_text(text) for text in different)
    found = [axis.class_of(value) for value in read]
    return values.replace_strict(different, found, return_dtype=pl.UInt32)


def _answer(
    covered: Coverage, row: Mapping[str, Any], fields: Mapping[str, bool]
) -> tuple[str | None, ...]:
    known = covered.graph.org.get(Customer, row["id"])
    cover = covered.of(known if known is not None else customer_of(row, fields))
    winner = cover.winner
    return (
        cover.state,
        cover.position.id if cover.position else None,
        cover.stand_in.id if cover.stand_in else None,
        cover.territory.id if cover.territory else None,
        winner.how if winner else None,
    )
