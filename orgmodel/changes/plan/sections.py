"""The parts of a plan: lines of words below headings, or rows of a table."""

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
        heading: What it is about.
        lines: What there is to say, line by line.
        table: The same as rows of cells, the heads first; empty where lines say it best.
        open: Whether it is important enough to be seen at once.
    """

    heading: str
    lines: tuple[str, ...]
    table: tuple[tuple[str, ...], ...] = ()
    open: bool = False


def impact(found: Impact) -> Iterator[Section]:
    """Yield what the change comes to: key accounts, revenue, days, findings, heads."""
    diff = found.diff
    rows = tuple((row.label, *row.told) for row in found.rows() if _worth(row))
    yield Section("Impact", tuple(found.lines()), (("", "Before", "After"), *rows), open=True)
    keys = sorted(diff.key_accounts, key=lambda each: -each.revenue)
    if keys:
        lines = tuple(_said(diff, each) for each in keys)
        heads = ("Key account", "From", "To", "Revenue")
        table = tuple(cells(diff, each) for each in keys)
        yield Section("Key accounts that change hands", lines, (heads, *table), open=True)
    for how, lapses in (("", found.lapses.new), (", as before", found.lapses.standing)):
        open_ = tuple(str(lapse) for lapse in lapses if lapse.key_account)
        if open_:
            yield Section(f"Key accounts without cover{how}", open_, open=True)


def uncovered(found: Impact) -> Iterator[Section]:
    """Yield the other days without cover that come and go."""
    others = tuple(str(lapse) for lapse in found.lapses.new if not lapse.key_account)
    if others:
        heading = f"New days without cover, or with dates that do not fit ({len(others):,})"
        yield Section(heading, others)
    mended = tuple(str(lapse) for lapse in found.lapses.mended)
    if mended:
        yield Section(f"Mended days without cover ({len(mended):,})", mended)


def _worth(row: Row) -> bool:
    """Return whether a row says something: whatever differs, and what a reader looks for."""
    always = row.key in {"key_accounts_touched", "revenue_changing_hands", "days_uncovered"}
    if always or row.key.startswith("findings"):
        return True
    return row.told[0] != row.told[1] if row.compared else bool(row.after)


def guesses(diff: Diff) -> Iterator[Section]:
    """Yield what was taken for the same without being called the same, and why."""
    if diff.renumbered:
        numbers = len(diff.found_again)
        told = f"Ids of positions count rows; {numbers:,} were found again by who holds them."
        yield Section("Numbers of rows (a guess)", (told,))
    if diff.renamings:
        renamings = tuple(map(str, diff.renamings))
        yield Section("Taken for the same under another id (guesses)", renamings)
    same = diff.people.same
    followed = tuple(
        str(each)
        for each in diff.people.successions
        if each.before.vacant or same.get(str(each.before.held_by)) != each.after.held_by
    )
    if followed:
        yield Section("Managers followed in another position (guesses)", followed)


def _said(diff: Diff, each: Handover) -> str:
    name, old, new, revenue = cells(diff, each)
    return f"{name}: {old} → {new}, {revenue}"
