"""A design read on a day is what its dates say, and nothing more."""

import datetime as dt
from dataclasses import MISSING, fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import near_days, orgs

from orgmodel import (
    AcceptedFinding,
    Assignment,
    Contact,
    Customer,
    DesignError,
    Org,
    Person,
    Position,
    Territory,
)
from orgmodel.model import (
    LINES,
    SECTIONS,
    Dated,
    Holding,
    Leave,
    ReportingLine,
    Source,
    Target,
    TerritoryAssignment,
    references,
    today,
)

FIRST = dt.date(2026, 6, 1)
BEFORE, LAST, AFTER = (FIRST + dt.timedelta(n) for n in (-1, 29, 30))
JUNE = {"since": FIRST, "until": AFTER}


def kinds_with_dates():
    """Return every kind of entity that has dates."""
    return [kind for kind in SECTIONS.values() if issubclass(kind, Dated)]


def plainly(org, day):
    """Read a design on a day as slowly as can be: by node, the entity or what is left of it."""
    there = {e.node: e for e in org if not isinstance(e, Dated) or e.on(day)}
    gone = {e.node for e in org} - set(there)
    held = {e.position for e in there.values() if isinstance(e, Holding)}
    while True:
        left = {node: without(entity, gone) for node, entity in there.items()}
        lost = {node for node, entity in left.items() if entity is None}
        if not lost:
            break
        gone |= lost
        there = {node: entity for node, entity in there.items() if node not in lost}
    return {
        node: with_lines(e, left.values(), held) if isinstance(e, Position) else e
        for node, e in left.items()
    }


def without(entity, gone):
    """Return an entity without references to what is gone; None if it needs one of them."""
    for field in fields(entity):
        value = getattr(entity, field.name)
        if field.name in references(type(entity)):
            kind = references(type(entity))[field.name]
            node = (lambda ref, kind=kind: f"{kind}:{ref}") if kind else str
            if isinstance(value, str) and node(value) in gone:
                if field.default is field.default_factory is MISSING:
                    return None
                entity = replace(entity, **{field.name: None})
            if isinstance(value, tuple):
                rest = [ref for ref in value if node(ref) not in gone]
                entity = replace(entity, **{field.name: rest})
        if field.name == "contacts":
            known = [f"position:{contact.known_by}" in gone for contact in value]
            pairs = zip(value, known, strict=True)
            told = [replace(c, known_by=None) if lost else c for c, lost in pairs]
            entity = replace(entity, contacts=told)
    return entity


def with_lines(position, everything, ever_held):
    """Return a position with what the lines of the day say; vacant, if their people all left."""
    mine = [e for e in everything if getattr(e, "position", None) == position.id]
    held = [e for e in mine if isinstance(e, Holding)]
    solid = [e for e in mine if isinstance(e, ReportingLine) and not e.dotted]
    covers, dotted = list(position.covers), list(position.dotted_to)
    covers += [e.territory for e in mine if isinstance(e, TerritoryAssignment)]
    dotted += [e.manager for e in mine if isinstance(e, ReportingLine) and e.dotted]
    return replace(
        position,
        held_by=best(held).person
        if held
        else None
        if position.id in ever_held
        else position.held_by,
        reports_to=best(solid).manager if solid else position.reports_to,
        covers=once(covers) if len(covers) > len(position.covers) else position.covers,
        dotted_to=once(dotted) if len(dotted) > len(position.dotted_to) else position.dotted_to,
    )


def best(lines):
    """Return whoever is there for a time, else who came last, else the least id."""
    temporary = [line for line in lines if getattr(line, "temporary", False)] or lines
    latest = max(line.since or dt.date.min for line in temporary)
    late = [line for line in temporary if (line.since or dt.date.min) == latest]
    return min(late, key=lambda line: line.id)


def once(refs):
    """Return each of some references once, in order."""
    return tuple(dict.fromkeys(refs))


@given(orgs(dated=True), near_days())
@settings(deadline=None, max_examples=200)
def test_it_is_what_a_patient_reader_finds(org, day):
    """Entities, references and lines of the day are those of the plain reading."""
    view = org.as_of(day)
    assert {e.node: e for e in view} == plainly(org, day)
    order = [e.node for e in org]
    assert [e.node for e in view] == sorted((e.node for e in view), key=order.index)


@given(orgs(dated=True))
@settings(deadline=None, max_examples=50)
def test_nothing_changes_between_the_days_of_change(org):
    """From each day to the eve of the next, and before the first, the design is the same."""
    days = org.days()
    assert list(days) == sorted(set(days))
    week = dt.timedelta(7)
    starts = [days[0] - week, *days] if days else [FIRST]
    ends = [day - dt.timedelta(1) for day in days]
    for start, end in zip(starts, [*ends, starts[-1] + week], strict=True):
        assert org.as_of(start) == org.as_of(end)


