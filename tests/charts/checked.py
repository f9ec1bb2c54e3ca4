"""Saved charts, parsed again by readers that forbid whatever could act or reach out."""

import base64
import hashlib
import json
import re
import zipfile
from html.parser import HTMLParser
from io import BytesIO

from defusedxml.ElementTree import fromstring
from PIL import Image
from pypdf import PdfReader

SVG = "{http://www.w3.org/2000/svg}"
_SVG_TAGS = {"svg", "title", "rect", "polyline", "g", "path", "polygon", "text", "image"}
_HTML_TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "aside", "div",
    "h1", "p", "input", "output", "button", "details", "summary", "ul", "li", "script",
} | _SVG_TAGS  # fmt: skip
_VOID = {"meta", "input"}
_REACHING = ("href", "src", "srcset", "style", "action", "formaction", "data", "xlink:href")
_PARTS = re.compile(r".*\.(xml|rels|jpeg|bin)|\[Content_Types\]\.xml")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def check_png(data):
    """A picture whose pixels can all be read."""
    with Image.open(BytesIO(data)) as image:
        image.load()


def check_svg(data):
    """Well-formed, with drawing elements only, nothing that acts and nothing that is fetched."""
    root = fromstring(data, forbid_dtd=True)
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in _SVG_TAGS
        for name, value in element.attrib.items():
            _check_attribute(element.tag.removeprefix(SVG), name, value)


def _check_attribute(tag, name, value):
    """Nothing that acts, and nothing that is fetched: small pictures are inside the file."""
    assert not name.startswith("on")
    assert name not in _REACHING or (tag, name) == ("image", "href")
    assert "url(" not in value
    if name == "href":
        assert re.fullmatch(r"data:image/png;base64,[A-Za-z0-9+/]+=*", value)


def check_pdf(data):
    """No scripts, actions, forms, files or links."""
    reader = PdfReader(BytesIO(data), strict=True)
    waiting, seen = [reader.trailer], set()
    while waiting:
        value = waiting.pop()
        value = value.get_object() if hasattr(value, "get_object") else value
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, dict):
            active = {"/JS", "/JavaScript", "/OpenAction", "/AA", "/URI", "/AcroForm"}
            assert not active & value.keys()
            assert "/EmbeddedFiles" not in value
            assert "/Annots" not in value or not value["/Annots"]
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def check_pptx(data):
    """Every part well-formed, no macros, and no relation that leaves the file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            assert _PARTS.fullmatch(name)
            assert "vba" not in name.lower()
            if name.endswith((".xml", ".rels")):
                _check_part(fromstring(archive.read(name), forbid_dtd=True))


def _check_part(root):
    for element in root.iter():
        assert element.get("TargetMode") != "External"
        assert element.get("action") in {None, "ppaction://hlinksldjump"}
        assert not _CONTROLS.search("".join((element.text or "", *element.attrib.values())))


class _Page(HTMLParser):
    """Collects what a page consists of, and checks every tag on the way."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.scripts, self.style, self.policy, self.text = [], [], "", "", []

    def handle_starttag(self, tag, attrs):
        """Check a tag and remember that it is open."""
        assert tag in _HTML_TAGS
        for name, value in attrs:
            _check_attribute(tag, name, value or "")
        told = dict(attrs)
        if told.get("http-equiv") == "Content-Security-Policy":
            self.policy = told["content"]
        if tag == "script":
            self.scripts.append([told.get("type"), ""])
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Check a tag without contents."""
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag):
        """Close the innermost element."""
        assert self.open.pop() == tag

    def handle_data(self, data):
        """Keep texts by where they stand."""
        if self.open and self.open[-1] == "script":
            self.scripts[-1][1] += data
        elif self.open and self.open[-1] == "style":
            self.style += data
        else:
            self.text.append(data)

    def handle_comment(self, data):
        """A page of ours has no comments."""
        raise AssertionError(data)


def check_html(data):
    """Allowed tags only, closed in order; one script and one style, both named by the policy."""
    page = _Page()
    page.feed(data.decode())
    page.close()
    assert not page.open
    kinds = [kind for kind, _ in page.scripts]
    assert kinds in ([None], ["application/json", None])
    for text, directive in ((page.scripts[-1][1], "script-src"), (page.style, "style-src")):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in page.policy
    assert "default-src 'none'" in page.policy
    assert "unsafe" not in page.policy
    assert not _CONTROLS.search("".join(page.text))
    return json.loads(page.scripts[0][1]) if len(kinds) > 1 else None


_WORD = r"(?:[\w ,.'()/:-]|[^\x00-\x7f]|#\d+;)*"
_MERMAID = re.compile(
    "|".join(
        [
            rf'n\d+\["{_WORD}(?:<br/>{_WORD})*"\]:::role_\w+',
            r"n\d+ --- n\d+",
            r'n\d+ -\. "\w+" \.- n\d+',
            r"classDef \w+ [\w:,# -]+",
            r"class n\d+(?:,n\d+)* \w+",
            r"linkStyle \d+ stroke:#[0-9a-f]{6}",
        ]
    )
)


def check_mmd(data):
    """Every line is one of six kinds of statement; texts are quoted and free of special signs."""
    opening, fence, rest = data.decode().removeprefix("---\n").partition("\n---\nflowchart TB\n")
    assert fence
    assert opening.startswith("title: ")
    assert "\n" not in opening
    json.loads(opening.removeprefix("title: "))
    for line in rest.splitlines():
        assert _MERMAID.fullmatch(line.strip()), line


_STRING = r'"(?:[^"\\\n]|\\["\\n])*"'
_VALUE = rf"(?:[\w.]+|{_STRING})"
_ATTRIBUTES = rf"\[\w+={_VALUE}(?:,\ \w+={_VALUE})*\]"
_DOT = re.compile(rf"(?:graph|node|edge|n\d+|n\d+ -> n\d+)(?: {_ATTRIBUTES})?|label={_STRING}")


def check_dot(data):
    """Every line is a statement with made-up names; texts are quoted, and none is HTML."""
    first, *lines, last = data.decode().rstrip("\n").split("\n")
    assert (first, last) == ("digraph {", "}")
    for line in lines:
        assert _DOT.fullmatch(line.strip()), line


CHECKS = {
    "png": check_png,
    "svg": check_svg,
    "pdf": check_pdf,
    "pptx": check_pptx,
    "html": check_html,
    "mmd": check_mmd,
    "dot": check_dot,
}
"""By the suffix of the file."""
