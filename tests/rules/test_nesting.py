"""What stands above what, held to climbing step by step."""

from hypothesis import given
from hypothesis import strategies as st

from orgmodel import Org, Position
from orgmodel.network import Lines
from orgmodel.rules.core.ancestry import Nesting


@st.composite
def lines(draw):
    """Make reporting lines of any shape, rings and missing managers among them."""
    size = draw(st.integers(1, 12))
    org = Org("Aurora")
    for n in range(size):
        boss = draw(st.none() | st.integers(0, size).map(str))
        org.add(Position(str(n), reports_to=boss))
    return org


@given(lines(), st.data())
def test_nesting_agrees_with_climbing(org, data):
    """Above, nearest around, lowest and head are what the chains of managers say."""
    lines_, everyone = Lines(org), org.all(Position)
    nesting = Nesting(lines_)
    free = [p for p in everyone if p.id in lines_.depths]
    chains = {p.id: lines_.chain_of(p) for p in free}
    for one in free:
        head = chains[one.id][-1] if chains[one.id] else one
        assert nesting.head_of(one) == head
        assert all(nesting.above(p, one) == (p in chains[one.id]) for p in everyone)
    some = data.draw(st.lists(st.sampled_from(everyone), unique=True))
    nearest = {
        one.id: next((p for p in chains[one.id] if p in some), None) for one in some if one in free
    }
    pairs = {lower.id: upper for upper, lower in nesting.pairs(some)}
    assert pairs == {one: upper for one, upper in nearest.items() if upper is not None}
    upper = {p.id for one in some if one in free for p in chains[one.id]}
    assert nesting.lowest(some) == tuple(p for p in some if p.id not in upper)


@given(lines())
def test_a_ring_is_above_nothing(org):
    """Whoever is caught in a ring has no head and stands above nobody."""
    nesting, everyone = Nesting(Lines(org)), org.all(Position)
    for ring in Lines(org).loops:
        for one in ring:
            assert nesting.head_of(one) is None
            assert not any(nesting.above(one, other) for other in everyone)
