"""Chart kinds of ``orgmodel chart``, and the options of each."""

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
"""The default chart, and the one that compares two designs."""

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
"""The choices of ``--kind``."""

_MARKED = frozenset({"marks", "plain", "plugins"})
_OF_THE_COMMAND = frozenset({"plain", "plugins"})

# Every kind accepts a title and redaction.
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
    """Return the given options that do not apply to a chart kind."""
    known = frozenset().union(*_TAKES.values())
    return sorted(f"--{name.replace('_', '-')}" for name in (given & known) - _TAKES[kind])


def takes_marks(kind: str) -> bool:
    """Return whether a chart kind shows findings."""
    return "marks" in _TAKES[kind]


def chart_of(kind: str, *designs: Org, **options: object) -> Chart:
    """Return a chart of any kind but the org chart; options of other kinds are ignored."""
    taken = {name: value for name, value in options.items() if name in _TAKES[kind] | _ALWAYS}
    taken = {name: value for name, value in taken.items() if name not in _OF_THE_COMMAND}
    if kind == AFTER:
        taken["unchanged"] = not taken.pop("only_changed")
    return _MAKERS[kind](*designs, **taken)
