"""Rows about people to positions and persons: one box per row, vacancies kept."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from orgmodel.formats.importing.columns.index import is_nobody, turned
from orgmodel.formats.importing.columns.paths import path_of, written
from orgmodel.formats.importing.interpret.geography import Geography
from orgmodel.formats.importing.interpret.leavers import Employment, employment_of
from orgmodel.formats.importing.interpret.position_fields import fill
from orgmodel.formats.importing.interpret.reader import Reader
from orgmodel.formats.importing.interpret.result import Row, Understood
from orgmodel.formats.importing.interpret.roster import Box, Names, Roster
from orgmodel.formats.importing.read.table import folded
from orgmodel.formats.importing.read.vocabulary import means
from orgmodel.model import Person, Position, Source

_PARTED = re.compile(r"\s+[-\u2013\u2014:/|]\s+|\s*[(\[:,]\s*")


def roster_of(
    readers: Iterable[Reader], names: Names, understood: Understood, places: Geography
) -> Roster:
    """Read all tables of people; lines between them are drawn later.

    A table that only adds to people whom others name is read after those.
    """
    roster = Roster(understood, names)
    readers = sorted(readers, key=lambda reader: _key(reader) is not None)
    for reader in readers:
        _read(reader, roster, places)
    return roster


_NUMBERS = re.compile(r"[\s#_-]*\d+\s*$")
"""The number of a vacancy or requisition behind a word for it."""
_SAYS_WHO = frozenset({"first_name", "last_name", "title", "position", "email"})
_MOST = 0.5
"""The part of a table's people that must be known for it to add to them, and to make none."""


def _key(reader: Reader) -> str | None:
    """Return by what a table names people of whom it says little, or None if it says who is who."""
    fields = reader.firsts.keys()
    if not _SAYS_WHO.isdisjoint(fields) or len({"id", "name"} & fields) != 1:
        return None
    return "id" if "id" in fields else "name"


def _known(reader: Reader, roster: Roster) -> dict[str, Box]:
    """Return the boxes that others have made by what this table calls them, if it adds to them."""
    key = _key(reader)
    if key is None or not roster.boxes:
        return {}
    cells = dict.fromkeys(reader.table.values(reader.firsts[key]))
    found = {cell: roster.index.find(cell, (key,)).numbers for cell in cells}
    known = {cell: roster.boxes[at[0]] for cell, at in found.items() if len(at) == 1}
    return known if len(known) > _MOST * len(cells) else {}


def _read(reader: Reader, roster: Roster, places: Geography) -> None:
    namesakes = _namesakes(reader)
    _share_addresses(reader, roster)
    if "employee" in reader.firsts and not _has_employees(reader):
        sentence = f"{reader.heading('employee')!r} says of nobody 'yes'; everybody is kept."
        roster.understood.note(sentence, reader.table.source(None, reader.firsts["employee"]))
    seen: dict[tuple[str, ...], int] = {}
    first_of_table = len(roster.boxes)
    employment = employment_of(reader)
    before, key = _known(reader, roster), _key(reader) or "id"
    for at, cells in enumerate(reader.table.rows):
        same = seen.setdefault(tuple(cells), at)
        if same != at and not _nameless(reader, at):
            where = reader.place(same)
            roster.understood.problem(
                f"This row is the same as {where}. It is left out.", reader.place(at)
            )
        elif not before and _gone(reader, at, roster, employment):
            continue
        elif known := before.get(reader.cell(at, key)):
            if employment.is_over(at):
                sentence = "This row is not used: what it says is over."
                roster.understood.note(sentence, reader.place(at))
            else:
                roster.boxes.append(replace(known, reader=reader, at=at))
                reader.use(at)
        else:
            _box(reader, at, roster, namesakes, employment)
    fill(reader, roster.boxes[first_of_table:], places)


def _nameless(reader: Reader, at: int) -> bool:
    """Return whether a row is a vacancy that nothing tells from another."""
    name = name_in(reader, at)
    known = reader.cell(at, "id") or reader.cell(at, "position") or reader.cell(at, "email")
    return not known and (not name or is_vacant(name))


def _namesakes(reader: Reader) -> frozenset[str]:
    """Return the names that people of different ids share."""
    if "id" not in reader.firsts:
        return frozenset()
    rows = range(len(reader.table.rows))
    pairs = {(name_in(reader, at), reader.cell(at, "id")) for at in rows}
    often = Counter(turned(name) for name, id_ in pairs if name and id_)
    return frozenset(name for name, times in often.items() if times > 1)