@given(orgs())
@settings(deadline=None, max_examples=25)
def test_a_design_without_dates_is_the_same_on_all_days(org):
    """It is not even copied."""
    bare = Org(org.name, currency=org.currency)
    for entity in org:
        if not isinstance(entity, Assignment):
            bare.add(entity)
    assert bare.days() == ()
    assert bare.as_of(FIRST) is bare
    assert bare.as_of() is bare.whole is bare


@given(orgs(dated=True), near_days(), st.data())
@settings(deadline=None, max_examples=50)
def test_the_order_of_rows_changes_nothing(org, day, data):
    """Each entity reads the same, but for the order of what lines add to lists."""
    shuffled = Org(org.name, currency=org.currency)
    for entity in data.draw(st.permutations(list(org))):
        shuffled.add(entity)
    loose = lambda e: (  # noqa: E731
        replace(e, covers=sorted(e.covers), dotted_to=sorted(e.dotted_to))
        if isinstance(e, Position)
        else e
    )
    one, other = org.as_of(day), shuffled.as_of(day)
    assert {e.node: loose(e) for e in one} == {e.node: loose(e) for e in other}


@pytest.mark.parametrize("kind", kinds_with_dates(), ids=lambda kind: kind.__name__)
def test_the_first_day_counts_and_the_day_after_the_last_does_not(kind):
    """So it is for every kind that has dates, and the interval may be open at either end."""
    org = Org("Aurora")
    org.add(Territory("north"))
    org.add(Customer("acme"))
    org.add(Position("rep"))
    names = {"position": "rep", "customer": "acme", "territory": "north", "person": "Ada"}
    names["relation_type"] = "mentors"
    needed = [f.name for f in fields(kind) if f.default is f.default_factory is MISSING]
    given = {n: names.get(references(kind)[n], "") for n in needed if n in references(kind)}
    given |= {"period": "2026"} if "period" in needed else {}
    june = org.add(kind("june", **given, **JUNE))
    begun = org.add(kind("begun", **given, since=FIRST))
    ended = org.add(kind("ended", **given, until=AFTER))
    there = lambda day: {e.id for e in org.as_of(day).all(kind)} - {"north", "acme", "rep"}  # noqa: E731
    assert there(BEFORE) == {"ended"}
    assert there(FIRST) == there(LAST) == {"june", "begun", "ended"}
    assert there(AFTER) == {"begun"}
    assert [june.on(day) for day in (BEFORE, FIRST, LAST, AFTER)] == [False, True, True, False]
    assert begun.on(dt.date.max)
    assert ended.on(dt.date.min)
    assert org.days() == (FIRST, AFTER)


def test_a_line_takes_the_place_of_the_field_while_it_holds():
    """Before and after it the field counts again; no field means a vacancy."""
    org = Org("Aurora")
    for id_ in ("boss", "other"):
        org.add(Position(id_))
    org.add(Position("rep", held_by="Ada", reports_to="boss"))
    org.add(Position("open"))
    org.add(Holding("h1", "rep", "Bob", **JUNE))
    org.add(Holding("h2", "open", "Zoe", **JUNE))
    org.add(ReportingLine("l1", "rep", "other", **JUNE))
    read = lambda day: [  # noqa: E731
        (p.held_by, p.reports_to) for p in org.as_of(day).all(Position) if p.id in {"rep", "open"}
    ]
    assert read(BEFORE) == read(AFTER) == [("Ada", "boss"), (None, None)]
    assert read(FIRST) == read(LAST) == [("Bob", "other"), ("Zoe", None)]


def test_a_holder_who_has_left_the_company_leaves_a_vacancy():
    """Whoever was there before, by the field, does not come back; another holder does."""
    org = Org("Aurora")
    org.add(Person("bob", until=AFTER))
    org.add(Position("rep", held_by="Ada"))
    org.add(Holding("h", "rep", "bob", since=FIRST))
    holders = lambda: [org.as_of(d).all(Position)[0].held_by for d in (BEFORE, LAST, AFTER)]  # noqa: E731
    assert holders() == ["Ada", "bob", None]
    org.add(Holding("i", "rep", "Zoe", since=BEFORE))
    assert holders() == ["Zoe", "bob", "Zoe"]


def test_who_stands_in_comes_before_who_came_last():
    """Of several holders the temporary one counts, then the latest, then the least id."""
    org = Org("Aurora")
    org.add(Position("rep", held_by="Ada"))
    holder = lambda: org.as_of(FIRST).all(Position)[0].held_by  # noqa: E731
    org.add(Holding("b", "rep", "Bob", since=FIRST))
    org.add(Holding("c", "rep", "Cid"))
    assert holder() == "Bob"
    org.add(Holding("a", "rep", "Abe", since=FIRST))
    assert holder() == "Abe"
    org.add(Holding("d", "rep", "Dan", temporary=True))
    assert holder() == "Dan"


