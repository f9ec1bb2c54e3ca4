"""A matrix on paper."""

from orgmodel.charts.canvas.badges import draw_sign, draw_star
from orgmodel.charts.canvas.fitting import Spot, write_within
from orgmodel.charts.canvas.palette import EDGE, INK, MUTED
from orgmodel.charts.canvas.scene import Box, Polyline
from orgmodel.charts.canvas.sketch import Look, Place, Sketch
from orgmodel.charts.cards.marks import Badge
from orgmodel.charts.kinds.coverage_matrix.cells import COLUMNS, Row
from orgmodel.charts.kinds.coverage_matrix.states import NOT_NEEDED, Cell
from orgmodel.charts.kinds.coverage_matrix.table import Table

_NAMES, _AMOUNTS, _COLUMN, _GAP = 172.0, 58.0, 108.0, 4.0
_HEAD, _GROUP, _ROW = 32.0, 21.0, 20.0
_STAR, _SIGN = 12.0, 22.0
_LEFT = _NAMES + _AMOUNTS + 10.0

_HEADING = Look(8.5, "bold")
_SMALL = Look(7.5, colour=MUTED)
_NAME = Look(8.5)
_KEY_NAME = Look(8.5, "bold")
_TEXT = Look(7.5, colour=INK)


def draw_matrix(sketch: Sketch, table: Table) -> tuple[float, float]:
    """Add the matrix from the top left corner; return its width and height."""
    width = _LEFT + len(COLUMNS) * _COLUMN
    _draw_heads(sketch, table)
    y = _HEAD
    for name, rows in table.groups:
        sketch.write(name, 0, y + 13, _SMALL, gid=f"group/{rows[0][0]}")
        line = [(0.0, y + 18), (width, y + 18)]
        sketch.lines.append(Polyline(line, EDGE, 0.7, gid=f"group/{rows[0][0]}/line"))
        y += _GROUP
        for number, row in rows:
            _draw_row(sketch, table, number, row, y)
            y += _ROW
    if table.rest:
        sketch.write(table.rest, 0, y + 15, _SMALL, gid="rest")
        y += _ROW
    return width, y


def _draw_heads(sketch: Sketch, table: Table) -> None:
    sketch.write("revenue", _NAMES + _AMOUNTS, 10, _SMALL, gid="column/revenue", anchor="end")
    for number, column in enumerate(COLUMNS):
        x, gid = _LEFT + number * _COLUMN, f"column/{column}"
        sketch.write(column.capitalize(), x + 4, 10, _HEADING, gid=gid)
        sketch.write(table.filled(column), x + 4, 21, _SMALL, gid=f"{gid}/filled")


def _draw_row(sketch: Sketch, table: Table, number: int, row: Row, y: float) -> None:
    gid, key = table.gid(number, row), row.customer.key_account
    if key:
        draw_star(sketch, 4, y + 9.7, f"{gid}/star")
    look, base = _KEY_NAME if key else _NAME, y + 12.8
    badge = table.badges.get(row.customer.id)
    if badge:
        _draw_badge(sketch, badge, y + _ROW / 2, f"{gid}/marks")
    spot = Spot(_STAR, base, _NAMES - _STAR - (_SIGN if badge else 0.0))
    write_within(sketch, table.name(number, row), spot, look, gid=f"{gid}/name")
    right, told = _NAMES + _AMOUNTS, table.revenue(row)
    sketch.write(told, right, base, _SMALL, gid=f"{gid}/revenue", anchor="end")
    for place, column in enumerate(COLUMNS):
        cell = row.cells[column]
        box = Place(_LEFT + place * _COLUMN, y + 1, _COLUMN - _GAP, _ROW - 2)
        _draw_cell(sketch, cell, box, f"{gid}/{column}")


def _draw_badge(sketch: Sketch, badge: Badge, y: float, gid: str) -> None:
    told = "\n".join(badge.sentences).strip()
    draw_sign(sketch, badge.severity, badge.number, _NAMES - _SIGN / 2, y, gid=gid, title=told)


def _draw_cell(sketch: Sketch, cell: Cell, place: Place, gid: str) -> None:
    state, base = cell.state, place.y + 11.6
    if state == NOT_NEEDED:
        sketch.write(state.sign, place.x + 5, base, _SMALL, gid=f"{gid}/sign")
        return
    sign = Look(_TEXT.size, "bold", state.colour)
    title = f"{gid.rpartition('/')[2]}: {cell.text}"
    edge, width = (state.colour, 0.8) if state.dash else (state.fill, 0.0)
    box = Box(*place, state.fill, edge, width, state.dash, radius=2.5, gid=gid, title=title)
    sketch.boxes.append(box)
    sketch.write(state.sign, place.x + 5, base, sign, gid=f"{gid}/sign")
    spot = Spot(place.x + 15, base, place.width - 18)
    write_within(sketch, cell.text, spot, _TEXT, gid=f"{gid}/who")
