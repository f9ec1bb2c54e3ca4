"""Makes the gallery: every kind of chart of the examples, with the command that draws it.

Run it from the root of the project: ``python docs/gallery.py``. It writes ``docs/gallery.md`` and
the pictures in ``docs/gallery``, reduced to few colours so that the page loads quickly.
"""

import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner
from PIL import Image

from orgmodel.cli import main
from orgmodel.cli.chart_kinds import KINDS

DOCS = Path(__file__).parent
PICTURES = DOCS / "gallery"
COLOURS, WIDELY = 200, Image.Quantize.MAXCOVERAGE
DAY = "--on 2026-06-30"


@dataclass(frozen=True)
class Exhibit:
    """One picture.

    Attributes:
        name: Of its file.
        title: Its heading.
        words: What it shows.
        command: What is said to ``orgmodel chart``, without the output.
        file: What the command writes, where that is not named as the exhibit.
    """

    name: str
    title: str
    words: str
    command: str
    file: str = ""

    @property
    def output(self) -> str:
        """The file that the command is to write."""
        return f"docs/gallery/{self.name}.png"

    @property
    def picture(self) -> Path:
        """The picture that is shown."""
        return PICTURES / (self.file or f"{self.name}.png")


OPENING = (
    "Every kind of chart, drawn from the examples by the command above each.\n"
    "`python -m docs gallery` makes this page anew.\n"
    "Options are explained in [charts](charts.md) and [kinds of chart](kinds-of-chart.md)."
)
AURORA, MERIDIAN = "examples/aurora.py", "examples/meridian.py"
_EXHIBITS = (
    Exhibit(
        "org",
        "Org chart",
        "Ten positions: a coordinator at the side of the line, a vacancy, key accounts,\n"
        "and the findings of `orgmodel check` on the boxes.",
        f"{AURORA} {DAY} --dpi 80",
    ),
    Exhibit(
        "org-large",
        "Org chart of 85 positions",
        "Five countries in four scripts.\n"
        "Teams have the shape that brings the whole nearest to 16:9; "
        "dotted lines run in separate lanes.",
        f"{MERIDIAN} {DAY} --dpi 56",
    ),
    Exhibit(
        "org-branch",
        "One branch, to the right",
        "The same company: one sales manager, from left to right.",
        f"{MERIDIAN} {DAY} --under pl-head --direction right --dpi 60",
    ),
    Exhibit(
        "org-look",
        "Looks by rule, with initials",
        "Vacancies, wide spans and large books of business, by "
        "[rules in a file](gallery/board.toml);\nthe legend is made from them.",
        f"{AURORA} {DAY} --look docs/gallery/board.toml --dpi 80",
    ),
    Exhibit(
        "org-redacted",
        "Redacted",
        "The structure without names and amounts.",
        f"{AURORA} {DAY} --redact --plain --dpi 72",
    ),
    Exhibit(
        "page",
        "Pages of paper",
        "The first of several pages, legible on A4: boxes name the pages of their teams.",
        f"{MERIDIAN} {DAY} --plain --pages A4 --dpi 90",
        "page-01.png",
    ),
    Exhibit(
        "territories",
        "Territories",
        "Who covers what, what nobody covers, and who has customers by name.",
        f"{MERIDIAN} {DAY} --kind territories --dpi 52",
    ),
    Exhibit(
        "coverage",
        "Coverage matrix",
        "Customers by roles: who is there for whom, and who is lacking.",
        f"{MERIDIAN} {DAY} --kind coverage --most 20 --dpi 80",
    ),
    Exhibit(
        "spans",
        "Spans and layers",
        "Managers by their direct reports, positions by layer.",
        f"{MERIDIAN} {DAY} --kind spans --dpi 80",
    ),
    Exhibit(
        "icicle",
        "Icicle",
        "The whole organisation at a glance; heights are headcount.",
        f"{MERIDIAN} {DAY} --kind icicle --dpi 80",
    ),
    Exhibit(
        "book",
        "Book of business",
        "Revenue as areas, by territory, owner and customer.",
        f"{MERIDIAN} {DAY} --kind book --dpi 80",
    ),
    Exhibit(
        "continuity",
        "Continuity",
        "What would lose its cover if one person left.",
        f"{MERIDIAN} {DAY} --kind continuity --most 8 --dpi 80",
    ),
    Exhibit(
        "after",
        "Before and after",
        "Two designs in one picture: added, removed, moved and changed, and who changes hands.",
        f"examples/aurora.yaml --after docs/gallery/aurora-next.yaml {DAY} --dpi 80",
    ),
)


def _others() -> Iterator[Exhibit]:
    """Yield an exhibit for each kind of chart that has none above."""
    shown = " ".join(exhibit.command for exhibit in _EXHIBITS)
    for kind in (*KINDS.values(),)[1:]:
        if f"--kind {kind.name} " not in shown:
            words = f"{kind.help[:1].upper()}{kind.help[1:]}."
            command = f"{MERIDIAN} {DAY} --kind {kind.name} --dpi 80"
            yield Exhibit(kind.name, kind.name.capitalize(), words, command)


EXHIBITS = (*_EXHIBITS, *_others())


def draw(exhibit: Exhibit) -> None:
    """Run the command of an exhibit, and reduce its picture to few colours.

    Where fonts are missing the old picture stays, for boxes would stand for letters.
    """
    kept = exhibit.picture.read_bytes() if exhibit.picture.exists() else b""
    command = ["chart", *shlex.split(exhibit.command), "-o", exhibit.output]
    result = CliRunner().invoke(main, command, catch_exceptions=False)
    if result.exit_code:
        raise SystemExit(f"{exhibit.name}: {result.output}")
    if exhibit.file:
        for page in PICTURES.glob(f"{exhibit.name}-*.png"):
            if page != exhibit.picture:
                page.unlink()
    if kept and "No installed font" in result.output:
        exhibit.picture.write_bytes(kept)
        sys.stdout.write(f"{exhibit.name}: kept, for fonts are missing here.\n")
        return
    with Image.open(exhibit.picture) as image:
        few = image.convert("RGB").quantize(COLOURS, WIDELY, dither=Image.Dither.NONE)
    few.save(exhibit.picture, optimize=True)


def page() -> str:
    """Return the page that shows all exhibits."""
    parts = ["# Gallery", OPENING]
    for exhibit in EXHIBITS:
        command = f"orgmodel chart {exhibit.command} -o {exhibit.name}.png"
        picture = exhibit.picture.relative_to(DOCS)
        parts += [f"## {exhibit.title}", exhibit.words, f"```console\n$ {command}\n```"]
        parts += [f"![{exhibit.title}]({picture.as_posix()})"]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    for each in EXHIBITS:
        draw(each)
    (DOCS / "gallery.md").write_text(page(), encoding="utf-8")
