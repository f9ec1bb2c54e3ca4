"""Covers are asked for by entity or id; what is of the wrong kind is refused in a sentence."""

import datetime as dt
from html.parser import HTMLParser

import pytest

from orgmodel import (
    Customer,
    Org,
    Position,
    Territory,
    Where,
    coverage,
    graph,
    roles,
    save,
    validate,
    why,
)
from orgmodel.changes import Diff, Transition
from orgmodel.charts import OrgChart
from orgmodel.cover import Coverage
from orgmodel.model import UnknownError, WrongKindError
from orgmodel.network import OrgGraph


@pytest.fixture
def org():
    """Return a design with one covered customer, and one who comes later."""
    org = Org("Aurora <b>")
    org.add(Territory("north", Where(place="IT")))
    org.add(Position("tm", roles.TERRITORY_MANAGER, held_by="Tom <i>", covers=["north"]))
    org.add(Customer("acme", name="Acme & Sons", place="IT-21"))
    org.add(Customer("later", place="IT", since=dt.date(2090, 1, 1)))
    return org


def test_ids_do_where_entities_do(org):
    """The cover, the team and the customers of an id are those of the entity."""
    covered = coverage(org)
    acme = org.get(Customer, "acme")
    assert covered.of("acme") is covered.of(acme)
    assert covered.of(" acme") is covered.of(acme)
    assert covered.team_of("acme") == covered.team_of(acme) == ()
    assert covered.customers_of("tm") == covered.customers_in("north") == (acme,)


UNKNOWN = {
    "customer": (lambda covered: covered.of("acne"), "no customer 'acne'; did you mean 'acme'"),
    "of another day": (lambda covered: covered.of("later"), "ask for another day"),
    "team": (lambda covered: covered.team_of("acne"), "did you mean 'acme'"),
    "position": (
        lambda covered: covered.customers_of("tm2"),
        "no position 'tm2'; did you mean 'tm'",
    ),
    "territory": (lambda covered: covered.customers_in("norht"), "did you mean 'north'"),
}


@pytest.mark.parametrize(("ask", "hint"), UNKNOWN.values(), ids=UNKNOWN)
def test_an_unknown_id_is_told_with_the_nearest(org, ask, hint):
    """The answer is an error that helps, not a cover of nobody."""
    with pytest.raises(UnknownError, match=hint):
        ask(coverage(org))


WRONG = {
    "validate": (
        lambda _: validate("x.yaml"),
        r"validate\(\) expected an Org, got 'x.yaml'. Read a",
    ),
    "coverage": (lambda _: coverage(None), r"coverage\(\) expected an Org, got None"),
    "graph": (lambda _: graph(3), r"graph\(\) expected an Org, got 3"),
    "why": (lambda _: why("x", "acme"), r"why\(\) expected an Org"),
    "save": (lambda _: save(3, "x.yaml"), r"save\(\) expected an Org, got 3"),
    "path": (lambda org: save(org, 3), r"save\(path=...\) expected text or a path, got 3"),
    "chart": (lambda _: OrgChart("x"), r"OrgChart\(\) expected an Org"),
    "look": (
        lambda org: OrgChart(org, look="x.toml"),
        r"look=...\) expected a ChartLook, got 'x.toml'",
    ),
    "settings": (
        lambda org: validate(org, settings={}),
        "expected Settings, got names with values",
    ),
    "views": (lambda _: OrgGraph("x"), r"OrgGraph\(\) expected an Org"),
    "coverage of a design": (
        Coverage,
        r"Coverage\(\) expected an OrgGraph, got an Org",
    ),
    "customer": (lambda org: coverage(org).of(3), "expected a Customer or text, got 3"),
    "other kind": (lambda org: coverage(org).of(Position("a")), "got a Position"),
    "winners": (lambda org: coverage(org, winners="all"), "expected a whole number, got 'all'"),
    "kind as text": (lambda org: org.get("Position", "a"), "expected an entity class"),
    "kinds as text": (lambda org: org.all("Postion"), "got 'Postion'; did you mean 'Position'"),
    "no kind": (lambda org: org.all(Where), "got the class Where"),
    "list": (lambda org: org.all([]), "got a list"),
}


@pytest.mark.parametrize(("call", "sentence"), WRONG.values(), ids=WRONG)
def test_the_wrong_kind_is_refused_with_what_is_wanted(org, call, sentence):
    """One sentence names who wants what, and what was given."""
    with pytest.raises(WrongKindError, match=sentence):
        call(org)


@pytest.mark.parametrize("read", [coverage, graph, validate, OrgGraph], ids=lambda r: r.__name__)
@pytest.mark.parametrize("design", [Org("Plain"), None], ids=["without dates", "with dates"])
def test_a_day_is_a_date_whether_or_not_the_design_has_dates(org, read, design):
    """Text is refused everywhere, so that nothing works until the first date is written."""
    with pytest.raises(
        WrongKindError, match=r"A day is a datetime.date such as date\(2026, 7, 1\), got"
    ):
        read(design or org, on="2026-01-01")
    assert read(design or org, on=dt.date(2026, 1, 1)) is not None


class Fragment(HTMLParser):
    """Refuses whatever is no table, paragraph or text."""

    def handle_starttag(self, tag, attrs):
        """Allow a few tags without attributes."""
        assert tag in {"table", "thead", "tbody", "tr", "th", "td", "p", "pre"}
        assert not attrs


def test_what_notebooks_and_prompts_show_is_short_and_escaped(org):
    """No name is markup, and no repr is longer than a few lines."""
    other = Org("Other")
    shown = [org, coverage(org), why(org, "acme"), Diff(other, org, dt.date(2026, 1, 1))]
    for each in (*shown, Transition(()), validate(org)):
        Fragment().feed(each._repr_html_())
        assert len(repr(each)) < 300
    assert "Acme &amp; Sons" in why(org, "acme")._repr_html_()
    assert "Tom &lt;i&gt;" in coverage(org)._repr_html_()
    assert repr(coverage(org).of("acme")) == "<Cover of 'acme': covered by 'tm'>"
    assert str(coverage(org, on=dt.date(2026, 1, 1))) == (
        "<Coverage of 'Aurora <b>' on 2026-01-01: 1 customers>"
    )


def test_a_long_book_is_counted_and_not_shown():
    """A notebook shows two hundred customers and says how many more there are."""
    org = Org("Large")
    for number in range(203):
        org.add(Customer(f"c{number}"))
    text = coverage(org)._repr_html_()
    assert text.count("<tr>") == 201
    assert "<p>and 3 more</p>" in text
