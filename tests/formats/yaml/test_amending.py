"""Changes are written into a file piece by piece; every other character stays where it is."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import orgs, texts

from orgmodel import AcceptedFinding, Customer, Position, Role, Territory, Where
from orgmodel.changes import Add, Remove, Rename, Reorder, Set, apply, same
from orgmodel.files import edited
from orgmodel.formats import dumps, load
from orgmodel.formats.designs.editing import CannotEditError, Editable
from orgmodel.formats.designs.yaml.comments import comments_of
from orgmodel.model import SECTIONS

PLAN = """\
# Plan of 2026
name: Aurora   # the name
territories:
  north: {where: {place: [IT-21, IT-25]}}   # the old one

positions:
  # the boss
  director:   # top
    held_by: "Dana Reyes"     # since 2010
    role: sales_director
    dotted_to:
      - director
      - rep   # odd
      - tom

  # hunts
  rep: {role: sales_representative,   # hunts
        reports_to: director, covers: [north, south], fte: 0.5}
  tom: {}
accepted:
  x: {rule: ORG102, about: "position:rep", because: So it is.}
# the end
"""


def amended(tmp_path, text, *changes):
    """What a file holds after some changes."""
    file = tmp_path / "plan.yaml"
    file.write_bytes(text.encode())
    design = Editable(file)
    made = design.with_edits(design.edits_of(changes), changes)
    made.save()
    assert same(load(file), apply(design.org, changes))
    return file.read_bytes().decode()


CASES = {
    "a value": (
        Set(Position, "rep", {"reports_to": "tom"}),
        "reports_to: director",
        "reports_to: tom",
    ),
    "no value": (Set(Position, "rep", {"fte": 1.0}), ", fte: 0.5}", "}"),
    "a value in a line": (Set(Position, "director", {"role": "executive"}), "sales_d", "executive"),
    "a new value in a line": (
        Set(Position, "director", {"grade": 9}),
        "      - tom\n",
        "      - tom\n    grade: 9\n",
    ),
    "a new value in braces": (
        Set(Position, "rep", {"grade": 9}),
        "fte: 0.5}",
        "fte: 0.5, grade: 9}",
    ),
    "a first value": (Set(Position, "tom", {"grade": 9}), "tom: {}", "tom: {grade: 9}"),
    "an item in a line": (
        Set(Position, "director", {"dotted_to": ("rep", "tom")}),
        "      - director\n",
        "",
    ),
    "an item in brackets": (
        Set(Position, "rep", {"covers": ("south",)}),
        "[north, south]",
        "[south]",
    ),
    "the last item": (Set(Position, "rep", {"covers": ("north",)}), "[north, south]", "[north]"),
    "one more item": (
        Set(Position, "rep", {"covers": ("north", "south", "a: b")}),
        "[north, south]",
        '[north, south, "a: b"]',
    ),
    "a nested value": (
        Set(Territory, "north", {"where": Where(place=["IT-25"])}),
        "[IT-21, IT-25]",
        "[IT-25]",
    ),
    "the last of a section": (
        Remove(AcceptedFinding, "x"),
        'accepted:\n  x: {rule: ORG102, about: "position:rep", because: So it is.}\n',
        "",
    ),
    "one of several": (Remove(Position, "tom"), "  tom: {}\n", ""),
    "another entity": (
        Add(Territory("south", Where(place=["IT-72"]))),
        "# the old one\n",
        "# the old one\n  south: {where: {place: [IT-72]}}\n",
    ),
    "a first entity": (
        Add(Customer("acme", tier="A")),
        "# the end\n",
        "# the end\n\ncustomers:\n  acme:\n    tier: A\n",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_only_what_changes_is_touched(case: str, tmp_path):
    """Comments, quotes, order and layout of all else stay."""
    change, old, new = CASES[case]
    expected = PLAN.replace("sales_director", "executive") if old == "sales_d" else None
    assert amended(tmp_path, PLAN, change) == (expected or PLAN.replace(old, new))


def test_a_new_id_is_written_wherever_it_stands(tmp_path):
    """The name itself and all references, and nothing besides."""
    text = amended(tmp_path, PLAN, Rename(Position, "rep", "rep-1"))
    expected = PLAN.replace("- rep ", "- rep-1 ").replace("rep:", "rep-1:")
    assert text == expected.replace('"position:rep"', '"position:rep-1"')


def test_line_ends_and_marks_of_bytes_stay(tmp_path):
    """Files of Windows stay files of Windows."""
    text = "\ufeff" + PLAN.replace("\n", "\r\n")
    made = amended(tmp_path, text, Set(Position, "director", {"grade": 9}))
    assert made == text.replace("- tom\r\n", "- tom\r\n    grade: 9\r\n")


def test_files_in_two_bytes_stay_so(tmp_path):
    """UTF-16 with its mark is written as it was read."""
    file = tmp_path / "plan.yaml"
    file.write_bytes(PLAN.encode("utf-16"))
    design = Editable(file)
    changes = [Set(Position, "tom", {"title": "Menedżer"})]
    design.with_edits(design.edits_of(changes), changes).save()
    assert file.read_bytes().decode("utf-16") == PLAN.replace("tom: {}", "tom: {title: Menedżer}")


def test_the_right_file_of_several_is_edited(tmp_path):
    """An entity is changed where it is written, and new ones join their section."""
    (tmp_path / "plan.yaml").write_text("name: A\ninclude: [people/*.yaml]\n")
    (tmp_path / "people").mkdir()
    part = tmp_path / "people" / "posts.yaml"
    part.write_text("positions:\n  rep: {fte: 0.5}\n")
    design = Editable(tmp_path / "plan.yaml")
    changes = [Set(Position, "rep", {"fte": 1.0}), Add(Position("tom")), Add(Territory("north"))]
    design.with_edits(design.edits_of(changes), changes).save()
    assert part.read_text() == "positions:\n  rep: {}\n  tom: {}\n"
    assert (tmp_path / "plan.yaml").read_text().endswith("\n\nterritories:\n  north: {}\n")


def test_what_cannot_be_written_is_said(tmp_path):
    """Neither an order nor an entity that is not there can be written; the file stays."""
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN)
    design = Editable(file)
    for change in (Reorder(Position, ("tom", "rep", "director")), Remove(Position, "eve")):
        with pytest.raises(CannotEditError):
            design.edits_of([change])
    assert file.read_text() == PLAN


def test_comments_that_would_be_lost_are_noticed(tmp_path):
    """A comment beside what is taken out goes with it."""
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN)
    design = Editable(file)
    odd = design.edits_of([Set(Position, "director", {"dotted_to": ("director", "tom")})])
    plain = design.edits_of([Set(Position, "director", {"dotted_to": ("rep", "tom")})])
    assert design.loses_comments(odd)
    assert not design.loses_comments(plain)


def spaced(text: str, draw) -> str:
    """Return a design with comments and empty lines between its entities, and some in braces."""
    lines = []
    for line in text.splitlines():
        if line[:2] != "  " or line[2:3] not in {" ", "-", "}"}:
            lines += draw(st.lists(st.sampled_from(["", "# note", "  # aside"]), max_size=2))
        lines.append(line)
    return "\n".join([*lines, ""])


@st.composite
def amendments(draw):
    """A text with comments and a change of one of its entities."""
    org = draw(orgs().filter(len))
    entity = draw(st.sampled_from(list(org)))
    fields = [f.name for f in dataclasses.fields(entity) if f.name != "id"]
    usual = {
        f.name: f.default_factory() if f.default is dataclasses.MISSING else f.default
        for f in dataclasses.fields(entity)
        if f.default is not dataclasses.MISSING or f.default_factory is not dataclasses.MISSING
    }
    given_ = [name for name in fields if name in usual]
    change = Remove(type(entity), entity.id)
    others = [e for e in org.all(type(entity)) if e is not entity]
    if others and given_:  # fields of another one of the kind, or their defaults
        names = draw(st.sets(st.sampled_from(given_), min_size=1, max_size=3))
        other = draw(st.sampled_from(others))
        values = {n: draw(st.sampled_from([getattr(other, n), usual[n]])) for n in names}
        change = draw(st.sampled_from([change, Set(type(entity), entity.id, values)]))
    return spaced(dumps(org), draw), org, change


@given(amendments())
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_every_change_says_what_it_means_and_touches_one_entity(tmp_path, case):
    """Whatever a design holds: lines outside the entity stay as they are, with all comments."""
    text, org, change = case
    file = tmp_path / "plan.yaml"
    file.write_text(text, encoding="utf-8", newline="")
    try:
        meant = apply(org, [change])
    except ValueError:
        return  # no such value may be, say an end before a beginning
    design = Editable(file)
    edits = design.edits_of([change])
    made = design.with_edits(edits, [change])
    assert same(made.org, meant)
    new = edited(text, edits)
    assert [c.text for c in comments_of(new)] == [c.text for c in comments_of(text)]
    section = next(name for name, kind in SECTIONS.items() if kind is change.what)
    kept = [line for line in text.splitlines() if line[:1] not in {" ", ""}]
    gone = {f"{section}:"} if isinstance(change, Remove) else set()
    assert {*kept} - gone <= {*new.splitlines()}
    others = {e.id for e in org.all(change.what)} - {change.id}
    assert {e.id for e in made.org.all(change.what)} >= others


@given(texts(), texts())
@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_text_can_be_written_and_taken_out_again(tmp_path, title, note):
    """There and back leaves the very same bytes."""
    file = tmp_path / "plan.yaml"
    before = "name: A\nroles:\n  r: {title: X}  # kept\npositions: {p: {role: r}, q: {}}\n"
    file.write_text(before, encoding="utf-8")
    design = Editable(file)
    there = [Set(Position, "p", {"title": title, "note": note}), Add(Role("s", title))]
    back = [Set(Position, "p", {"title": None, "note": None}), Remove(Role, "s")]
    made = design.with_edits(design.edits_of(there), there)
    restored = made.with_edits(made.edits_of(back), back)
    assert not restored.changed
