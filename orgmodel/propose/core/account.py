"""The account of a proposal as text, Markdown or JSON."""

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from orgmodel.changes import Scenario
from orgmodel.measures import Difference, Figure, said
from orgmodel.propose.core.parts import Move, Objective, Touched
from orgmodel.text import columns, counted, escape_markdown, markdown_table, money, percent

_SHOWN = 40
"""Rows of moves in a text for people; JSON has all."""


class Account(Protocol):
    """What is read of a proposal; see :class:`orgmodel.propose.Proposal`."""

    @property
    def kind(self) -> str:
        """Which question it answers."""
        ...

    @property
    def status(self) -> str:
        """How good the answer is."""
        ...

    @property
    def scenario(self) -> Scenario:
        """The changes."""
        ...

    @property
    def objective(self) -> Objective:
        """What was minimised."""
        ...

    @property
    def moves(self) -> Sequence[Move]:
        """Every decision."""
        ...

    @property
    def touched(self) -> Sequence[Touched]:
        """The positions that gain or lose."""
        ...

    @property
    def locked(self) -> Sequence[str]:
        """What was not allowed to change."""
        ...

    @property
    def reasons(self) -> Sequence[str]:
        """Why there is no plan."""
        ...

    @property
    def notes(self) -> Sequence[str]:
        """What was assumed."""
        ...

    @property
    def trace(self) -> Sequence[str]:
        """How it was found."""
        ...

    @property
    def load_unit(self) -> str:
        """The unit of loads."""
        ...

    @property
    def figures(self) -> Sequence[Difference]:
        """The measures that change."""
        ...

    def to_records(self) -> list[dict[str, Any]]:
        """Return a flat row per decision."""
        ...


def amount(value: float, unit: str) -> str:
    """Return a number of an objective with its unit: money by its code, else a count of a noun."""
    if unit.isupper():
        return money(value, unit, exact=False)
    if abs(value - round(value)) < 0.05:  # noqa: PLR2004 - one decimal is shown
        return counted(round(value), unit)
    return f"{value:,.1f} {counted(2, unit).partition(' ')[2]}"


def verdict(proposal: Account) -> str:
    """Return in one sentence how good a proposal is."""
    goal = proposal.objective
    if proposal.status == "infeasible":
        return "There is no plan within these limits."
    if goal.value is None:
        return f"{counted(len(proposal.moves), goal.unit)} proposed."
    head = f"{goal.name[:1].upper()}{goal.name[1:]}: {amount(goal.value, goal.unit)}"
    if goal.bound is None:
        return f"{head}; nothing is proven about the best."
    if goal.gap == 0:
        return f"{head}; no plan within the limits has less."
    gap = percent(goal.gap or 0.0, places=1)
    return f"{head}; no plan can have less than {amount(goal.bound, goal.unit)} (gap {gap})."


def _priced(move: Move, goal: Objective) -> str:
    if move.price is None:
        return ""
    if math.isinf(move.price):
        return "no plan without it"
    other = f", then {move.instead}" if move.instead else ""
    return f"forbidding it costs {amount(max(move.price, 0.0), goal.unit)}{other}"


def _move_rows(proposal: Account) -> list[list[str]]:
    return [
        [
            move.subject.partition(":")[2],
            move.was or "-",
            move.now or "-",
            move.why,
            _priced(move, proposal.objective),
        ]
        for move in proposal.moves[:_SHOWN]
    ]


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:,.0f}"


def _touched_row(each: Touched) -> list[str]:
    return [
        each.position,
        each.holder or "vacant",
        f"+{each.gains}",
        f"-{each.loses}",
        _number(each.before),
        _number(each.after),
        _number(each.limit),
    ]


def _figure_row(each: Difference, currency: str) -> list[str]:
    old, new = (Figure(each.measure, value, each.of) for value in (each.before, each.after))
    return [each.measure.name, each.of, said(old, currency), said(new, currency)]


_Part = tuple[str, Sequence[str], list[list[str]]]


def _parts(proposal: Account) -> Iterator[_Part]:
    """Yield the tables of an account, each with its title and heads."""
    if proposal.moves:
        hidden = len(proposal.moves) - _SHOWN
        more = f" ({hidden:,} more in the scenario)" if hidden > 0 else ""
        heads = ("what", "before", "after", "why", "without it")
        yield f"Moves{more}", heads, _move_rows(proposal)
    if proposal.touched:
        unit = f", {proposal.load_unit}" if proposal.load_unit else ""
        columns_ = ("position", "held by", "gains", "loses", f"before{unit}", "after", "limit")
        yield "Touched", columns_, [_touched_row(each) for each in proposal.touched]
    if proposal.figures:
        currency = proposal.scenario.base.currency
        rows = [_figure_row(each, currency) for each in proposal.figures]
        yield "Measures", ("measure", "of", "before", "after"), rows


def _lists(proposal: Account) -> Iterator[tuple[str, Sequence[str]]]:
    yield "Why there is no plan", proposal.reasons
    yield "Locked", proposal.locked
    yield "Notes", proposal.notes
    yield "Trace", proposal.trace


def as_text(proposal: Account) -> str:
    """Return the account for a terminal."""
    lines = [verdict(proposal)]
    for title, items in _lists(proposal):
        if items:
            lines += ["", f"{title}:", *(f"  {item}" for item in items)]
    for title, heads, rows in _parts(proposal):
        lines += ["", f"{title}:", *(f"  {line}" for line in columns([list(heads), *rows]))]
    return "\n".join(lines)


def as_markdown(proposal: Account) -> str:
    """Return the account in Markdown."""
    lines = [f"# Proposal: {proposal.kind}", "", escape_markdown(verdict(proposal))]
    for title, items in _lists(proposal):
        if items:
            lines += ["", f"## {title}", "", *(f"- {escape_markdown(item)}" for item in items)]
    for title, heads, rows in _parts(proposal):
        cells = [[escape_markdown(cell) for cell in row] for row in rows]
        lines += ["", f"## {title}", "", *markdown_table(list(heads), cells)]
    return "\n".join([*lines, ""])


def _plain(value: float | None) -> float | str | None:
    return "infinite" if value is not None and math.isinf(value) else value


def as_json(proposal: Account) -> str:
    """Return the account as JSON, with every move."""
    goal = proposal.objective
    whole = {
        "kind": proposal.kind,
        "status": proposal.status,
        "objective": {
            "name": goal.name,
            "unit": goal.unit,
            "value": goal.value,
            "bound": goal.bound,
            "gap": goal.gap,
        },
        "reasons": list(proposal.reasons),
        "locked": list(proposal.locked),
        "notes": list(proposal.notes),
        "trace": list(proposal.trace),
        "moves": [{**row, "price": _plain(row["price"])} for row in proposal.to_records()],
        "touched": [vars(each) for each in proposal.touched],
        "measures": [
            {
                "measure": each.measure.name,
                "of": each.of or None,
                "before": None if each.before is None else float(each.before),
                "after": None if each.after is None else float(each.after),
            }
            for each in proposal.figures
        ],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False)


PROPOSAL_FORMATS: Mapping[str, Callable[[Account], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}
"""How the account of a proposal can be written."""
