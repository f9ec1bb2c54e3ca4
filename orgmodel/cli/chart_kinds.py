"""The options of ``orgmodel chart`` that depend on the kind of chart."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from orgmodel.charts import CHART_KINDS, Chart, ChartKind, ChartOption
from orgmodel.model import Org

F = TypeVar("F", bound=Callable[..., Any])

AFTER = next(kind for kind in CHART_KINDS.values() if kind.designs > 1)
"""The kind that compares two designs; ``--after`` chooses it."""
KINDS: Mapping[str, ChartKind] = {n: kind for n, kind in CHART_KINDS.items() if kind is not AFTER}
"""The choices of ``--kind``."""

_MARKS = frozenset({"plain", "plugins"})
"""Options of the command about the findings to show."""


def kind_options(function: F) -> F:
    """Add the options of all kinds of chart to a command."""
    for option in reversed(_options().values()):
        function = _click_option(option)(function)
    return function


def kinds_help() -> str:
    """Return a line on each kind of chart, as click keeps lines."""
    width = max(map(len, KINDS)) + 1
    lines = [f"--kind {name:{width}} {kind.help}" for name, kind in KINDS.items()]
    return "\n".join(["\b", *lines, f"{'--after AFTER':{width + 7}} {AFTER.help}"])


def superfluous(kind: ChartKind, given: frozenset[str]) -> list[str]:
    """Return the given options that do not apply to a kind of chart."""
    known = frozenset(_options()) | _MARKS
    takes = kind.takes | (_MARKS if kind.marked else frozenset())
    return sorted(f"--{name.replace('_', '-')}" for name in (given & known) - takes)


def chart_of(kind: ChartKind, *designs: Org, **options: object) -> Chart:
    """Return a chart; options without a value and those of other kinds are ignored."""
    given = {n: value for n, value in options.items() if n in kind.takes and value is not None}
    return kind.make(*designs, **given)


def _options() -> dict[str, ChartOption]:
    return {option.name: option for kind in CHART_KINDS.values() for option in kind.options}


def _click_option(option: ChartOption) -> Callable[[F], F]:
    kinds = [k for k in CHART_KINDS.values() if option in k.options]
    names = ", ".join("--after" if kind is AFTER else kind.name for kind in kinds)
    return click.option(
        f"--{option.name.replace('_', '-')}",
        type=_type(option),
        is_flag=option.flag,
        metavar=option.metavar,
        callback=_parser(option),
        help=f"{option.help} For {names}.",
        show_default=option.default or False,
        default=False if option.flag else None,
    )


def _type(option: ChartOption) -> "click.ParamType[Any] | None":
    if option.choices:
        return click.Choice(option.choices)
    return None if option.minimum is None else click.IntRange(option.minimum)


def _parser(option: ChartOption) -> Callable[..., object] | None:
    parse = option.parse
    if parse is None:
        return None

    def parsed(_context: click.Context, _option: click.Parameter, text: str | None) -> object:
        try:
            return None if text is None else parse(text)
        except ValueError as error:
            raise click.BadParameter(f"{error}.") from None

    return parsed