def _share_addresses(reader: Reader, roster: Roster) -> None:
    """Note the addresses that rows of different or undisclosed names share."""
    names: dict[str, set[str]] = {}
    if "email" not in reader.firsts or not _has_names(reader):
        return
    for at in range(len(reader.table.rows)):
        name = name_in(reader, at)
        called = "" if is_vacant(name) or means(name, "undisclosed") else turned(name)
        # rows that disclose nobody are not known to be about one person
        names.setdefault(reader.cell(at, "email").casefold(), set()).add(called or f"row {at}")
    shared = {email for email, called in names.items() if email and len(called) > 1}
    if shared:
        roster.shared |= shared
        some = ", ".join(map(repr, sorted(shared)[:3]))
        sentence = (
            f"Addresses that rows of different names share are nobody's own: {some}. "
            "They are left out."
        )
        place = reader.table.source(None, reader.firsts["email"])
        roster.understood.note(sentence, place)


def _own_address(reader: Reader, at: int, roster: Roster) -> str:
    """Return the address in a row, unless others share it."""
    email = reader.cell(at, "email")
    return "" if email.casefold() in roster.shared or is_nobody(email) else email


def name_in(reader: Reader, at: int) -> str:
    """Return the name in a row, put together if it stands in two columns."""
    whole = reader.cell(at, "name")
    if whole:
        return whole
    parts = [part for n in ("first_name", "last_name") if (part := reader.cell(at, n))]
    # a word for nobody in both columns is that word, and not a name of two
    return parts[0] if parts and all(map(is_nobody, parts)) else " ".join(parts)


def _gone(reader: Reader, at: int, roster: Roster, employment: Employment) -> bool:
    """Return whether a row is about somebody who is not there, or not an employee; say so."""
    why = employment.why_gone(at, name_in(reader, at))
    if why is not None:
        roster.understood.note(f"This row is not used: {why}.", reader.place(at))
        roster.leave(reader, at, name_in(reader, at))
        return True
    if (
        reader.cell(at, "employee")
        and reader.answer(at, "employee") is False
        and _has_employees(reader)
    ):
        _outsider(reader, at, roster)
        return True
    return False


def _has_employees(reader: Reader) -> bool:
    """Return whether any row is about an employee; a column that drops all means another thing."""
    values = dict.fromkeys(reader.table.values(reader.firsts["employee"]))
    return any(means(value, "no") is None for value in values)


def _outsider(reader: Reader, at: int, roster: Roster) -> None:
    """Keep somebody who is no employee as a person without a position."""
    reader.use(at)
    name = name_in(reader, at)
    key = reader.cell(at, "id") or reader.cell(at, "email") or name
    if key and key not in roster.persons:
        roster.persons[key] = Row(Person, key, {"name": name or None}, reader.place(at))


@lru_cache(maxsize=1 << 16)
def is_vacant(name: str) -> bool:
    """Return whether what stands for a name says that there is nobody."""
    if not name:
        return False
    bare = _NUMBERS.sub("", name).strip(" ()[]<>#_-\u2013\u2014.")
    parts = (bare, _PARTED.split(bare, maxsplit=1)[0])
    return any(means(part, "vacant", "nobody") and not means(part, "undisclosed") for part in parts)


def _box(
    reader: Reader, at: int, roster: Roster, namesakes: frozenset[str], employment: Employment
) -> None:
    name = name_in(reader, at)
    vacant = is_vacant(name) or _said_vacant(reader, at)
    id_, email = reader.cell(at, "id"), _own_address(reader, at, roster)
    named = _has_names(reader)
    if name and means(name, "undisclosed"):
        if not vacant:
            _note_undisclosed(name, reader.place(at), roster.understood)
        name, named = "", False
    elif not any(map(str.isalnum, name)):
        name = ""  # a dash is not a name
    key = id_ or email or name or reader.cell(at, "position")
    holder = None if vacant or (named and not name) else key or None
    base = reader.cell(at, "position") or (key if not vacant or id_ else "") or _made_up(reader, at)
    if not any((name, id_, email, reader.cell(at, "position"), reader.cell(at, "title"))):
        roster.understood.problem(
            "This row names nobody and no job. It is left out.", reader.place(at)
        )
        return
    box = Box(
        Row(Position, base, {}, reader.place(at), reader.places(at)),
        reader,
        at,
        holder,
        roster.names,
    )
    box.row.id = _free_id(box, base, roster)
    if holder is not None:
        since, until = employment.since[at], employment.until[at]
        dates = {n: day for n, day in (("since", since), ("until", until)) if day is not None}
        box.row.fields["held_by"] = _holder(box, holder, name, roster, namesakes, dates)
    roster.taken[box.row.id] = box
    roster.named[box.row.id] = box.row
    roster.boxes.append(box)
    _enter(box, roster, name)


