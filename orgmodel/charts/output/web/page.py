"""One page with a chart in it, that needs nothing else and asks for nothing."""

from collections.abc import Mapping
from importlib.resources import files
from string import Template

from orgmodel.charts.canvas.scene import Scene
from orgmodel.charts.canvas.text import Typesetter
from orgmodel.charts.cards.scene_builder import Picture, arrange
from orgmodel.charts.layout import Options
from orgmodel.charts.output.raster.svg import FAMILIES, svg_of
from orgmodel.charts.output.web import vector
from orgmodel.charts.output.web.books import Book
from orgmodel.charts.output.web.contents import contents_of, cut
from orgmodel.charts.output.web.outline import outline_of
from orgmodel.charts.output.web.safety import data, policy, told

_MARGIN = 24.0


def picture_page_of(
    picture: Picture, options: Options, books: Mapping[str, Book], typesetter: Typesetter
) -> str:
    """Return a page with boxes and lines that can be searched, folded and asked for details.

    Args:
        picture: What to show.
        options: How to arrange it.
        books: Customers of positions by the names of their boxes, for search and details.
        typesetter: Measures the texts.
    """
    arrangement = arrange(picture, options, typesetter)
    body = _template("chart.html").substitute(
        title=told(cut(picture.title)),
        subtitle=told(cut(picture.subtitle)),
        fonts=told(FAMILIES),
        width=f"{arrangement.layout.width + 2 * _MARGIN:.2f}",
        height=f"{arrangement.layout.height + 2 * _MARGIN:.2f}",
        lines=vector.lines(picture, arrangement),
        cards="\n".join(vector.cards(picture, arrangement, typesetter)),
        legend=vector.legend(picture, typesetter),
        outline="".join(outline_of(picture)),
        data=data(contents_of(picture, arrangement, books)),
    )
    return _page(picture.title, body, _own("chart.js"))


def page_of(scene: Scene) -> str:
    """Return a page with a picture, for the browser's own search, zoom and print."""
    return _page(scene.title, f'<main class="still">{svg_of(scene).partition(chr(10))[2]}</main>')


def _page(title: str, body: str, script: str = "") -> str:
    style = _own("page.css")
    return _template("page.html").substitute(
        policy=policy(style, script),
        title=told(cut(title)),
        style=style,
        body=body,
        script=script,
    )


def _template(name: str) -> Template:
    return Template(_own(name))


def _own(name: str) -> str:
    return files("orgmodel.charts.output.web").joinpath(name).read_text("utf-8")
