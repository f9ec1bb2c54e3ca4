"""Boxes of one layer or one grade on one line."""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from orgmodel.charts.org_view.hierarchy import HEAD
from orgmodel.charts.org_view.position_index import Staff
from orgmodel.model import Org, Position

Align: TypeAlias = Literal["team", "layer", "grade"]

_MOST_GRADES = 60
"""More lines than this are no picture: pay structures have some 10 to 30 grades."""


def rows_of(staff: Staff, align: Align) -> Sequence[int]:
    """Return the line of every position, counted from the top; none where teams come first."""
    if align == "team":
        return ()
    hierarchy = staff.hierarchy
    grades = [p.grade if align == "grade" else None for p in staff.positions]
    falling = sorted({grade for grade in grades if grade is not None}, reverse=True)
    line = {grade: row for row, grade in enumerate(falling)}
    found = [0] * len(grades)
    for number, _ in hierarchy.from_top(hierarchy.heads):
        above, grade = hierarchy.above[number], grades[number]
        least = 0 if above == HEAD else found[above] + 1
        found[number] = least if grade is None else max(line[grade], least)
    return found


def row_names_of(staff: Staff, align: Align, rows: Sequence[int]) -> Sequence[str]:
    """Return what the line is called on which each position stands, nothing for those beside it."""
    if align == "team":
        return ()
    if align == "layer":
        called = {row: f"Layer {row + 1}" for row in rows}
    else:
        held = zip(staff.positions, rows, strict=True)
        grades = {p.grade for p in staff.positions if p.grade is not None}
        falling = dict(enumerate(sorted(grades, reverse=True)))
        called = {
            row: f"Grade {falling[row]}" for p, row in held if p.grade == falling.get(row, "")
        }
    beside = zip(rows, staff.at_side, strict=True)
    return ["" if side else called.get(row, "") for row, side in beside]


def too_many_grades(org: Org) -> Iterator[str]:
    """Yield a sentence if there are too many grades to draw a line for each."""
    grades = {position.grade for position in org.all(Position)}
    if len(grades) > _MOST_GRADES:
        yield (
            f"There are {len(grades):,} different grades, and {_MOST_GRADES} lines are the most; "
            "align by layer, or draw one branch with depth."
        )
