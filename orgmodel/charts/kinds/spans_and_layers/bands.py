"""Managers by the number of their direct reports, named as a chart may name them."""

from collections.abc import Sequence
from dataclasses import dataclass

from orgmodel.charts.org_view.naming import Naming
from orgmodel.measures import Span, spans


@dataclass(frozen=True)
class Band:
    """Managers with so many direct reports.

    Attributes:
        name: As `4 to 7`.
        managers: Who they are with their spans, the largest first.
    """

    name: str
    managers: Sequence[tuple[str, int]]


def bands_of(naming: Naming) -> Sequence[Band]:
    """Return the bands of an organisation: those that orgvue reports.

    Vacant positions count, as managers and as reports; those at the side count as neither.
    """
    found = spans(naming.staff.graph).bands
    return [
        Band(
            _name(band.least, band.most),
            [(_who(naming, span), span.reports) for span in band.spans],
        )
        for band in found
    ]


def _who(naming: Naming, span: Span) -> str:
    return naming.holder(span.manager) or f"Vacant, {naming.title(span.manager)}"


def _name(least: int, most: int | None) -> str:
    if most is None:
        return f"{least} or more"
    return str(least) if least == most else f"{least} to {most}"
