"""The kinds of chart that the command draws, and which options each takes."""

from collections.abc import Callable, Mapping

from orgmodel.charts import (
    BeforeAfter,
    BookOfBusiness,
    Chart,
    ContinuityChart,
    CoverageMatrix,
    Icicle,
    SpansAndLayers,
    TerritoryChart,
)
from orgmodel.model import Org

ORG, AFTER = "org", "after"
"""The chart that is drawn unasked, and the one of two designs."""

_MAKERS: Mapping[str, Callable[..., Chart]] = {
    "territories": TerritoryChart,
    "coverage": CoverageMatrix,
    "spans": SpansAndLayers,
    "icicle": Icicle,
    "book": BookOfBusiness,
    "continuity": ContinuityChart.from_org,
    AFTER: BeforeAfter,
}
KINDS = (ORG, *(kind for kind in _MAKERS if kind != AFTER))
"""What can be asked for with ``--kind``."""

_MARKED = frozenset({"marks", "plain", "plugins"})
_OF_THE_COMMAND = frozenset({"plain", "plugins"})

# Every kind takes a title and can be redacted.
_TAKES: Mapping[str, frozenset[str]] = {
    ORG: frozenset(
        {
            *("under", "depth", "style", "proportions", "direction", "plain", "plugins"),
            *("on", "show", "look", "photos", "coordination", "align"),
        }
    ),
    "territories": frozenset({"style", "proportions", "on", *_MARKED}),
    "coverage": frozenset({"on", "most", *_MARKED}),
    "spans": frozenset({"on"}),
    "icicle": frozenset({"on", "direction"}),
    "book": frozenset({"proportions", "on"}),
    "continuity": frozenset({"on", "most"}),
    AFTER: frozenset({"style", "proportions", "only_changed", "on", "show", "look", *_MARKED}),
}
_ALWAYS = frozenset({"title", "redact"})


def superfluous(kind: str, given: frozenset[str]) -> list[str]:
    """Return the options, of those that were given, that mean nothing to a kind of chart."""
    known = frozenset().union(*_TAKES.values())
    return sorted(f"--{name.replace('_', '-')}" for name in (given & known) - _TAKES[kind])


def takes_marks(kind: str) -> bool:
    """Return whether a kind of chart shows findings."""
    return "marks" in _TAKES[kind]


def chart_of(kind: str, *designs: Org, **options: object) -> Chart:
    """Return a chart beside the org chart; options that mean nothing to its kind are left out."""
    taken = {name: value for name, value in options.items() if name in _TAKES[kind] | _ALWAYS}
    taken = {name: value for name, value in taken.items() if name not in _OF_THE_COMMAND}
    if kind == AFTER:
        taken["unchanged"] = not taken.pop("only_changed")
    return _MAKERS[kind](*designs, **taken)
