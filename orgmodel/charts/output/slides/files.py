"""Presentations as files: from python-pptx's template to the same bytes every time."""

import datetime as dt
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from orgmodel.charts.canvas.errors import ChartRequestError
from orgmodel.charts.output.slides.colours import themed
from orgmodel.charts.output.slides.text_runs import said

if TYPE_CHECKING:
    from pptx.presentation import Presentation

WIDTH, HEIGHT = 960.0, 540.0
"""Of a slide of 16:9, in points."""

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def blank(title: str) -> "Presentation":
    """Return a presentation without slides.

    Raises:
        ChartRequestError: If python-pptx is not installed.
    """
    try:
        from pptx import Presentation as opened  # noqa: N813, PLC0415  # an extra, and slow
        from pptx.util import Emu, Pt  # noqa: PLC0415
    except ImportError as error:
        message = 'Slides need python-pptx; run pip install "orgmodel[office]" and try again.'
        raise ChartRequestError(message) from error
    deck = opened()
    wider = Pt(WIDTH) / (deck.slide_width or 1)
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for page in (deck.slide_master, *deck.slide_layouts):
        for shape in page.placeholders:
            shape.left = Emu(round((shape.left or 0) * wider))
            shape.width = Emu(round((shape.width or 0) * wider))
    core = deck.core_properties
    core.title, core.author, core.last_modified_by = said(title), "", ""
    core.created = core.modified = dt.datetime(*_LONG_AGO, tzinfo=dt.UTC).replace(tzinfo=None)
    return deck


def contents(deck: "Presentation") -> bytes:
    """Return a presentation as the bytes of a file, in the colours of all charts."""
    saved, lasting = BytesIO(), BytesIO()
    deck.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(lasting, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("ppt/theme/"):
                data = themed(data.decode()).encode()
            new.writestr(zipfile.ZipInfo(name, _LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return lasting.getvalue()