def test_dotted_lines_and_territories_add_to_the_fields():
    """Each once, after those of the field."""
    org = Org("Aurora")
    org.add(Territory("north"))
    org.add(Territory("south"))
    org.add(Position("boss"))
    org.add(Position("rep", covers="north"))
    org.add(ReportingLine("d", "rep", "boss", dotted=True, **JUNE))
    org.add(TerritoryAssignment("t1", "south", "rep", **JUNE))
    org.add(TerritoryAssignment("t2", "north", "rep", temporary=True, **JUNE))
    rep = org.as_of(FIRST).get(Position, "rep")
    assert (rep.dotted_to, rep.covers, rep.reports_to) == (("boss",), ("north", "south"), None)
    assert org.as_of(AFTER).get(Position, "rep") is org.get(Position, "rep")


def test_references_to_other_days_go_and_those_to_nothing_stay():
    """What cannot do without the one who is gone goes as well, up to the finding about it."""
    org = Org("Aurora")
    org.add(Person("ada", until=FIRST))
    org.add(Position("boss", since=AFTER))
    org.add(Position("rep", held_by="ada", reports_to="boss", dotted_to=["boss", "nobody"]))
    org.add(Position("typo", reports_to="nobody"))
    target = org.add(Target("t", "boss", "2026"))
    org.add(AcceptedFinding("a", "XYZ", target, because="So it is."))
    org.add(AcceptedFinding("b", "XYZ", "position:rep", because="So it is."))
    org.add(Customer("acme", contacts=[Contact("Ida", known_by="boss")], managed_by="boss"))
    view = org.as_of(FIRST)
    assert {e.node for e in view} == {
        "position:rep",
        "position:typo",
        "customer:acme",
        "accepted_finding:b",
    }
    rep = view.get(Position, "rep")
    assert (rep.held_by, rep.reports_to, rep.dotted_to) == (None, None, ("nobody",))
    assert view.get(Customer, "acme") == Customer("acme", contacts=[Contact("Ida")])
    assert view.get(Position, "typo") is org.get(Position, "typo")


def test_the_view_knows_its_day_and_its_whole():
    """Reading it again on its day gives itself; another day is asked of the whole."""
    org = Org("Aurora", currency="PLN")
    org.add(Position("rep", **JUNE), source=Source("plan.yaml", 7))
    view = org.as_of(FIRST)
    assert (view.name, view.currency, view.day, org.day) == ("Aurora", "PLN", FIRST, None)
    assert view.whole is org
    assert view.as_of() is view.as_of(FIRST) is view
    assert view.source_of(Position("rep")) == Source("plan.yaml", 7)
    assert org.as_of().day == today()
    assert org.as_of(dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)) == view
    with pytest.raises(DesignError, match=r"read on 2026-06-01 already; read the whole on 2026-07"):
        view.as_of(AFTER)


def test_what_is_added_to_a_view_is_no_part_of_the_whole():
    """It is a design of its own that shares entities."""
    org = Org("Aurora")
    kept = org.add(Position("rep", **JUNE))
    view = org.as_of(FIRST)
    view.add(Position("new"), source=Source("plan.yaml", 9))
    assert org.get(Position, "new") is None
    assert org.source_of(Position("new")) is None
    assert view.get(Position, "rep") is kept


@pytest.mark.parametrize("kind", LINES, ids=lambda kind: kind.__name__)
def test_lines_without_dates_count_on_every_day(kind):
    """They make the design one that is read on a day."""
    org = Org("Aurora")
    org.add(Territory("north"))
    org.add(Position("rep"))
    needs = {"position": "rep", "person": "Ada", "manager": "boss", "territory": "north"}
    org.add(kind("x", **{n: needs[n] for n in references(kind) if n in needs}))
    assert org.dated
    assert len(org.as_of(FIRST).all(kind)) == 1


def test_a_time_must_not_end_before_it_begins():
    """Nor on its first day: such a time has no day at all."""
    Leave("l", "Ada", since=FIRST, until=FIRST + dt.timedelta(1))
    for until in (FIRST, BEFORE):
        with pytest.raises(DesignError, match="should be a day after since, 2026-06-01"):
            Leave("l", "Ada", since=FIRST, until=until)


def test_a_new_holder_does_a_share_of_the_work_at_first():
    """Months count from the first day; after those of the table it is all, outside nothing."""
    new = Holding("h", "rep", "Ada", since="2026-01-31", until="2026-06-01", ramp=[0.25, 0.5])
    at = lambda *day: new.productivity(dt.date(2026, *day))  # noqa: E731
    assert [at(1, 30), at(1, 31), at(2, 27), at(2, 28), at(3, 30), at(3, 31)] == [
        *(0, 0.25, 0.25),
        *(0.5, 0.5, 1),
    ]
    assert (at(5, 31), at(6, 1)) == (1, 0)
    assert Holding("h", "rep", "Ada", ramp=[0.25]).productivity(FIRST) == 1
    with pytest.raises(DesignError, match="less than or equal to 1"):
        Holding("h", "rep", "Ada", ramp=[25])
