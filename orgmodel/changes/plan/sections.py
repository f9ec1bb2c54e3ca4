"""Sections of a plan: lines below headings, or rows of a table."""

from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.changes.differences.diff import Diff
from orgmodel.changes.differences.handovers import Handover
from orgmodel.changes.plan.impact import Impact, Row
from orgmodel.changes.plan.labels import cells


@dataclass(frozen=True)
class Section:
    """A heading with lines below it.

    Attributes:
        heading: Its heading.
        lines: Its lines.
        table: The same as rows of cells, the heads first; empty if lines suffice.
        open: Whether it is shown unfolded.
    """

    heading: str
    lines: tuple[str, ...]
    table: tuple[tuple[str, ...], ...] = ()
    open: bool = False


def impact(found: Impact) -> Iterator[Section]:
    """Yield the impact: key accounts, revenue, days, findings, headcount."""
    diff = found.diff
    rows = tuple((row.label, *row.texts) for row in found.rows() if _worth(row))
    yield Section("Impact", tuple(found.lines()), (("", "Before", "After"), *rows), open=True)
    keys = sorted(diff.key_accounts, key=lambda each: -each.revenue)
    if keys:
        lines = tuple(_line(diff, each) for each in keys)
        heads = ("Key account", "From", "To", "Revenue")
        table = tuple(cells(diff, each) for each in keys)
        yield Section("Key accounts that change hands", lines, (heads, *table), open=True)
    for how, lapses in (("", found.lapses.new), (", as before", found.lapses.standing)):
        open_ = tuple(str(lapse) for lapse in lapses if lapse.key_account)
        if open_:
            yield Section(f"Key accounts without cover{how}", open_, open=True)


def uncovered(found: Impact) -> Iterator[Section]:
    """Yield the other days without cover that are new or resolved."""
    others = tuple(str(lapse) for lapse in found.lapses.new if not lapse.key_account)
    if others:
        heading = f"New days without cover, or with conflicting dates ({len(others):,})"
        yield Section(heading, others)
    resolved = tuple(str(lapse) for lapse in found.lapses.resolved)
    if resolved:
        yield Section(f"Resolved days without cover ({len(resolved):,})", resolved)


def _worth(row: Row) -> bool:
    """Return whether to show a row: one that differs, or one that readers look for."""
    always = row.key in {"key_accounts_touched", "revenue_changing_hands", "days_uncovered"}
    if always or row.key.startswith("findings"):
        return True
    return row.texts[0] != row.texts[1] if row.compared else bool(row.after)


def guesses(diff: Diff) -> Iterator[Section]:
    """Yield the matches between different ids, and their evidence."""
    if diff.renumbered:
        numbers = len(diff.found_again)
        line = f"Position ids are row numbers; {numbers:,} were matched by their holders."
        yield Section("Row numbers as ids (a guess)", (line,))
    if diff.renamings:
        renamings = tuple(map(str, diff.renamings))
        yield Section("Renamed ids (guesses)", renamings)
    same = diff.people.same
    followed = tuple(
        str(each)
        for each in diff.people.successions
        if each.before.vacant or same.get(str(each.before.held_by)) != each.after.held_by
    )
    if followed:
        yield Section("Managers succeeded in another position (guesses)", followed)


def _line(diff: Diff, each: Handover) -> str:
    name, old, new, revenue = cells(diff, each)
    return f"{name}: {old} → {new}, {revenue}"
