"""Photos of people: found, judged before they are decoded, and cut to small round pictures."""

import os
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

from PIL import Image, ImageChops, ImageDraw, ImageOps

from orgmodel.charts.canvas.errors import ChartRequestError

Photos: TypeAlias = str | os.PathLike[str] | Mapping[str, str | os.PathLike[str]]
"""A folder of files named after people, or the file of each person."""

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")
"""Kinds of files that are looked for; what is in them must be of one of these kinds, too."""

_FORMATS = ("PNG", "JPEG", "WEBP")
_MOST_BYTES = 20_000_000
_MOST_PIXELS = 50_000_000
# Four pixels per point of the circle: sharp in print, and a few kilobytes.
_SIDE = 104
_SMOOTH = 4


@dataclass(frozen=True)
class PhotoShelf:
    """The photos of a chart, each read once.

    Attributes:
        photos: Where they are.
    """

    photos: Photos
    _read: dict[Path, bytes] = field(default_factory=dict)

    def of(self, *names: str) -> bytes | None:
        """Return the photo of somebody who goes by some names, as a round PNG; None if none is.

        Raises:
            ChartRequestError: If the file is too large, or no picture.
        """
        found = next((path for name in names if (path := self._files.get(_key(name)))), None)
        if found is None or not found.is_file():
            return None
        if found not in self._read:
            self._read[found] = _portrait(found)
        return self._read[found]

    @cached_property
    def _files(self) -> Mapping[str, Path]:
        if isinstance(self.photos, Mapping):
            return {_key(name): Path(path) for name, path in self.photos.items()}
        return _files_in(Path(self.photos))


def _key(name: str) -> str:
    return " ".join(name.casefold().replace("_", " ").replace("-", " ").split())


def _files_in(folder: Path) -> dict[str, Path]:
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
    except OSError as error:
        message = f"Photos: {folder} cannot be read ({error.strerror}); name a folder of pictures."
        raise ChartRequestError(message) from None
    return {_key(path.stem): path for path in reversed(found)}


def _portrait(path: Path) -> bytes:
    """Return the middle of a photo as a round PNG, without whatever else its file says."""
    size = path.stat().st_size
    if size > _MOST_BYTES:
        bound = f"{_MOST_BYTES // 10**6} MB"
        message = f"Photo {path}: {size / 1e6:,.0f} MB are too many; save it smaller than {bound}."
        raise ChartRequestError(message)
    try:
        with warnings.catch_warnings(), Image.open(path, formats=_FORMATS) as image:
            warnings.simplefilter("ignore")  # about odd metadata, which is not kept
            _refuse_huge(path, image)
            image.draft("RGB", (4 * _SIDE, 4 * _SIDE))
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except ChartRequestError:
        raise
    except Image.DecompressionBombError:
        raise ChartRequestError(_too_many(path)) from None
    except Exception as error:  # noqa: BLE001  # decoders of damaged files raise what they like
        message = (
            f"Photo {path}: it is not a valid picture ({error}); save it as PNG, JPEG or WebP."
        )
        raise ChartRequestError(message) from None
    return _round(ImageOps.fit(upright, (_SIDE, _SIDE), centering=(0.5, 0.35)))


def _refuse_huge(path: Path, image: Image.Image) -> None:
    if image.width * image.height > _MOST_PIXELS:
        raise ChartRequestError(_too_many(path))


def _too_many(path: Path) -> str:
    bound = f"{_MOST_PIXELS // 10**6} million"
    return f"Photo {path}: its pixels are too many; save it with fewer than {bound}."


def _round(square: Image.Image) -> bytes:
    side = _SIDE * _SMOOTH
    mask = Image.new("L", (side, side))
    ImageDraw.Draw(mask).ellipse((0, 0, side - 1, side - 1), fill=255)
    seen = mask.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    square.putalpha(ImageChops.multiply(square.getchannel("A"), seen))
    file = BytesIO()
    square.save(file, "PNG", optimize=False)
    return file.getvalue()
