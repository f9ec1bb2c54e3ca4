"""Names that mean something to a format come out as names, in every format."""

import csv
import io
import json
import re
import zipfile
from html.parser import HTMLParser

import networkx as nx
import openpyxl
import pytest
import rdflib
from defusedxml import ElementTree
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt
from strategies import HOSTILE, orgs

from orgmodel.charts import OrgChart
from orgmodel.formats.export import to_csv_roster, to_csv_tables, to_graphml, to_jsonld
from orgmodel.formats.export.handbook import to_markdown
from orgmodel.formats.export.office import to_xlsx
from orgmodel.model import Contact, Customer, Org, Person, Position, Territory, Where
from orgmodel.rules import validate
from orgmodel.text import clean, unescape_formula

ACTIVE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "]]>",
    "-->", "<!--", "</style>", "&lt;b&gt;", "[a](javascript:alert(1))", "- item", "> quote",
    "![a](http://x.example/a.png)", "https://x.example", "www.x.example", "a@x.example",
    "<https://x.example>", "# head", "1. one", "| a | b |", "```", "~~~", "***", "===", "|---|",
    "\\| a", "&#124;", "{{a}}", '=HYPERLINK("http://x.example")', "=cmd|' /C calc'!A0", "+1+1",
    "-1+1", "@SUM(1)", "'=1", "''=1", "\uff1d1+1", "internal:A1", "#REF!", "%0a", '"quoted"',
    "a;=1+1", 'a,"b', "{=1+1}", "x" * 3000, "\u202eabc", "a\u2028b",
    "http://x.example/" + "a" * 300,
)  # fmt: skip
NAMES = tuple(dict.fromkeys(filter(None, map(clean, (*HOSTILE, *ACTIVE)))))


@pytest.fixture(scope="module")
def org():
    """Give an organisation in which everything has a hostile name."""
    org = Org(NAMES[0] + "<b>=1")
    for name in NAMES:
        org.add(Person(name, name, note=name))
        org.add(Territory(name, Where(place=[name]), name=name, note=name))
        post = Position(name, "account_manager", title=name, held_by=name, place=name, note=name)
        org.add(post)
        contact = Contact(name, title=name, known_by=post)
        org.add(
            Customer(
                name, name, place=name, key_account=True, managed_by=post, contacts=[contact],
                attributes={name: name}, note=name, city=name,
            )
        )  # fmt: skip
    return org


def parts(data):
    """Give the parts of an office file as texts."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def assert_passive(data):
    """Assert that a workbook is well-formed and does nothing by itself."""
    for name, text in parts(data).items():
        ElementTree.fromstring(text)
        assert not re.search(r"<(f|ddeLink|oleLink|externalReference)\b", text), name
        assert "vbaProject" not in name
        assert "externalLink" not in name
        if name.endswith(".rels"):
            assert 'TargetMode="External"' not in text


def test_workbooks_hold_texts_and_no_formulas(org):
    """Other programs find the names as they are; nothing is a formula or leads outside."""
    data = to_xlsx(org, validate(org))
    assert_passive(data)
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert [row[0] for row in book["Positions"].iter_rows(min_row=2, values_only=True)] == [*NAMES]
    notes = [row[-1] for row in book["Customers"].iter_rows(min_row=2, values_only=True)]
    assert notes == [*NAMES]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_of_text_hold_no_formulas(org, separator):
    """No cell that is a text begins as a formula does; the importer finds the names again."""
    tables = {**to_csv_tables(org, separator=separator), "r": to_csv_roster(org)}
    for name, data in tables.items():
        dialect = {"delimiter": "," if name == "r" else separator, "strict": True}
        rows = [*csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), **dialect)]
        assert len({len(row) for row in rows}) == 1, name
        for cell in (cell for row in rows for cell in row):
            assert not re.match(r"[=+@\t\r\0\uff1d\uff0b\uff0d\uff20]|-(?!\d)", cell), name
        if name != "organisation.csv":
            assert [unescape_formula(row[0]) for row in rows[1:]] == [*NAMES], name


def test_graphs_are_read_back_by_networkx(org):
    """With their names, as XML without a document type."""
    data = to_graphml(org)
    ElementTree.fromstring(data, forbid_dtd=True)
    read = nx.read_graphml(io.BytesIO(data))
    labels = {told["label"] for _, told in read.nodes(data=True) if told["kind"] == "customer"}
    assert labels == {*NAMES}


class Tags(HTMLParser):
    """Collects the tags of HTML."""

    def __init__(self):
        super().__init__()
        self.met = set()

    def handle_starttag(self, tag, attributes):
        """Note a tag."""
        self.met.add((tag, *attributes))


def test_diagrams_hold_labels_without_markup_of_others(org):
    """Labels of draw.io are HTML inside XML: only its bold type and line ends are in them."""
    root = ElementTree.fromstring(OrgChart(org).contents(".drawio"), forbid_dtd=True)
    reader = Tags()
    for cell in root.iter("mxCell"):
        reader.feed(cell.get("value") or "")
        assert "link" not in cell.attrib
    assert reader.met <= {("b",), ("br",)}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own
def test_linked_data_is_read_by_others(org):
    """Every name is the label of its node, and ids are IRIs."""
    text = to_jsonld(org)
    assert "<" not in text
    read = rdflib.Graph().parse(data=text, format="json-ld")
    label = rdflib.URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")
    assert {*NAMES} <= {str(found) for found in read.objects(None, label)}
    assert all(" " not in str(node) for node in read.subjects())


def passive_tokens(text):
    """Read Markdown with all extras, and assert that it holds no link, picture or HTML."""
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = [t for token in markdown.parse(text) for t in (token, *(token.children or ()))]
    kinds = {token.type for token in tokens}
    for active in ("html_block", "html_inline", "link_open", "image", "fence", "code_block",
                   "code_inline", "hr", "blockquote_open", "em_open", "s_open"):  # fmt: skip
        assert active not in kinds, active
    return tokens


def test_documents_show_names_as_they_are(org):
    """No name makes a link, a picture, a heading, HTML or another column."""
    tokens = passive_tokens(to_markdown(org))
    headings = [tokens[i + 1].content for i, t in enumerate(tokens) if t.type == "heading_open"]
    assert len([t for t in tokens if t.type == "heading_open" and t.tag == "h3"]) == len(NAMES) + 1
    assert len(headings) == len(NAMES) + 1 + 6
    texts = {t.content for t in tokens if t.type == "text"}
    shown = {text.replace("\u200b", "") for text in texts}
    assert not [name for name in NAMES if name.replace("\u200b", "") not in shown]


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=25)
@given(orgs())
def test_every_design_can_be_exported(org):
    """Whatever is in it; each result is read by a parser of its kind."""
    assert_passive(to_xlsx(org))
    for data in (*to_csv_tables(org).values(), to_csv_roster(org)):
        assert [*csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)]
    nx.read_graphml(io.BytesIO(to_graphml(org)))
    json.loads(to_jsonld(org))
    passive_tokens(to_markdown(org))
