"""``orgmodel chart``."""

import datetime as dt
from pathlib import Path
from typing import get_args

import click

from orgmodel.charts import PAPERS, OrgChart, Paper, Style
from orgmodel.cli.plain import day_option, design_argument, plainly, plugins_option
from orgmodel.cli.rulebook import rules_for
from orgmodel.formats import load
from orgmodel.model import Position
from orgmodel.rules import read_settings, validate


def _ratio(_context: click.Context, _option: click.Parameter, text: str) -> float:
    width, _, height = text.replace("x", ":").partition(":")
    try:
        return float(width) / float(height or 1)
    except (ValueError, ZeroDivisionError):
        raise click.BadParameter(f"{text!r} is no proportion; write 16:9 or 1.4.") from None


@click.command()
@design_argument
@click.option("-o", "--output", type=click.Path(), help="A .png, .svg or .pdf file.")
@click.option("--title", help="The heading; the name of the organisation unless told.")
@click.option("--under", metavar="POSITION", help="Only this position and those below it.")
@click.option("--depth", type=click.IntRange(0), help="Only so many levels below the top one.")
@click.option("--style", type=click.Choice(get_args(Style)), default="hybrid", show_default=True)
@click.option("--proportions", default="16:9", show_default=True, callback=_ratio)
@click.option("--pages", type=click.Choice(PAPERS), help="On pages of this paper, all legible.")
@click.option("--dpi", type=click.IntRange(10, 1200), default=144, show_default=True)
@click.option("--plain", is_flag=True, help="Do not mark findings on the boxes.")
@click.option("--redact", is_flag=True, help="Leave out names and amounts.")
@day_option
@plugins_option
@plainly
def command(  # noqa: PLR0913 - one per option
    design: str,
    output: str | None,
    pages: Paper | None,
    dpi: int,
    *,
    plain: bool,
    on: dt.date | None,
    plugins: bool,
    **wanted: object,
) -> None:
    """Draw a DESIGN as an org chart, with its findings marked on the boxes.

    Without --output the picture is written to the current folder, under the design's name.
    """
    org = load(design)
    rules, settings = rules_for(read_settings(Path(design).parent), plugins=plugins)
    marks = () if plain else validate(org, settings=settings, on=on, rules=rules)
    chart = OrgChart(org, marks=marks, **wanted)  # type: ignore[arg-type]  # click checked them
    saved = chart.save(output or Path(design).with_suffix(".png").name, dpi=dpi, pages=pages)
    click.echo(f"Wrote {saved}: {len(org.all(Position))} positions, {len(marks)} findings marked.")
