"""Impact: a change in a few numbers, for one plan or for several side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from orgmodel.changes.differences.diff import Diff
from orgmodel.changes.differences.figures import Figures
from orgmodel.changes.differences.gap_changes import LapseChange
from orgmodel.changes.plan.findings import SPLIT, Remarks
from orgmodel.changes.plan.labels import account
from orgmodel.measures import Figure, Table, said
from orgmodel.model import Customer, exact
from orgmodel.text import before_after, counted, listed, money, percent
from orgmodel.timeline import Lapse, days_within

Value = int | float | str | Decimal | tuple[Decimal, Decimal] | None

MOST_NAMES = 5
"""Names in a list of a plan; the others are counted."""
_MEASURES = (
    ("coverage-revenue", "", "Revenue that is covered"),
    ("balance-cv", "revenue, direct", "Balance of revenue between territories (CV, 0 is even)"),
    ("concentration-hhi", "person", "Concentration of revenue on people (HHI, 1 is one person)"),
    ("continuity-revenue", "", "Revenue that depends on one person each"),
)


@dataclass(frozen=True)
class Row:
    """One number of an impact.

    Attributes:
        key: Its key in JSON.
        label: Its label.
        after: The number of the later design, or of the change itself.
        before: That of the earlier design; None if not known.
        texts: Both as text; the first is empty if there is none to compare.
        compared: Whether there is such a number of the earlier design.
    """

    key: str
    label: str
    after: Value
    before: Value
    texts: tuple[str, str]
    compared: bool = False


@dataclass(frozen=True)
class Impact:
    """The impact of a change.

    Attributes:
        diff: What differs.
        lapses: Days without cover before and after.
        remarks: Findings before and after; None if not checked.
    """

    diff: Diff
    lapses: LapseChange
    remarks: Remarks | None

    def rows(self) -> Iterator[Row]:
        """Yield the numbers one by one."""
        diff, people = self.diff, self.diff.people
        yield self._row("key_accounts_touched", "Key accounts touched", len(diff.key_accounts))
        yield self._row("revenue_changing_hands", "Revenue that changes hands", diff.revenue)
        yield self._row("customers_changing_hands", "Customers", len(diff.handovers))
        before, after = (days_without(each) for each in (self.lapses.before, self.lapses.after))
        yield self._row("days_uncovered", "Days on which a key account has no cover", after, before)
        if self.remarks is not None:
            for key, (name, label) in SPLIT.items():
                number = len(getattr(self.remarks, name))
                yield self._row(f"findings_{key}", f"Findings, {label}", number)
        for name, label in _LISTS.items():
            yield self._row(name, label, len(getattr(people, name)))
        yield from self._staff(*diff.figures)
        yield from self._measured(*diff.tables)

    def _staff(self, old: Figures, new: Figures) -> Iterator[Row]:
        yield self._row("positions", "Positions", new.heads.positions, old.heads.positions)
        yield self._row("held", "Held", new.heads.held, old.heads.held)
        yield self._row("people", "People", new.people, old.people)
        yield self._row("layers", "Layers", new.layers, old.layers)
        yield self._row("mean_span", "Mean span", new.mean_span, old.mean_span)
        for band, number in new.bands.items():
            if number or old.bands[band]:
                noun = "report" if band == "1" else "reports"
                label = f"Managers with {band} {noun}"
                yield self._row(f"managers_{band}", label, number, old.bands[band])
        yield self._row("cost", "Cost of held positions a year", new.paid, old.paid)
        if old.paid or new.paid:
            label = "Held positions without known pay"
            yield self._row("unpriced", label, new.unpriced, old.unpriced)

    def _measured(self, old: Table, new: Table) -> Iterator[Row]:
        for name, of, label in _MEASURES:
            was, now = old.get(name, of), new.get(name, of)
            if (was and was.value is not None) or (now and now.value is not None):
                texts = (_figure_text(was, old.currency), _figure_text(now, new.currency))
                key = name.replace("-", "_")
                after, before = (each.value if each else None for each in (now, was))
                yield Row(key, label, after, before, texts, compared=True)

    def _row(self, key: str, label: str, after: Value, before: Value | str = "") -> Row:
        compared = before != ""
        texts = (self._text(before), self._text(after))
        return Row(key, label, after, before if compared else None, texts, compared)

    def _text(self, value: Value) -> str:
        match value:
            case None:
                return "unknown"
            case float():
                return f"{value:,.1f}"
            case int():
                return f"{value:,}"
            case Decimal():
                return self.money(value)
            case (low, high):
                return self.money(low) if low == high else f"{self.money(low)} to {high:,.0f}"
        return value

    def money(self, amount: Decimal) -> str:
        """Return an amount in the currency of the later design."""
        return money(amount, self.diff.after.currency, exact=False)

    def lines(self) -> Iterator[str]:
        """Yield all of it in a few sentences, key accounts first."""
        diff, keys = self.diff, self.diff.key_accounts
        names = listed([account(diff, each.customer) for each in keys], MOST_NAMES)
        yield f"Key accounts touched: {len(keys):,}{f' ({names})' if names else ''}"
        whole = sum((exact(c.revenue) for c in diff.after.all(Customer)), Decimal(0))
        share = f" of {self.money(whole)}, {percent(diff.revenue, whole, 1)}" if whole else ""
        customers = counted(len(diff.handovers), "customer")
        yield f"Revenue that changes hands: {self.money(diff.revenue)}{share}, {customers}"
        old, new = (days_without(each) for each in (self.lapses.before, self.lapses.after))
        note = "" if old == new else f" (before: {old})"
        yield f"Days on which a key account has no cover: {new}{note}"
        if self.remarks is not None:
            yield f"Findings: {self.remarks}"
        if diff.after.whole.dated:
            yield f"All numbers are as of {diff.on}, except the days; --on selects another day"
        yield from self._of_people()
        yield from self._of_positions(*diff.figures)

    def _of_people(self) -> Iterator[str]:
        people = self.diff.people
        counts = [
            f"{len(found):,} {words}"
            for name, words in _WORDS.items()
            if (found := getattr(people, name))
        ]
        old, new = (each.people for each in self.diff.figures)
        yield f"People: {before_after(old, new)}{'; ' if counts else ''}{', '.join(counts)}"

    def _of_positions(self, old: Figures, new: Figures) -> Iterator[str]:
        heads, before = new.heads, old.heads
        positions = before_after(before.positions, heads.positions)
        yield (
            f"Positions: {positions}; held: {before_after(before.held, heads.held)}; "
            f"vacant: {before_after(before.vacant, heads.vacant)}"
        )
        bands = ", ".join(
            f"{name}: {before_after(old.bands[name], new.bands[name])}"
            for name in new.bands
            if old.bands[name] or new.bands[name]
        )
        yield f"Layers: {before_after(old.layers, new.layers)}; managers by span: {bands or 'none'}"
        yield f"Cost of held positions a year: {self._cost(old, new)}"

    def _cost(self, old: Figures, new: Figures) -> str:
        if old.paid is new.paid is None:
            return "unknown: no pay is stated and no benchmark applies"
        was, now = self._text(old.paid), self._text(new.paid)
        cost = now if was == now else f"{was} → {now}"
        lacking = before_after(old.unpriced, new.unpriced)
        return cost if lacking == "0" else f"{cost}, excludes {lacking} without pay data"


_LISTS = {
    "joined": "Joined",
    "left": "Left",
    "moved": "Moved",
    "new_managers": "With another manager",
    "retitled": "With another title",
}
_WORDS = {
    "joined": "joined",
    "left": "left",
    "moved": "moved",
    "new_managers": "with another manager",
    "retitled": "with another title",
}


def days_without(lapses: Sequence[Lapse]) -> str:
    """Return the number of days on which any key account has nobody in place."""
    return days_within([each for each in lapses if each.key_account])


def _figure_text(figure: Figure | None, currency: str) -> str:
    return "unknown" if figure is None or figure.value is None else said(figure, currency)
