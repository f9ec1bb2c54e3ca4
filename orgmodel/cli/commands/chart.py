"""``orgmodel chart``."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

import click
from click.core import ParameterSource

from orgmodel.charts import PAPERS, Align, Direction, OrgChart, Style
from orgmodel.cli.chart_kinds import AFTER, KINDS, ORG, chart_of, superfluous, takes_marks
from orgmodel.cli.chart_settings import look_for, proportions, read_chart_settings
from orgmodel.cli.options import day_option, design_argument, plainly, plugins_option, say
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
"""Options whose values charts know best, where they are not told."""

_OF_ORG = (
    *("title", "under", "depth", "style", "proportions", "direction", "redact"),
    *("show", "coordination", "look", "photos", "on", "align"),
)


@click.command()
@design_argument
@click.option("-o", "--output", type=click.Path(), help="Where to; the suffix says the format.")
@click.option("--kind", type=click.Choice(KINDS), default=ORG, show_default=True)
@click.option("--after", type=click.Path(), metavar="AFTER", help="A later design to compare with.")
@click.option("--only-changed", is_flag=True, help="With --after: leave out what is as before.")
@click.option("--title", help="The heading; the name of the organisation unless told.")
@click.option("--under", metavar="POSITION", help="Only this position and those below it.")
@click.option("--depth", type=click.IntRange(0), help="Only so many levels below the top one.")
@click.option("--style", type=click.Choice(get_args(Style)), default="hybrid", show_default=True)
@click.option("--proportions", default="16:9", show_default=True, callback=proportions)
@click.option("--direction", type=click.Choice(get_args(Direction)), help="To where lines run.")
@click.option("--align", type=click.Choice(get_args(Align)), default="team", show_default=True)
@click.option("--pages", type=click.Choice(PAPERS), help="On pages of this paper, all legible.")
@click.option("--dpi", type=click.IntRange(10, 1200), default=144, show_default=True)
@click.option("--show", metavar="FIELDS", callback=_fields, help="What boxes say: title,span,...")
@click.option("--look", type=click.Path(), metavar="FILE", help="Rules for the look, in TOML.")
@click.option("--photos", type=click.Path(), metavar="FOLDER", help="Photos named after people.")
@click.option("--most", type=click.IntRange(1), help="So many rows, of coverage and continuity.")
@click.option("--plain", is_flag=True, help="Do not mark findings on the boxes.")
@click.option("--redact", is_flag=True, help="Leave out names and amounts.")
@day_option
@plugins_option
@click.pass_context
@plainly
def command(
    context: click.Context,
    /,
    design: str,
    kind: str,
    after: str | None,
    **options: Any,  # noqa: ANN401  # click checked them
) -> None:
    """Draw a DESIGN as an org chart, with its findings marked on the boxes, or in another way.

    Without --output the picture is written to the current folder, under the design's name.

    \b
    --kind territories   who covers what, and what nobody covers
    --kind coverage      customers by roles: who is there, and who is lacking
    --kind spans         managers by their direct reports, positions by layer
    --kind icicle        the whole organisation, for thousands of people
    --kind book          revenue by territory, owner and customer
    --kind continuity    what hangs on one person alone
    --after AFTER        what differs from this design to a later one

    What is not said here is read from [tool.orgmodel.chart] of pyproject.toml, or [chart] of
    orgmodel.toml, in the folder of the design or above it.
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
    say(f"Wrote {saved}.")


def _dated(org: Org, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options with a title that names the day, where one was asked for."""
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
    """Return the options, with settings where nothing was said on the command line."""
    source = context.get_parameter_source
    settings = read_chart_settings(folder)
    told = {n: v for n, v in settings.items() if source(n) != ParameterSource.COMMANDLINE}
    if options["output"] and Path(options["output"]).suffix.lower() not in PAGED:
        told.pop("pages", None)
    found = {**options, **told}
    found["look"] = look_for(settings["own_look"], found["look"])
    return {
        name: value for name, value in found.items() if name not in _LEFT_OUT or value is not None
    }


def _refuse_others(context: click.Context, drawn: str) -> None:
    """Say which options mean nothing to what is to be drawn, rather than pass over them."""
    source = context.get_parameter_source
    given = frozenset(n for n in context.params if source(n) == ParameterSource.COMMANDLINE)
    others = superfluous(drawn, given)
    if drawn == AFTER and "kind" in given:
        others.append("--kind")
    if others:
        what = "--after" if drawn == AFTER else f"--kind {drawn}"
        raise click.UsageError(f"{what} takes no {', '.join(others)}; leave that out.")


def _draw_org(design: str, options: Mapping[str, Any]) -> None:
    org = load(design).as_of(options["on"])
    marks = _marks(org, design, options)
    options = _dated(org, options)
    chart = OrgChart(org, marks=marks, **{n: options[n] for n in _OF_ORG if n in options})
    target = options["output"] or Path(design).with_suffix(".png").name
    saved = chart.save(target, dpi=options["dpi"], pages=options["pages"])
    say(f"Wrote {saved}: {chart.extent}.")


def _marks(org: Org, design: str, options: Mapping[str, Any]) -> Sequence[Finding]:
    """Return what the rules find, unless the boxes are to be plain."""
    if options["plain"]:
        return ()
    rules, settings = rules_for(read_settings(Path(design).parent), plugins=options["plugins"])
    return validate(org, settings=settings, on=options["on"], rules=rules)
