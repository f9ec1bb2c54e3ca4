"""Who joined, left, moved and got another title, counted by people and not by boxes."""

from orgmodel import Customer, Org, Position, Territory, Where
from orgmodel.changes import Rename, apply, diff, same
from orgmodel.model import Person


def staff(*rows, people=()):
    """Return an organisation from rows of id, holder, title and manager."""
    org = Org("Aurora Components")
    for person in people:
        org.add(person)
    for id_, who, title, boss in rows:
        org.add(Position(id_, title=title, held_by=who, reports_to=boss))
    return org


def names(changes):
    """Return the names of people."""
    return sorted(each.name for each in changes)


QUARTER = (
    ("ceo", "Dana", "CEO", None),
    ("tom", "Tom", "Manager", "ceo"),
    ("eva", "Eva", "Seller", "tom"),
    ("max", "Max", "Seller", "tom"),
)


def test_a_quarter_of_a_staff_list():
    """Somebody joins, somebody leaves, somebody moves and has another title as well."""
    after = staff(
        ("ceo", "Dana", "CEO", None),
        ("tom", "Tom", "Manager", "ceo"),
        ("eva", "Eva", "Senior Seller", "ceo"),
        ("zoe", "Zoe", "Seller", "tom"),
    )
    people = diff(staff(*QUARTER), after).people
    assert names(people.joined) == ["Zoe"]
    assert names(people.left) == ["Max"]
    assert names(people.moved) == ["Eva"]
    assert names(people.retitled) == ["Eva"]


def test_a_successor_in_the_same_box_moves_nobody_but_is_a_new_manager():
    """Boxes outlive people: who reported to the box still does."""
    rows = [(i, "Ada" if w == "Tom" else w, t, b) for i, w, t, b in QUARTER]
    people = diff(staff(*QUARTER), staff(*rows)).people
    assert (names(people.joined), names(people.left), names(people.moved)) == (["Ada"], ["Tom"], [])
    assert names(people.new_managers) == ["Eva", "Max"]


def test_somebody_who_takes_another_box_neither_joined_nor_left():
    """They moved; so did nobody else."""
    before = staff(*QUARTER, ("lead", None, "Lead", "ceo"))
    rows = [(i, None if w == "Eva" else w, t, b) for i, w, t, b in QUARTER]
    after = staff(*rows, ("lead", "Eva", "Lead", "ceo"))
    people = diff(before, after).people
    assert names(people.joined) == names(people.left) == []
    assert names(people.moved) == names(people.retitled) == ["Eva"]


def test_whoever_holds_two_boxes_is_one_person():
    """Gaining a second box is no move, and losing one of two is no departure."""
    second = ("interim", "Tom", "Interim Lead", "ceo")
    people = diff(staff(*QUARTER), staff(*QUARTER, second)).people
    assert names(people.joined) == names(people.moved) == names(people.retitled) == []
    assert names(people.gained) == ["Tom"]
    people = diff(staff(*QUARTER, second), staff(*QUARTER)).people
    assert names(people.left) == names(people.moved) == names(people.new_managers) == []
    assert names(people.dropped) == ["Tom"]


def test_other_ids_for_the_same_people_make_nobody_join_or_leave():
    """Names tell who they are, where nobody else has the same."""
    ids = {"ceo": "P1", "tom": "P2", "eva": "P3", "max": "P4"}
    persons = [Person(f"{who}-id", who) for who in ("Dana", "Tom", "Eva", "Max")]
    rows = [(ids[i], f"{w}-id", t, b and ids[b]) for i, w, t, b in QUARTER]
    found = diff(staff(*QUARTER), staff(*rows, people=persons))
    people = found.people
    assert names(people.joined) == names(people.left) == names(people.moved) == []
    assert {(r.id, r.to) for r in found.renamings if r.what is Position} == set(ids.items())
    assert found.handovers == ()


