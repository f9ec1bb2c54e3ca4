"""The kinds of chart, one folder each: its class, and ``KIND`` with its name, help and options."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules

from orgmodel.charts.base.chart_kind import ChartKind

DEFAULT = "org"
"""The name of the kind that is drawn by default."""


def _kinds() -> Iterator[ChartKind]:
    for module in iter_modules(__path__):
        yield import_module(f"{__name__}.{module.name}").KIND


CHART_KINDS: Mapping[str, ChartKind] = {
    kind.name: kind for kind in sorted(_kinds(), key=lambda kind: (kind.name != DEFAULT, kind.name))
}
"""Every kind of chart by name, the default one first."""