def _note_undisclosed(name: str, where: Source, understood: Understood) -> None:
    understood.note(
        f"The name of the holder is not disclosed ({name!r}); the position counts as filled. If it "
        "is vacant, leave the name empty.",
        where,
    )


def _has_names(reader: Reader) -> bool:
    return bool({"name", "first_name", "last_name"} & reader.firsts.keys())


def _said_vacant(reader: Reader, at: int) -> bool:
    cell = reader.cell(at, "vacant")
    if not cell:
        return bool(status := reader.cell(at, "active")) and means(status, "vacant") is not None
    if means(cell, "vacant"):
        return True
    heading = folded(reader.heading("vacant")).split()
    asks_filled = not _FILLED.isdisjoint(heading)
    return means(cell, "no" if asks_filled else "yes") is not None and not means(cell, "filled")


_FILLED = frozenset({"filled", "occupied", "occupancy", "staffed", "besetzt"})
"""Words that make a heading ask whether there is somebody."""


def _made_up(reader: Reader, at: int) -> str:
    title = reader.cell(at, "title")
    return f"vacancy {reader.table.lines[at]}" if not title else f"{title} {reader.table.lines[at]}"


def _free_id(box: Box, base: str, roster: Roster) -> str:
    """Return the id of a box: that of its row, with a number if it is taken."""
    first = roster.taken.get(base)
    if first is None:
        return base
    number = roster.again.get(base, 2)
    while f"{base}-{number}" in roster.taken:
        number += 1
    roster.again[base] = number + 1
    id_ = f"{base}-{number}"
    _tell_again(box, first, base, id_, roster.understood)
    return id_


def _tell_again(box: Box, first: Box, base: str, id_: str, understood: Understood) -> None:
    """Say what an id that comes again was taken for."""
    name = name_in(box.reader, box.at)
    other = name_in(first.reader, first.at)
    where = box.reader.place(box.at)
    if name and other and turned(name) != turned(other):
        understood.problem(
            f"{base!r} is the id of {other!r} in {first.row.source} already, and here of {name!r}; "
            f"this one is called {id_!r}. Give each an id of its own.",
            where,
        )
    elif box.reader.cell(box.at, "id") or box.reader.cell(box.at, "position"):
        understood.note(f"A further box of {base!r}; it is called {id_!r}.", where)
    else:
        understood.problem(
            f"{base!r} stands in {first.row.source} already; this is taken for a further box of "
            f"the same person, called {id_!r}. If they are two people, give them ids.",
            where,
        )


def _holder(  # noqa: PLR0913, PLR0917 - all that is known of somebody
    box: Box,
    key: str,
    name: str,
    roster: Roster,
    namesakes: frozenset[str],
    dates: dict[str, dt.date],
) -> str:
    """Return what names the holder: the name, or the id of a person if there is more to say."""
    reader, at = box.reader, box.at
    email = _own_address(reader, at, roster)
    if not (email or dates or turned(name) in namesakes) or not name:
        return name or key
    if key not in roster.persons:
        fields = {"name": name, **({"email": email} if email else {}), **dates}
        roster.persons[key] = Row(Person, key, fields, reader.place(at), reader.places(at))
    # an id that two people share names the first of them
    return key if roster.persons[key].fields.get("name") == name else name


def _enter(box: Box, roster: Roster, name: str) -> None:
    """Let a box be found by everything that its row calls it."""
    number, reader, at, index = len(roster.boxes) - 1, box.reader, box.at, roster.index
    index.add("position", box.row.id, number)
    index.add("position", reader.cell(at, "position"), number)
    if box.person is not None:
        index.whose[number] = f"{box.person} {turned(name)}"
    index.add("id", reader.cell(at, "id"), number)
    # a filler such as "nan" below another heading is no name of the box for those that say "nan"
    for sort, cell in (
        ("email", _own_address(reader, at, roster)),
        *(("key", key) for key in reader.cells(at, "key")),
        ("title", reader.cell(at, "title")),
    ):
        if not is_nobody(cell):
            index.add(sort, cell, number)
    if "path" in reader.firsts:
        index.add("key", written(path_of(reader.cell(at, "path"))), number)
    if name and box.person is not None:
        index.add("name", name, number)
        if given := reader.cell(at, "first_name"):
            index.add("name", f"{reader.cell(at, 'last_name')} {given}", number)
