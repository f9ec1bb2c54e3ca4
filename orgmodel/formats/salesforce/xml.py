"""Files of metadata: small XML, read without ever following what it points to."""

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.handler import ContentHandler

from orgmodel.model import DesignError, Problem, Source

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl, Locator

MAX_BYTES = 2**20
"""Size of a file of metadata; the largest that are known have a few thousand bytes."""
MAX_LEVELS = 16
"""Levels of its elements."""
MAX_ELEMENTS = 20_000
"""Its elements."""


@dataclass(slots=True)
class Element:
    """An element: its name without namespace, its line, its text and what is inside."""

    name: str
    line: int
    text: str = ""
    inside: "list[Element]" = field(default_factory=list)

    def all(self, name: str) -> "list[Element]":
        """Return the elements of a name inside this one."""
        return [element for element in self.inside if element.name == name]

    def first(self, *names: str) -> str:
        """Return the text of the first element inside that has one of some names."""
        texts = (e.text.strip() for name in names for e in self.all(name))
        return next((text for text in texts if text), "")


def read_xml(data: bytes, file: str) -> Element:
    """Read a file of metadata.

    Raises:
        DesignError: If defusedxml is missing, or the file is not XML, declares entities or a
            document type, or is beyond a limit.
    """
    if len(data) > MAX_BYTES:
        raise unusable(file, f"The file is larger than {MAX_BYTES >> 20} MB, the limit.")
    try:
        from defusedxml import sax  # noqa: PLC0415  # an extra
        from defusedxml.common import DefusedXmlException  # noqa: PLC0415  # as above
    except ImportError as error:
        sentence = 'Metadata needs defusedxml; run pip install "orgmodel[salesforce]".'
        raise unusable(file, sentence) from error
    handler = _Handler(file)
    try:
        sax.parse(BytesIO(data), handler, forbid_dtd=True)
    except DefusedXmlException:
        sentence = "It declares a type of document or entities, which metadata never does."
        raise unusable(file, sentence) from None
    except DesignError:
        raise
    except Exception as error:  # noqa: BLE001 - expat, codecs and the reader each have their own
        raise unusable(file, f"This is not XML: {_said(error)}.", handler.line) from None
    if not handler.top.inside:
        raise unusable(file, "The file is empty.")
    return handler.top.inside[0]


def _said(error: Exception) -> str:
    message = getattr(error, "getMessage", lambda: str(error))()
    return " ".join(message.split())[:200]


class _Handler(ContentHandler):
    """Builds the elements, and refuses too many or too deep ones."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file, self.line, self.number = file, 1, 0
        self.top = Element("", 1)
        self.open = [self.top]
        self.texts: list[list[str]] = [[]]
        self.locator: Locator | None = None

    def setDocumentLocator(self, locator: "Locator") -> None:  # noqa: N802 - as SAX calls it
        self.locator = locator

    def startElement(self, name: str, attrs: "AttributesImpl") -> None:  # noqa: N802 - as above
        del attrs
        self.line = (self.locator and self.locator.getLineNumber()) or self.line
        self.number += 1
        if len(self.open) > MAX_LEVELS:
            raise unusable(self.file, f"Nested deeper than {MAX_LEVELS} levels.", self.line)
        if self.number > MAX_ELEMENTS:
            raise unusable(self.file, f"More than {MAX_ELEMENTS:,} elements, the limit.", self.line)
        element = Element(name.rpartition(":")[2], self.line)
        self.open[-1].inside.append(element)
        self.open.append(element)
        self.texts.append([])

    def characters(self, content: str) -> None:
        self.texts[-1].append(content)

    def endElement(self, name: str) -> None:  # noqa: N802 - as above
        del name
        self.open.pop().text = "".join(self.texts.pop())


def unusable(file: str, sentence: str, line: int | None = None) -> DesignError:
    """Return the error for a file that cannot be used."""
    return DesignError([Problem(sentence, Source(file, line))])
