"""Coverage is what plain counting gives, whatever is stated and in whatever order and names."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_coverage import Plain
from small_books import DAY, books, built

from orgmodel import Customer, coverage, why

RELAXED = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def id_of(entity):
    """Return the id of an entity, or None for none."""
    return entity and entity.id


@pytest.mark.parametrize("winners", [1, 2, None], ids=["first", "two", "all"])
@given(rows=books())
@RELAXED
def test_it_is_what_the_page_says(winners, rows):
    """Order, verdicts, posts, state and stand-in are those of the plain evaluator."""
    org = built(rows)
    for cover in coverage(org, on=DAY, winners=winners):
        plain = Plain(org, cover.customer, DAY)
        limit = math.inf if winners is None else winners
        found = [
            (c.how, id_of(c.territory or c.posts[0]), [p.id for p in c.posts], c.verdict)
            for c in cover.candidates
        ]
        assert found == plain.candidates(limit)
        outcome = cover.state, id_of(cover.position), id_of(cover.stand_in)
        assert outcome == plain.outcome(limit)


@given(books(), st.randoms(use_true_random=False))
@RELAXED
def test_the_order_of_rows_changes_nothing(rows, random):
    """The same rows shuffled give the same answers with the same explanations."""
    org, customers = built(rows), [id_ for kind, id_, _ in rows if kind is Customer]
    before = [str(why(org, customer, on=DAY)) for customer in customers]
    random.shuffle(rows)
    shuffled = built(rows)
    assert [str(why(shuffled, customer, on=DAY)) for customer in customers] == before


@given(books())
@RELAXED
def test_other_ids_change_nothing_as_long_as_their_alphabet_is_the_same(rows):
    """Renaming all positions, territories and customers alike renames the answers, no more."""
    before, after = coverage(built(rows), on=DAY), coverage(built(rows, "x{}".format), on=DAY)
    for one, other in zip(before, after, strict=True):
        assert (other.state, id_of(other.position), id_of(other.stand_in)) == (
            one.state,
            one.position and f"x{one.position}",
            one.stand_in and f"x{one.stand_in}",
        )
        assert [c.verdict for c in other.candidates] == [c.verdict for c in one.candidates]


@given(books())
@RELAXED
def test_the_indexes_agree_with_the_answers(rows):
    """Customers by post and by territory are the answers, turned round."""
    org = built(rows)
    covered = coverage(org, on=DAY)
    for cover in covered:
        assert cover is covered.of(cover.customer)
        if cover.position is not None:
            assert cover.customer in covered.customers_of(cover.position)
        for candidate in cover.candidates:
            if candidate.territory is not None:
                inside = cover.customer in covered.customers_in(candidate.territory)
                assert inside is (candidate.verdict in {"wins", "supports"})
    assert len(covered) == len(org.all(Customer))
