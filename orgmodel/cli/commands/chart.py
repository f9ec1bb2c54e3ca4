"""``orgmodel chart``."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from orgmodel.charts import PAPERS, ChartKind, OrgChart
from orgmodel.cli.chart_kinds import AFTER, KINDS, chart_of, kind_options, kinds_help, superfluous
from orgmodel.cli.chart_settings import look_for, read_chart_settings
from orgmodel.cli.console import echo
from orgmodel.cli.errors import Command
from orgmodel.cli.options import day_option, design_argument, plugins_option
from orgmodel.cli.plan_designs import designs_of
from orgmodel.cli.rule_selection import rules_for
from orgmodel.formats import load
from orgmodel.model import Org
from orgmodel.rules import Finding, read_settings, validate

PAGED = (".png", ".svg", ".pdf")
"""Formats in which a chart can be on pages of paper."""

_DEFAULT = next(iter(KINDS))
_HELP = f"""Draw a DESIGN as an org chart with findings marked on the boxes, or as another kind.

Without --output the picture is written to the current folder, under the name of the design.

{kinds_help()}

Defaults are read from [tool.orgmodel.chart] of pyproject.toml, or [chart] of orgmodel.toml, in
the folder of the design or above it.
"""


@click.command(cls=Command, help=_HELP)
@design_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    help="The file to write; its suffix decides the format.",
)
@click.option("--kind", type=click.Choice([*KINDS]), default=_DEFAULT, show_default=True)
@click.option("--after", type=click.Path(), metavar="AFTER", help="A later design to compare with.")
@click.option("--title", help="The heading; the name of the organisation by default.")
@kind_options
@click.option(
    "--pages",
    type=click.Choice(PAPERS),
    help="Split the chart into legible pages of this paper size.",
)
@click.option("--dpi", type=click.IntRange(10, 1200), default=144, show_default=True)
@click.option("--plain", is_flag=True, help="Do not mark findings on the boxes.")
@click.option("--redact", is_flag=True, help="Leave out names and amounts.")
@day_option
@plugins_option
@click.pass_context
def command(
    context: click.Context,
    /,
    design: str,
    kind: str,
    after: str | None,
    **options: Any,  # noqa: ANN401  # click checked them
) -> None:
    """Draw a chart of a kind; the help is made from the kinds."""
    drawn = AFTER if after else KINDS[kind]
    _refuse_superfluous(context, drawn)
    options = _with_settings(context, Path(design).parent, options)
    designs = _designs(design, after, drawn, options)
    marks = _marks(designs[-1], design, options) if drawn.marked else ()
    options = options if after else _dated(designs[0], options)
    chart = chart_of(drawn, *designs, marks=marks, **options)
    suffix = ".png" if drawn.name == _DEFAULT else f"-{drawn.name}.png"
    target = options["output"] or f"{Path(design).stem}{suffix}"
    saved = chart.save(target, dpi=options["dpi"], pages=options["pages"])
    extent = f": {chart.extent}" if isinstance(chart, OrgChart) else ""
    echo(f"Wrote {saved}{extent}.")


def _designs(
    design: str, after: str | None, kind: ChartKind, options: Mapping[str, Any]
) -> list[Org]:
    """Return the design to draw, or two, of which the second may be a scenario over the first."""
    if after:
        first, (second,) = designs_of((design, after), None)
        return [first.org, second.org]
    org = load(design)
    return [org.as_of(options["on"]) if kind.name == _DEFAULT else org]


def _dated(org: Org, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options with a title that names the as-of date, if there is one."""
    if options["on"] is None or options.get("title"):
        return dict(options)
    return {**options, "title": f"{org.name} on {options['on']}"}


def _with_settings(
    context: click.Context, folder: Path, options: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the options, with settings where the command line leaves them open."""
    source = context.get_parameter_source
    settings = read_chart_settings(folder)
    chosen = {n: v for n, v in settings.items() if source(n) != ParameterSource.COMMANDLINE}
    if options["output"] and Path(options["output"]).suffix.lower() not in PAGED:
        chosen.pop("pages", None)
    merged = {**options, **chosen}
    merged["look"] = look_for(settings["own_look"], merged["look"])
    return merged


def _refuse_superfluous(context: click.Context, drawn: ChartKind) -> None:
    """Raise an error for options that do not apply to a kind of chart."""
    source = context.get_parameter_source
    given = frozenset(n for n in context.params if source(n) == ParameterSource.COMMANDLINE)
    others = superfluous(drawn, given)
    if drawn is AFTER and "kind" in given:
        others.append("--kind")
    if others:
        option = "--after" if drawn is AFTER else f"--kind {drawn.name}"
        raise click.UsageError(f"{option} does not take {', '.join(others)}; leave it out.")


def _marks(org: Org, design: str, options: Mapping[str, Any]) -> Sequence[Finding]:
    """Return the findings to mark on the boxes; none with --plain."""
    if options["plain"]:
        return ()
    rules, settings = rules_for(read_settings(Path(design).parent), plugins=options["plugins"])
    return validate(org, settings=settings, on=options["on"], rules=rules)
