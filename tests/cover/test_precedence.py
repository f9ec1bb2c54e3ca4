"""What comes first when a customer could be attached in several ways."""

import pytest

from orgmodel import Between, Customer, Org, Position, Territory, Where, coverage, roles
from orgmodel.cover import Coverage
from orgmodel.model import TerritoryType
from orgmodel.network import OrgGraph

ITALY = Where(place="IT")


def winner(*territories, **customer):
    """Return the id of the territory that wins for a customer, each covered by somebody."""
    org = Org("Aurora")
    for territory in territories:
        org.add(territory)
        org.add(Position(f"p-{territory}", held_by="Ada", covers=territory))
    facts = {"place": "IT-21", "postal_code": "20121", "size": 120, "industry": "steel"}
    acme = org.add(Customer("acme", **{**facts, **customer}))
    cover = coverage(org).of(acme)
    assert cover.state == ("covered" if cover.territory else "nobody")
    return cover.territory and cover.territory.id


# In every case the one that is to win is called "winner"; the alphabet speaks for the other.
PAIRS = {
    "a name beats a rule": (
        [Territory("winner"), Territory("a", Where(place="IT-21", size=Between(100, 130)))],
        {"territories": ["winner"]},
    ),
    "any interval beats a bare star": (
        [Territory("winner", Where(size=Between(1, None))), Territory("a", Where(place="*"))],
        {},
    ),
    "exclusion beats a name": (
        [Territory("a"), Territory("winner", ITALY)],
        {"territories": ["a"], "excluded_from": ["a"]},
    ),
    "exclusion beats a rule": (
        [Territory("a", Where(place="IT-21")), Territory("winner", ITALY)],
        {"excluded_from": ["a"]},
    ),
    "the rank of the type beats depth": (
        [
            Territory("outer", Where(place="FR")),
            Territory("a", ITALY, within="outer", type="channel"),
            Territory("winner", ITALY),
        ],
        {},
    ),
    "depth beats conditions": (
        [
            Territory("outer", Where(place="FR")),
            Territory("a", Where(place="IT-21", industry="steel")),
            Territory("winner", ITALY, within="outer"),
        ],
        {},
    ),
    "more conditions beat a more precise one": (
        [
            Territory("a", Where(place="IT-21")),
            Territory("winner", Where(place="*", size=Between())),
        ],
        {},
    ),
    "the value itself beats its beginning": (
        [Territory("a", Where(postal_code="2012*")), Territory("winner", Where(place="IT-21"))],
        {},
    ),
    "a longer beginning beats a shorter one": (
        [Territory("a", Where(postal_code="2*")), Territory("winner", Where(postal_code="201*"))],
        {},
    ),
    "a place beats the one around it": (
        [Territory("a", ITALY), Territory("winner", Where(place="IT-21"))],
        {},
    ),
    "a narrower interval beats a wider one": (
        [
            Territory("a", Where(size=Between(50, 250))),
            Territory("winner", Where(size=Between(100, 150))),
        ],
        {},
    ),
    "an interval that begins later beats one that does sooner": (
        [Territory("a", Where(size=Between(50))), Territory("winner", Where(size=Between(100)))],
        {},
    ),
    "anything beats a catch-all": (
        [Territory("a", Where()), Territory("winner", ITALY)],
        {},
    ),
    "a catch-all beats nothing": (
        [Territory("a", Where(place="FR")), Territory("winner", Where())],
        {},
    ),
    "the alphabet decides in the end": (
        [Territory("x", ITALY), Territory("winner", ITALY)],
        {},
    ),
}


@pytest.mark.parametrize(("territories", "facts"), PAIRS.values(), ids=PAIRS)
def test_what_comes_first(territories, facts):
    """Exclusion, names, type, depth, conditions, precision, alphabet; in whatever order added."""
    assert winner(*territories, **facts) == "winner"
    assert winner(*reversed(territories), **facts) == "winner"


def test_a_company_ranks_types_of_its_own():
    """Rank 1 wins before rank 2; a standard type may be ranked anew; an unknown one comes last."""
    org = Org("Aurora")
    org.add(TerritoryType("direct", 5))
    org.add(TerritoryType("partner", 1))
    for type_ in ("lost", "direct", "partner", "channel"):
        org.add(Territory(f"t-{type_}", ITALY, type=type_))
    (cover,) = (coverage(org).of(org.add(Customer("acme", place="IT"))),)
    assert [str(c.territory) for c in cover.candidates] == [
        "t-partner",
        "t-channel",
        "t-direct",
        "t-lost",
    ]