def test_namesakes_are_told_apart_by_their_ids():
    """One of two namesakes leaves; the other is not taken for them."""
    two = [Person("smith-1", "John Smith"), Person("smith-2", "John Smith")]
    rows = (("a", "smith-1", "Seller", None), ("b", "smith-2", "Seller", None))
    people = diff(staff(*rows, people=two), staff(rows[0], people=two[:1])).people
    assert [each.person for each in people.left] == ["smith-2"]
    assert names(people.joined) == names(people.moved) == []


def test_a_renamed_box_is_a_guess_with_its_evidence():
    """It counts neither as opened nor as closed, and says what speaks for it."""
    rows = [("key-1" if i == "eva" else i, w, t, b) for i, w, t, b in QUARTER]
    found = diff(staff(*QUARTER), staff(*rows))
    (renaming,) = found.renamings
    assert renaming.change == Rename(Position, "eva", "key-1")
    assert str(renaming) == (
        "position 'eva' seems to be 'key-1' now (100%: same held by, reports to, title)"
    )
    assert found.added(Position) == found.removed(Position) == ()
    assert found.changes == (Rename(Position, "eva", "key-1"),)


def test_two_that_are_equally_like_are_no_guess():
    """Two vacancies under one manager: nobody can say which is which."""
    old = [("v1", None, "Seller", "ceo"), ("v2", None, "Seller", "ceo")]
    new = [("w1", None, "Seller", "ceo"), ("w2", None, "Seller", "ceo")]
    found = diff(staff(*QUARTER, *old), staff(*QUARTER, *new))
    assert found.renamings == ()
    assert [p.id for p in found.added(Position)] == ["w1", "w2"]


def test_customers_change_hands_when_people_do():
    """A successor takes the customers over; somebody who takes a box along keeps them."""
    before, after = staff(*QUARTER), staff(*QUARTER)
    for org, rep in ((before, "eva"), (after, "max")):
        org.add(Territory("north", Where(place=["IT-21"])))
        org.add(Customer("acme", place="IT-21", revenue=10, key_account=True, managed_by=rep))
        org.add(Customer("bolt", place="IT-21", revenue=5, managed_by="tom"))
    found = diff(before, after)
    ((handed),) = found.handovers
    assert (handed.customer.id, handed.before.held_by, handed.after.held_by) == (
        "acme",
        "Eva",
        "Max",
    )
    assert found.revenue == 10
    assert found.key_accounts == found.handovers


def test_which_of_several_boxes_came_first_is_no_change():
    """Lists number the further boxes of somebody in the order of their rows."""
    before = staff(*QUARTER, ("tom-2", "Tom", "Lead", "ceo"), ("tom-3", "Tom", "Coach", "tom"))
    after = staff(*QUARTER, ("tom-2", "Tom", "Coach", "tom"), ("tom-3", "Tom", "Lead", "ceo"))
    people = diff(before, after).people
    assert names(people.retitled) == names(people.moved) == names(people.new_managers) == []
    fewer = diff(before, staff(*QUARTER, ("tom-2", "Tom", "Coach", "tom"))).people
    assert (names(fewer.retitled), names(fewer.dropped)) == ([], ["Tom"])


def test_a_replaced_manager_is_another_manager_and_no_move():
    """Where a box is called after its holder, a successor is another box with the same team."""
    rows = [
        ("ada" if i == "tom" else i, "Ada" if w == "Tom" else w, t, "ada" if b == "tom" else b)
        for i, w, t, b in QUARTER
    ]
    people = diff(staff(*QUARTER), staff(*rows), guess_renames=False).people
    assert (names(people.joined), names(people.left), names(people.moved)) == (["Ada"], ["Tom"], [])
    assert names(people.new_managers) == ["Eva", "Max"]
    (followed,) = people.successions
    assert str(followed) == (
        "Tom (tom) seems to be followed by Ada (ada) (2 of its team, same title)"
    )


def test_a_team_that_joins_another_has_moved():
    """Whoever leads others as well, under another title, follows nobody."""
    old = (*QUARTER, ("ben", "Ben", "Director", "ceo"), ("zoe", "Zoe", "Seller", "ben"))
    new = [(i, w, t, "ben" if b == "tom" else b) for i, w, t, b in old if i != "tom"]
    people = diff(staff(*old), staff(*new)).people
    assert people.successions == ()
    assert names(people.moved) == names(people.new_managers) == ["Eva", "Max"]


