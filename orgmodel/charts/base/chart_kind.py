"""Kinds of chart: the name, help and options of each, as commands and pages list them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from orgmodel.charts.base.arguments import ratio
from orgmodel.charts.base.chart import Chart
from orgmodel.charts.layout import Direction, Style


@dataclass(frozen=True)
class ChartOption:
    """An option of a kind of chart.

    Attributes:
        name: The name of the argument that it sets, with underscores.
        help: A noun phrase or an imperative, as one sentence.
        choices: The possible values; empty if the value is free.
        default: The value where the option is not given, for help; the chart decides.
        minimum: The least value of a whole number; None if the value is another one.
        flag: Whether the option takes no value.
        metavar: The name of a free value in help.
        parse: Makes the value of a text; raises ValueError with a sentence.
    """

    name: str
    help: str
    choices: tuple[str, ...] = ()
    default: str = ""
    minimum: int | None = None
    flag: bool = False
    metavar: str | None = None
    parse: Callable[[str], object] | None = None


@dataclass(frozen=True)
class ChartKind:
    """A kind of chart, declared as ``KIND`` in the folder of its class.

    Attributes:
        name: The name in commands.
        make: Makes a chart of one design, or of two, and of options by name. Every kind takes
            ``title``, ``on`` and ``redact``.
        help: What the chart shows, as a noun phrase.
        options: Its other options.
        marked: Whether it takes ``marks``, the findings to show.
        designs: The number of designs that it shows.
    """

    name: str
    make: Callable[..., Chart]
    help: str
    options: tuple[ChartOption, ...] = ()
    marked: bool = False
    designs: int = 1

    @property
    def takes(self) -> frozenset[str]:
        """The names of the options that apply to this kind."""
        marks = ("marks",) if self.marked else ()
        return frozenset(("title", "on", "redact", *marks, *(o.name for o in self.options)))


STYLE = ChartOption("style", "Arrangement of the boxes.", get_args(Style), "hybrid")
PROPORTIONS = ChartOption(
    "proportions", "Width over height of the picture.", default="16:9", parse=ratio
)
DIRECTION = ChartOption("direction", "Layout direction.", get_args(Direction))
MOST = ChartOption("most", "Maximum number of rows.", minimum=1)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


SHOW = ChartOption("show", "Fields on the boxes: title,span,...", metavar="FIELDS", parse=_names)
LOOK = ChartOption("look", "Rules for colours and symbols, in TOML.", metavar="FILE")
