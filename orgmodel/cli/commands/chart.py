"""``orgmodel chart``."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

import click
from click.core import ParameterSource

from orgmodel.charts import PAPERS, Align, Direction, OrgChart, Style
from orgmodel.cli.chart_kinds import AFTER, KINDS, ORG, chart_of, superfluous, takes_marks
from orgmodel.cli.chart_settings import look_for, proportions, read_chart_settings
from orgmodel.cli.console import echo
from orgmodel.cli.errors import Command
from orgmodel.cli.options import day_option, design_argument, plugins_option
from orgmodel.cli.plan_designs import designs_of
from orgmodel.cli.rule_selection import rules_for
from orgmodel.formats import load
from orgmodel.model import Org
from orgmodel.rules import Finding, read_settings, validate


def _fields(_context: click.Context, _option: click.Parameter, text: str | None) -> object:
    return text and tuple(field.strip() for field in text.split(",") if field.strip())


PAGED = (".png", ".svg", ".pdf")
"""Formats in which a chart can be on pages of paper."""

_LEFT_OUT = ("show", "most", "direction")
"""Options whose default is the choice of the chart."""

_OF_ORG = (
    *("title", "under", "depth", "style", "proportions", "direction", "redact"),
    *("show", "coordination", "look", "photos", "on", "align"),
)


@click.command(cls=Command)
@design_argument
@click.option(
    "-o", "--output", type=click.Path(), help="The file to write; its suffix decides the format."
)
@click.option("--kind", type=click.Choice(KINDS), default=ORG, show_default=True)
@click.option("--after", type=click.Path(), metavar="AFTER", help="A later design to compare with.")
@click.option("--only-changed", is_flag=True, help="With --after: leave out unchanged positions.")
@click.option("--title", help="The heading; the name of the organisation by default.")
@click.option("--under", metavar="POSITION", help="Only this position and those below it.")
@click.option("--depth", type=click.IntRange(0), help="Number of levels below the top one.")
@click.option("--style", type=click.Choice(get_args(Style)), default="hybrid", show_default=True)
@click.option("--proportions", default="16:9", show_default=True, callback=proportions)
@click.option("--direction", type=click.Choice(get_args(Direction)), help="Layout direction.")
@click.option("--align", type=click.Choice(get_args(Align)), default="team", show_default=True)
@click.option(
    "--pages",
    type=click.Choice(PAPERS),
    help="Split the chart into legible pages of this paper size.",
)
@click.option("--dpi", type=click.IntRange(10, 1200), default=144, show_default=True)
@click.option(
    "--show", metavar="FIELDS", callback=_fields, help="Fields on the boxes: title,span,..."
)
@click.option(
    "--look", type=click.Path(), metavar="FILE", help="Rules for colours and symbols, in TOML."
)
@click.option("--photos", type=click.Path(), metavar="FOLDER", help="Photos named after people.")
@click.option(
    "--most", type=click.IntRange(1), help="Maximum number of rows (coverage, continuity)."
)
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
    """Draw a DESIGN as an org chart with findings marked on the boxes, or as another kind of chart.

    Without --output the picture is written to the current folder, under the name of the design.

    \b
    --kind territories   territories, their owners, and the gaps between them
    --kind coverage      customers by roles: who covers each, and which roles are missing
    --kind spans         managers by their direct reports, positions by layer
    --kind icicle        the whole organisation, for thousands of people
    --kind book          revenue by territory, owner and customer
    --kind continuity    accounts and territories that depend on one person
    --after AFTER        the differences between this design and a later one

    Defaults are read from [tool.orgmodel.chart] of pyproject.toml, or [chart] of orgmodel.toml, in
    the folder of the design or above it.
    """  # noqa: D301  # click's own sign for lines to be kept
    drawn = AFTER if after else kind
    _refuse_others(context, drawn)
    options = _with_settings(context, Path(design).parent, options)
    if drawn == ORG:
        _draw_org(design, options)
        return
    designs = _both(design, after) if after else [load(design)]
    marks = _marks(designs[-1], design, options) if takes_marks(drawn) else ()
    options = options if after else _dated(designs[0], options)
    chart = chart_of(drawn, *designs, marks=marks, **options)
    target = options["output"] or f"{Path(design).stem}-{drawn}.png"
    saved = chart.save(target, dpi=options["dpi"], pages=options["pages"])
    echo(f"Wrote {saved}.")


def _dated(org: Org, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options with a title that names the as-of date, if there is one."""
    if options["on"] is None or options.get("title"):
        return dict(options)
    return {**options, "title": f"{org.name} on {options['on']}"}


def _both(before: str, after: str) -> list[Org]:
    """Return two designs, of which the second may be a scenario over the first."""
    first, (second,) = designs_of((before, after), None)
    return [first.org, second.org]


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
    return {
        name: value for name, value in merged.items() if name not in _LEFT_OUT or value is not None
    }


def _refuse_others(context: click.Context, drawn: str) -> None:
    """Raise an error for options that do not apply to a kind of chart."""
    source = context.get_parameter_source
    given = frozenset(n for n in context.params if source(n) == ParameterSource.COMMANDLINE)
    others = superfluous(drawn, given)
    if drawn == AFTER and "kind" in given:
        others.append("--kind")
    if others:
        what = "--after" if drawn == AFTER else f"--kind {drawn}"
        raise click.UsageError(f"{what} does not take {', '.join(others)}; leave it out.")


def _draw_org(design: str, options: Mapping[str, Any]) -> None:
    org = load(design).as_of(options["on"])
    marks = _marks(org, design, options)
    options = _dated(org, options)
    chart = OrgChart(org, marks=marks, **{n: options[n] for n in _OF_ORG if n in options})
    target = options["output"] or Path(design).with_suffix(".png").name
    saved = chart.save(target, dpi=options["dpi"], pages=options["pages"])
    echo(f"Wrote {saved}: {chart.extent}.")


def _marks(org: Org, design: str, options: Mapping[str, Any]) -> Sequence[Finding]:
    """Return the findings to mark on the boxes; none with --plain."""
    if options["plain"]:
        return ()
    rules, settings = rules_for(read_settings(Path(design).parent), plugins=options["plugins"])
    return validate(org, settings=settings, on=options["on"], rules=rules)
