"""Several scenarios over one design, each compared with it, in one table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from orgmodel.changes.plan.contents import PlanContents
from orgmodel.changes.plan.impact import Row
from orgmodel.changes.plan.json_plan import VERSION, dumped, impact_object
from orgmodel.changes.plan.text import table
from orgmodel.text import columns, escape_markdown


@dataclass(frozen=True)
class SideBySide:
    """The impacts of several plans that begin with one design.

    Attributes:
        plans: The plans by name.
    """

    plans: Mapping[str, PlanContents]

    def __bool__(self) -> bool:
        return any(plan.diff for plan in self.plans.values())

    @property
    def title(self) -> str:
        """The heading."""
        first = next(iter(self.plans.values()))
        return f"{len(self.plans)} plans for {first.diff.before.name}, side by side"

    def rows(self) -> Sequence[tuple[str, ...]]:
        """Return the heads and then a row for each number: before, and after each plan."""
        found = [{row.key: row for row in plan.impact.rows()} for plan in self.plans.values()]
        keys = dict.fromkeys(key for rows in found for key in rows)
        lines = [self._line(key, [rows.get(key) for rows in found]) for key in keys]
        return [("", "Before", *self.plans), *filter(None, lines)]

    @staticmethod
    def _line(key: str, rows: Sequence[Row | None]) -> tuple[str, ...]:
        """Return the cells of a number; none if nothing of it differs."""
        there = next(row for row in rows if row is not None)
        before = there.texts[0]
        cells = [row.texts[1] if row is not None else "" for row in rows]
        always = key in {"key_accounts_touched", "revenue_changing_hands", "days_uncovered"}
        same = all(cell in {before, ""} for cell in cells) if there.compared else False
        none = not there.compared and all(row is None or not row.after for row in rows)
        return () if (same or none) and not always else (there.label, before, *cells)


def side_by_side_text(found: SideBySide) -> str:
    """Return the table for a terminal."""
    rows = found.rows()
    lines = columns(rows, right=range(1, len(rows[0])))
    obstacles = _obstacles(found)
    more = ["", *obstacles] if obstacles else []
    return "\n".join([found.title, "", *lines, *more, ""])


def _obstacles(found: SideBySide) -> list[str]:
    return [
        f"{name}: {sentence}"
        for name, plan in found.plans.items()
        for sentence in plan.transition.obstacles[:3]
    ]


def side_by_side_markdown(found: SideBySide) -> str:
    """Return the table for a pull request."""
    heads, *rows = found.rows()
    lines = [f"- {escape_markdown(line, starts_line=True)}" for line in _obstacles(found)]
    more = ["", *lines] if lines else []
    return "\n".join([f"## {escape_markdown(found.title)}", "", *table(heads, rows), *more, ""])


def side_by_side_json(found: SideBySide) -> str:
    """Return the impacts for programs."""
    first = next(iter(found.plans.values())).diff
    content: dict[str, Any] = {
        "version": VERSION,
        "changed": bool(found),
        "before": first.before.name,
        "on": first.on.isoformat(),
        "currency": first.before.currency,
        "plans": {
            name: {
                "changed": bool(plan.diff),
                "impact": impact_object(plan.impact),
                "obstacles": plan.transition.obstacles,
            }
            for name, plan in found.plans.items()
        },
    }
    return dumped(content)


SIDE_BY_SIDE_FORMATS: Mapping[str, Callable[[SideBySide], str]] = {
    "text": side_by_side_text,
    "markdown": side_by_side_markdown,
    "json": side_by_side_json,
}
"""Writers of plans side by side, by format."""