def test_a_report_who_becomes_the_manager_follows():
    """They have the title of whoever left, and their colleagues did not move."""
    rows = (
        ("ceo", "Dana", "CEO", None),
        ("eva", "Eva", "interim manager", "ceo"),
        ("max", "Max", "Seller", "eva"),
    )
    people = diff(staff(*QUARTER), staff(*rows)).people
    assert (names(people.moved), names(people.new_managers)) == (["Eva"], ["Eva", "Max"])
    assert names(people.retitled) == ["Eva"]


def test_a_title_that_is_only_spelt_otherwise_is_the_same():
    """Letter case, signs and spaces make no other title, and are told apart from one."""
    rows = [
        (i, w, t.replace("CEO", "C.E.O.").replace("Seller", "seller "), b) for i, w, t, b in QUARTER
    ]
    people = diff(staff(*QUARTER), staff(*rows)).people
    assert names(people.retitled) == ["Dana"]
    assert names(people.respelt) == ["Eva", "Max"]


def test_ids_of_people_that_only_count_rows_tell_nobody_apart():
    """Names do, although both designs have the same ids for different people."""
    who = ["Ada", "Ben", "Cleo", "Dana", "Eva"]

    def numbered(*names):
        people = [Person(str(n), name) for n, name in enumerate(names, 1)]
        rows = [(f"box-{name}", str(n), "Seller", None) for n, name in enumerate(names, 1)]
        return staff(*rows, people=people)

    people = diff(numbered(*who), numbered(*who[1:], "Zoe")).people
    assert (names(people.joined), names(people.left)) == (["Zoe"], ["Ada"])
    assert names(people.moved) == names(people.retitled) == []
    married = diff(numbered(*who), numbered("Ada Berg", *who[1:])).people
    assert names(married.joined) == names(married.left) == []


def test_ids_of_positions_that_only_count_rows_pair_nobody():
    """A row is taken out and one comes at the end: one left, one joined, nobody moved."""

    def listed(*rows):
        number = {who: str(n) for n, (who, *_) in enumerate(rows, 1)}
        return staff(*((number[who], who, t, number.get(boss)) for who, t, boss in rows))

    rows = [("Dana", "CEO", None), *((who, "Seller", "Dana") for who in "abcdefg")]
    found = diff(listed(*rows), listed(*rows[:3], *rows[4:], ("Zoe", "Seller", "Dana")))
    people = found.people
    assert (names(people.joined), names(people.left)) == (["Zoe"], ["c"])
    assert names(people.moved) == names(people.new_managers) == names(people.retitled) == []
    assert [p.held_by for p in found.added(Position)] == ["Zoe"]
    assert [p.held_by for p in found.removed(Position)] == ["c"]
    assert same(apply(found.before, found.changes), found.after)
    assert found.changes == diff(found.before, found.after).changes


def test_one_who_takes_another_numbered_position_moves():
    """Numbers that all others keep are no numbers of rows."""
    rows = [(str(n), who, "Seller", None) for n, who in enumerate("abcdef", 1)]
    rows[5] = ("6", None, "Lead", None)
    after = [*rows[:4], ("5", None, "Seller", None), ("6", "e", "Lead", None)]
    found = diff(staff(*rows), staff(*after))
    assert found.renumbered == ()
    assert names(found.people.moved) == ["e"]


def test_a_successor_is_not_guessed_to_be_the_same_person():
    """People without names who follow each other in a box joined and left."""
    rows = [("a", "p1", "Seller", None), ("b", "p2", "Seller", "a")]
    before = staff(*rows, people=[Person("p1"), Person("p2")])
    after = staff(rows[0], ("b", "p3", "Seller", "a"), people=[Person("p1"), Person("p3")])
    found = diff(before, after)
    assert (names(found.people.joined), names(found.people.left)) == (["p3"], ["p2"])
    assert found.renamings == ()