def test_a_named_account_beats_every_territory():
    """Wherever the customer is, and also where a territory names it."""
    org = Org("Aurora")
    north = org.add(Territory("north", ITALY))
    org.add(Position("rep", roles.SALES_REPRESENTATIVE, held_by="Bob", covers=north))
    ada = org.add(Position("ada", roles.ACCOUNT_MANAGER, held_by="Ada"))
    acme = org.add(Customer("acme", place="IT", managed_by=ada, territories=north))
    cover = coverage(org).of(acme)
    assert (cover.state, cover.position, cover.territory) == ("covered", ada, None)
    assert [(c.how, c.verdict) for c in cover.candidates] == [
        ("named account", "wins"),
        ("named territory", "comes later"),
    ]


def test_nothing_matches_nobody_covers():
    """A customer without name and rule has no candidates, no chain, and is nobody's."""
    org = Org("Aurora")
    org.add(Territory("north", ITALY))
    acme = org.add(Customer("acme", place="FR"))
    covered = coverage(org)
    cover = covered.of(acme)
    assert (cover.state, cover.candidates, cover.position, cover.stand_in) == (
        "nobody",
        (),
        None,
        None,
    )
    assert covered.chain_of(cover) == ()


def overlapping():
    """Return an organisation in which three territories and an overlay hold for one customer."""
    org = Org("Aurora")
    org.add(Territory("a", Where(place="IT-21")))
    org.add(Territory("b", ITALY))
    org.add(Territory("c", Where()))
    org.add(Territory("machines", Where(industry="steel"), type="overlay"))
    for id_ in ("a", "b", "c"):
        org.add(Position(f"p-{id_}", roles.TERRITORY_MANAGER, held_by="Ada", covers=id_))
    org.add(Position("sam", roles.SALES_SPECIALIST, held_by="Sam", covers="machines"))
    org.add(Customer("acme", place="IT-21", industry="steel"))
    return org


@pytest.mark.parametrize(
    ("winners", "won"), [(1, ["a"]), (2, ["a", "b"]), (3, ["a", "b", "c"]), (None, ["a", "b", "c"])]
)
def test_as_many_win_as_are_asked_for(winners, won):
    """One, some, or all that match; the others come later, and overlays never count."""
    covered = coverage(overlapping(), winners=winners)
    (cover,) = covered
    assert [str(c.territory) for c in cover.winners] == won
    assert cover.position.id == "p-a"
    later = {str(c.territory) for c in cover.candidates if c.verdict == "comes later"}
    assert later == {"a", "b", "c"} - set(won)
    assert [p.id for p in cover.specialists] == ["sam"]


def test_one_wins_where_nobody_says_how_many_do():
    """The first match, whichever way the coverage is asked for."""
    org = overlapping()
    for covered in (coverage(org), Coverage(OrgGraph(org))):
        (cover,) = covered
        assert [str(c.territory) for c in cover.winners] == ["a"]


def test_territories_within_each_other_lie_no_deeper_than_a_head():
    """A ring has no top to count from, so that it wins nothing by its depth."""
    org = Org("Aurora")
    org.add(Territory("x", ITALY, within="y"))
    org.add(Territory("y", ITALY, within="x"))
    org.add(Territory("a", ITALY))
    cover = coverage(org).of(org.add(Customer("acme", place="IT-21")))
    assert [(str(c.territory), c.depth) for c in cover.candidates] == [("a", 0), ("x", 0), ("y", 0)]


def test_an_overlay_supports_and_never_wins():
    """Where only an overlay matches, nobody answers, though a specialist is there."""
    org = Org("Aurora")
    org.add(Territory("machines", Where(industry="steel"), type="overlay"))
    sam = org.add(Position("sam", roles.SALES_SPECIALIST, held_by="Sam", covers="machines"))
    for status in ("existing", "prospect"):
        cover = coverage(org).of(Customer("acme", industry="steel", status=status))
        assert (cover.state, cover.position, cover.specialists) == ("nobody", None, (sam,))


def test_with_several_winners_one_who_is_there_covers():
    """The first winner's post is vacant; the second one's is held, and that is cover."""
    org = Org("Aurora")
    org.add(Territory("a", Where(place="IT-21")))
    org.add(Territory("b", ITALY))
    gap = org.add(Position("gap", covers="a"))
    bob = org.add(Position("bob", held_by="Bob", covers="b"))
    acme = org.add(Customer("acme", place="IT-21"))
    assert coverage(org, winners=1).of(acme).position == gap
    cover = coverage(org, winners=None).of(acme)
    assert (cover.state, cover.position) == ("covered", bob)


@pytest.mark.parametrize("winners", [0, -1])
def test_somebody_must_be_able_to_win(winners):
    """Fewer winners than one are refused with what to write."""
    with pytest.raises(ValueError, match="at least 1, or None for all"):
        coverage(overlapping(), winners=winners)
