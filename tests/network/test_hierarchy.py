"""Hierarchies of any shape and depth say what walking them step by step would."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel import Position
from orgmodel.network import Hierarchy

IDS = [*"abcdefgh", "None", "a:b"]


@st.composite
def parents(draw):
    """Make a few ids, each below another one, itself, nobody, or somebody who is not there."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True))
    return {who: draw(st.none() | st.sampled_from([*IDS, "elsewhere"])) for who in ids}


def hierarchy(above):
    """Return the hierarchy of some ids under their parents."""
    posts = [Position(who, reports_to=up) for who, up in above.items()]
    return Hierarchy(posts, lambda post: post.reports_to)


def upward(above):
    """Return the same as a networkx graph, from each to its parent."""
    found = nx.DiGraph((who, up) for who, up in above.items() if up in above)
    found.add_nodes_from(above)
    return found


@given(parents())
def test_every_loop_and_only_loops_are_found(above):
    """They are the cycles of the graph, each once, from its least id upwards."""
    expected = [tuple(cycle) for cycle in nx.simple_cycles(upward(above))]
    found = [tuple(post.id for post in ring) for ring in hierarchy(above).loops]
    assert sorted(found) == sorted(turned(cycle) for cycle in expected)
    for ring in found:
        assert [above[who] for who in ring] == [*ring[1:], ring[0]]


def turned(cycle):
    """Start a cycle at its least id."""
    first = cycle.index(min(cycle))
    return cycle[first:] + cycle[:first]


@given(parents())
def test_depth_and_number_below_are_what_counting_gives(above):
    """For all who hang below a head; those in a loop or below one have neither."""
    ups, found = upward(above), hierarchy(above)
    looped = {who for ring in found.loops for who in (post.id for post in ring)}
    caught = looped.union(*(nx.ancestors(ups, who) for who in looped))
    assert found.depths == {w: len(nx.descendants(ups, w)) for w in above if w not in caught}
    for who in above:
        expected = 0 if who in caught else len(nx.ancestors(ups, who))
        assert found.below(Position(who)) == expected


@given(parents())
def test_parents_children_heads_and_chains_agree(above):
    """A head has nobody above; children are those who name one, in order, but never oneself."""
    found = hierarchy(above)
    assert [head.id for head in found.heads] == [w for w, up in above.items() if up not in above]
    for who, up in above.items():
        post = Position(who)
        parent = found.parent_of(post)
        assert (parent and parent.id) == (up if up in above else None)
        below = [w for w, up in above.items() if up == who != w]
        assert [child.id for child in found.children_of(post)] == below
        assert [boss.id for boss in found.chain_of(post)] == walk(above, who)


def walk(above, who):
    """Return the ids above one, each once and never itself, the plain way."""
    chain, up = [], above[who]
    while up in above and up != who and up not in chain:
        chain.append(up)
        up = above[up]
    return chain


def test_a_head_may_be_called_none():
    """An id is a text like any other: nobody hangs below it for having no parent."""
    found = hierarchy({"None": None, "a": None})
    assert [head.id for head in found.heads] == ["None", "a"]
    assert found.children_of(Position("None")) == ()


@pytest.mark.parametrize("closed", [False, True], ids=["open", "ring"])
def test_a_hundred_thousand_levels_are_no_trouble(closed):
    """Nothing recurses: a chain is walked, counted and found to be a ring or not."""
    most = 100_000
    above = {str(n): str(n - 1) for n in range(1, most)} | {"0": str(most - 1) if closed else None}
    found = hierarchy(above)
    last = Position(str(most - 1), reports_to=str(most - 2))
    assert len(found.chain_of(last)) == most - 1
    if closed:
        assert [len(ring) for ring in found.loops] == [most]
        assert (found.heads, found.depths) == ((), {})
    else:
        assert found.loops == ()
        assert found.depths[last.id] == found.below(Position("0")) == most - 1
