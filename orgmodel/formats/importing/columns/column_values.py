"""What the values of a column say of it, whatever its heading."""

from itertools import islice

from orgmodel.formats.importing.columns.numbers import value_of
from orgmodel.formats.importing.columns.paths import is_path
from orgmodel.formats.importing.columns.value_patterns import Shape, shape_of
from orgmodel.formats.importing.read.table import Table, folded
from orgmodel.formats.importing.read.vocabulary import means

_LOOKED_AT = 200
"""Values of a column that are asked what they mean."""
_SALUTATIONS = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "mx", "sir", "herr", "frau", "m", "mme", "mlle"}
    | {
        "sig",
        "sig ra",
        "signor",
        "signora",
        "dott",
        "dott ssa",
        "ing",
        "sr",
        "sra",
        "srta",
        "pan",
        "pani",
    }
)


def are_salutations(table: Table, column: str) -> bool:
    """Return whether a column says how to address people, and not what they do."""
    values = _values(table, column)[:200]
    return bool(values) and all(folded(value) in _SALUTATIONS for value in values)


def identifies(table: Table, column: str) -> bool:
    """Return whether nearly every row has a value of its own."""
    values = _values(table, column)
    return len(set(values)) * 10 >= len(values) * 8 > 0


def says_status(table: Table, column: str) -> bool:
    """Return whether any value says that somebody is a customer or a prospect."""
    values = dict.fromkeys(_values(table, column))
    return not values or any(means(v, "prospect", "existing") for v in islice(values, _LOOKED_AT))


def are_answers(table: Table, column: str) -> bool:
    """Return whether a column says yes or no, as a ``Leader`` may; 1 may be an id."""
    values = {folded(value) for value in _values(table, column)}
    return bool(values) and all(len(v) > 1 and means(v, "yes", "no") for v in values)


def are_numbers(table: Table, column: str) -> bool:
    """Return whether a column counts, and does not name classes such as ``51-200``."""
    values = _values(table, column)[:_LOOKED_AT]
    return not values or sum(value_of(value, ".") is not None for value in values) * 2 > len(values)


def are_paths(table: Table, column: str) -> bool:
    """Return whether a column says by paths where its rows stand."""
    return is_path(_values(table, column), len(table.rows))


def numbers_rows(table: Table, column: str) -> bool:
    """Return whether every row has a value of its own."""
    values = _values(table, column)
    return len(values) == len(table.rows) == len(set(values))


def shape_of_column(table: Table, column: str) -> Shape:
    """Return what the values of a column look like."""
    return shape_of(_values(table, column))


def _values(table: Table, column: str) -> list[str]:
    return table.values(table.columns.index(column))
