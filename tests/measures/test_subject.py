"""Measures take a design in whatever form it is at hand, and refuse what they do not know."""

from decimal import Decimal

import pytest

from orgmodel import Customer, Org, Person, Position, coverage, graph, roles
from orgmodel.measures import (
    Measured,
    Norms,
    balance,
    books,
    buying_centre,
    concentration,
    continuity,
    cost,
    coverage_ratio,
    detail,
    handovers,
    headcount,
    headcount_by,
    layers,
    peers,
    periods,
    revenue_per_head,
    spans,
    table,
    targets,
    totals,
    vacancies,
    workload,
)
from orgmodel.model import OrgmodelError, UnknownError, WrongKindError
from orgmodel.network import OrgGraph

MEASURES = {
    "spans": spans,
    "layers": layers,
    "headcount": headcount,
    "headcount_by": lambda subject: headcount_by(subject, "role"),
    "vacancies": vacancies,
    "cost": cost,
    "coverage_ratio": coverage_ratio,
    "revenue_per_head": revenue_per_head,
    "workload": workload,
    "totals": lambda subject: totals(subject, "revenue", "person"),
    "peers": peers,
    "periods": periods,
    "targets": lambda subject: targets(subject, "2026"),
    "books": books,
    "buying_centre": lambda subject: buying_centre(subject, "acme"),
    "continuity": lambda subject: continuity(subject).people,
    "handovers": handovers,
    "table": table,
    "detail": lambda subject: detail(subject, "person"),
}


@pytest.fixture
def org():
    """Return a small design."""
    org = Org("Aurora")
    dana = org.add(Position("director", roles.SALES_DIRECTOR, held_by="Dana Reyes"))
    org.add(Position("am-1", roles.ACCOUNT_MANAGER, held_by="Ada Rossi", reports_to=dana))
    org.add(Customer("acme", revenue=5, tier="A", managed_by="am-1"))
    org.add(Person("Ben Koch"))
    return org


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_a_design_its_views_and_its_coverage_give_the_same(org, measure):
    """Nobody needs to know which of them a measure reads."""
    found = measure(org)
    assert found == measure(OrgGraph(org)) == measure(coverage(org))


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
@pytest.mark.parametrize("wrong", ["aurora.yaml", 5, None])
def test_what_is_no_design_is_refused_in_a_sentence(measure, wrong):
    """The error tells what is wanted and what was given, and is a TypeError for programs."""
    with pytest.raises(
        WrongKindError, match=r"expected an Org, an OrgGraph or a Coverage, got"
    ) as it:
        measure(wrong)
    assert isinstance(it.value, TypeError)
    assert isinstance(it.value, OrgmodelError)


def test_a_networkx_graph_is_told_what_to_give_instead(org):
    """It cannot be measured, and the design that it is of can."""
    with pytest.raises(WrongKindError, match=r"got a MultiDiGraph\. Pass the Org itself"):
        spans(graph(org))


UNKNOWN = {
    "staff grouping": (lambda org: headcount_by(org, "rolle"), "did you mean 'role'"),
    "grouping": (lambda org: totals(org, "revenue", "persn"), "did you mean 'person'"),
    "quantity": (lambda org: totals(org, "revenu", "person"), "did you mean 'revenue'"),
    "detail": (lambda org: detail(org, "persons"), "did you mean 'person'"),
    "kind of target": (lambda org: targets(org, "2026", "profits"), "did you mean 'profit'"),
    "person": (lambda org: continuity(org).of("Ada Rosi"), "did you mean 'Ada Rossi'"),
    "customer": (lambda org: buying_centre(org, "acm"), "did you mean 'acme'"),
}


@pytest.mark.parametrize(("ask", "hint"), UNKNOWN.values(), ids=UNKNOWN)
def test_what_is_not_known_has_no_answer(org, ask, hint):
    """A misspelt word is refused with the nearest, instead of an answer to another question."""
    with pytest.raises(UnknownError, match=hint):
        ask(org)


def test_somebody_without_customers_loses_nothing(org):
    """Whoever is known, if only as a person, has an answer."""
    assert not continuity(org).of("Ben Koch").customers
    assert continuity(org).of("Ada Rossi").revenue == 5


def test_values_must_have_names():
    """A list of numbers says of nobody what they have."""
    for measure in (concentration, balance):
        with pytest.raises(WrongKindError, match="names with values"):
            measure([1, 2])
    assert concentration({"a": Decimal(1)}).hhi == 1


def test_norms_take_calls():
    """A number alone does not say how long a call takes."""
    for wrong in ({"tiers": {"A": 3}}, {"prospects": {"A": 3}}):
        with pytest.raises(WrongKindError, match="Tier 'A' of Norms"):
            Norms(**wrong)
    with pytest.raises(WrongKindError):
        Norms([3])


def test_figures_show_shortly_and_as_a_table(org):
    """A notebook shows a row for each figure, a prompt one line."""
    found = table(Measured(org))
    assert repr(found) == f"<Table of {len(found)} figures>"
    assert found._repr_html_().count("<tr>") == len(found) + 1
    assert len(repr(continuity(org))) < 100
