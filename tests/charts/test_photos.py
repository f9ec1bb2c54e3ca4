"""Photos in the boxes of org charts."""

import base64
import re
import struct
import zlib
from io import BytesIO

import pytest
from charts.checked import CHECKS
from charts.offices import north
from PIL import Image
from pypdf import PdfReader

from orgmodel.charts import ChartRequestError, OrgChart
from orgmodel.model import Org, Position

RED = (200, 30, 40)


@pytest.fixture
def folder(tmp_path):
    """Make a folder with the photos of two people."""
    photos = tmp_path / "photos"
    photos.mkdir()
    Image.new("RGB", (300, 200), RED).save(photos / "Ada Rossi.jpg")
    Image.new("RGB", (30, 200), RED).save(photos / "dana_reyes.png")
    return photos


def heads(chart):
    """Return whose boxes have a photo, and whose have a circle of initials."""
    scene = chart.scene()
    pictured = {image.gid.split("/")[0].split(":")[1] for image in scene.images}
    circled = {b.gid.split("/")[0].split(":")[1] for b in scene.boxes if "/initials" in b.gid}
    return pictured, circled


def test_people_have_photos_and_the_others_initials(folder):
    """Files are found by names, whatever their case and however words are joined."""
    assert heads(OrgChart(north(), photos=folder)) == ({"director", "am"}, {"tm", "sc", "rep"})


def test_a_file_can_be_named_for_each_person(folder):
    """A mapping says whose photo is where; a file that is not there leaves initials."""
    photos = {"Tom Berg": folder / "Ada Rossi.jpg", "Zoe Bianchi": folder / "gone.png"}
    assert heads(OrgChart(north(), photos=photos))[0] == {"tm"}


def test_photos_are_round_small_and_say_nothing_else(folder):
    """What is drawn is a small picture without corners and without the words of its file."""
    path = folder / "Ada Rossi.jpg"
    exif = Image.Exif()
    exif[0x010E] = "taken at her flat"
    Image.new("RGB", (300, 200), RED).save(path, exif=exif)
    (image,) = [i for i in OrgChart(north(), photos=folder).scene().images if ":am/" in i.gid]
    assert image.width == image.height
    assert b"flat" not in image.png
    with Image.open(BytesIO(image.png)) as drawn:
        assert drawn.size[0] == drawn.size[1] <= 200
        assert drawn.getpixel((0, 0))[3] == 0
        red = drawn.getpixel((drawn.size[0] // 2, drawn.size[1] // 2))
    assert all(abs(a - b) < 12 for a, b in zip(red, (*RED, 255), strict=True))


def bomb(path, width, height):
    """Write the head of a PNG of a size, and nothing of its pixels."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IEND", b""))


@pytest.mark.parametrize(
    ("write", "told"),
    [
        (lambda path: bomb(path, 60_000, 60_000), "pixels are too many"),
        (lambda path: path.write_bytes(bytes(20_000_001)), "MB are too many"),
        (lambda path: path.write_text("<svg onload='alert(1)'/>"), "not a valid picture"),
        (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n cut"), "not a valid picture"),
        (lambda path: bomb(path, 30, 30), "not a valid picture"),
        (lambda path: Image.new("RGB", (9, 9)).save(path, "GIF"), "not a valid picture"),
    ],
    ids=["pixels", "bytes", "markup", "cut", "empty", "gif"],
)
def test_what_is_no_photo_is_refused(folder, write, told):
    """A file that is too large, damaged or something else is named, with what to do."""
    write(folder / "Tom Berg.png")
    with pytest.raises(ChartRequestError, match=told) as error:
        OrgChart(north(), photos=folder).scene()
    assert "Tom Berg.png" in str(error.value)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    """A wrong folder is a mistake, not a chart without photos."""
    with pytest.raises(ChartRequestError, match="nowhere"):
        OrgChart(north(), photos=tmp_path / "nowhere").scene()


def test_names_do_not_lead_out_of_the_folder(folder):
    """A person called like a path gets no file from elsewhere."""
    Image.new("RGB", (9, 9)).save(folder.parent / "secret.png")
    org = Org("Paths")
    for number, name in enumerate(("../secret", "secret", str(folder.parent / "secret"))):
        org.add(Position(f"p{number}", held_by=name))
    assert not heads(OrgChart(org, photos=folder))[0]


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf", "html"])
def test_photos_are_in_files_and_redacted_ones_are_not(suffix, folder, tmp_path):
    """Every format shows them, twice alike; with names left out nothing of them remains."""
    one, two, redacted = (
        OrgChart(north(), photos=folder, redact=redact).save(tmp_path / f"{name}.{suffix}")
        for name, redact in (("one", False), ("two", False), ("red", True))
    )
    assert one.read_bytes() == two.read_bytes()
    for path, shown in ((one, 2), (redacted, 0)):
        data = path.read_bytes()
        CHECKS[suffix](data)
        assert pictures(suffix, data) == shown


def pictures(suffix, data):
    """Count the pictures in a file."""
    if suffix == "pdf":
        return len(PdfReader(BytesIO(data)).pages[0].images)
    if suffix == "png":
        with Image.open(BytesIO(data)) as image:
            pixels = list(image.convert("RGB").get_flattened_data())
        return 2 if sum(pixel == RED for pixel in pixels) > 500 else 0
    found = re.findall(r'href="data:image/png;base64,([^"]*)"', data.decode())
    return len([base64.b64decode(one, validate=True) for one in found])
