"""Edits of entities: changed, added and removed in the files of a design."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from yaml import MappingNode, ScalarNode

from orgmodel.changes import Add, Head, Primitive, Remove, Rename, Reorder, Set, differing, renamed
from orgmodel.files import Edit
from orgmodel.formats.designs.editing.source_document import (
    Entry,
    Sheet,
    end_of,
    end_of_mark,
    start_of,
)
from orgmodel.formats.designs.editing.values import Values, written_as
from orgmodel.formats.designs.yaml.writing import (
    MAX_FLOW,
    entity_lines,
    name_on_one_line,
    on_one_line,
)
from orgmodel.formats.values.plain_values import fields_of
from orgmodel.model import SECTIONS, DesignError, Entity, Org, OrgmodelError

_SECTION_OF: Mapping[type[Any], str] = {kind: name for name, kind in SECTIONS.items()}


class CannotEditError(OrgmodelError, ValueError):
    """A change that cannot be written into the files of a design; the message says why."""


class Rewriting:
    """Some changes of a design, as edits of its files.

    Args:
        org: The design as it is in the files.
        sheets: The files, the one that includes the others first.
    """

    def __init__(self, org: Org, sheets: Mapping[str, Sheet]) -> None:
        self._org, self._sheets = org, sheets
        self._old: dict[str, Entity] = {}
        self._new: dict[str, Entity] = {}
        self._gone: dict[str, Entity] = {}
        self._added: list[Entity] = []
        self._renamed: dict[tuple[str, str], str] = {}

    def edits(self, changes: Iterable[Primitive]) -> tuple[Edit, ...]:
        """Return the edits that make changes.

        Raises:
            CannotEditError: If one of them cannot be written here.
        """
        for change in changes:
            self._take(change)
        return tuple(sorted({*self._fields(), *self._names(), *self._removals(), *self._adds()}))

    def _take(self, change: Primitive) -> None:
        match change:
            case Set():
                self._set(change.what, change.id, change.fields)
            case Remove():
                old = self._need(change.what, change.id)
                self._gone[old.node] = old
            case Add():
                self._added.append(change.entity)
            case Rename():
                self._rename(change)
            case Reorder() | Head():
                raise CannotEditError(f"This cannot be written into files: {change}.")

    def _need(self, kind: type[Any], id_: str) -> Entity:
        found: Entity | None = self._org.get(kind, id_)
        if found is None or self._org.source_of(found) is None:
            raise CannotEditError(f"The files have no {_SECTION_OF[kind]} called {id_!r}.")
        return found

    def _set(self, kind: type[Any], id_: str, fields: Mapping[str, Any]) -> None:
        old: Any = self._need(kind, id_)
        try:
            last: Any = self._new.get(old.node, old)
            new = dataclasses.replace(last, **fields)
        except DesignError as error:
            raise CannotEditError(error.problems[0].sentence) from None
        self._old[old.node], self._new[old.node] = old, new

    def _rename(self, change: Rename) -> None:
        old = self._need(change.what, change.id)
        self._renamed[old.kind, old.id] = change.to
        call = {(old.kind, old.id): change.to}
        for entity in self._org:
            now = self._new.get(entity.node, entity)
            new = renamed(now, call)
            if new is not now:
                self._set(type(entity), entity.id, differing(now, new))

    def _sheet(self, entity: Entity) -> Sheet:
        source = self._org.source_of(entity)
        sheet = self._sheets.get(source.file) if source else None
        if sheet is None:
            raise CannotEditError(f"'{entity.id}' is not in a file that can be edited.")
        return sheet

    def _entry(self, entity: Entity) -> Entry:
        """Return an entity's id and its body as they are written."""
        sheet = self._sheet(entity)
        entry = sheet.entities(_SECTION_OF[type(entity)]).get(entity.id)
        if entry is None:
            raise CannotEditError(f"'{entity.id}' was not found in {sheet.file}.")
        return entry

    def _fields(self) -> Iterator[Edit]:
        for node, old in self._old.items():
            before, after = fields_of(self._org, old), fields_of(self._org, self._new[node])
            yield from Values(self._sheet(old)).changed(self._entry(old), before, after)

    def _names(self) -> Iterator[Edit]:
        kinds = {kind: _SECTION_OF[kind] for kind in SECTIONS.values()}
        for entity in self._org if self._renamed else ():
            to = self._renamed.get((entity.kind, entity.id))
            if to is not None and type(entity) in kinds:
                name, _ = self._entry(entity)
                yield self._sheet(entity).edit(
                    start_of(name), end_of_mark(name), written_as(name, to)
                )

    def _removals(self) -> Iterator[Edit]:
        """Yield what takes entities out; a section that has none left goes as a whole."""
        by_section: dict[tuple[str, str], set[str]] = defaultdict(set)
        for entity in self._gone.values():
            by_section[self._sheet(entity).file, _SECTION_OF[type(entity)]].add(entity.id)
        emptied: dict[str, set[str]] = defaultdict(set)
        for (file, section), ids in by_section.items():
            sheet = self._sheets[file]
            held = sheet.sections[section]
            known = {key.value for key, _ in _pairs(held)}
            in_braces = getattr(held[1], "flow_style", False)
            if known <= ids and (in_braces or not sheet.has_notes(held)):
                emptied[file].add(section)
            else:
                yield from _without(sheet, held, ids)
        for file, sections in emptied.items():
            sheet = self._sheets[file]
            if sheet.root is not None:
                yield from _without(sheet, (None, sheet.root), sections)

    def _adds(self) -> Iterator[Edit]:
        by_section: dict[str, list[Entity]] = defaultdict(list)
        for entity in self._added:
            by_section[_SECTION_OF[type(entity)]].append(entity)
        fresh = []
        for section, entities in by_section.items():
            blocks = [entity_lines(e.id, fields_of(self._org, e)) for e in entities]
            sheet = next((s for s in self._sheets.values() if _pairs_of(s, section)), None)
            if sheet is None:
                lines = [f"  {line}" for block in blocks for line in block]
                fresh.append("\n".join(["", f"{section}:", *lines, ""]))
            else:
                yield self._appended(sheet, section, entities)
        if fresh:
            sheet = next(iter(self._sheets.values()))
            end = len(sheet.text)
            broken = "" if sheet.text.endswith("\n") else "\n"
            yield sheet.edit(end, end, broken + "".join(fresh))

    def _appended(self, sheet: Sheet, section: str, entities: Iterable[Entity]) -> Edit:
        """Return the edit that puts entities behind the others of their section."""
        pairs = _pairs_of(sheet, section)
        name, body = pairs[-1]
        start, end = start_of(name), max(end_of_mark(name) + 1, end_of(body))
        made = [(e.id, fields_of(self._org, e)) for e in entities]
        if getattr(sheet.sections[section][1], "flow_style", False):
            flows = (f", {name_on_one_line(id_)}: {on_one_line(fields)}" for id_, fields in made)
            return sheet.edit(end, end, "".join(flows))
        margin = " " * len(sheet.before(start))
        in_line = getattr(body, "flow_style", False)
        lines = [line for id_, f in made for line in _entity_as(id_, f, in_line=in_line)]
        place = sheet.line_end(max(start, end - 1))
        return sheet.edit(place, place, "".join(f"\n{margin}{line}" for line in lines))


def _entity_as(id_: str, fields: Mapping[str, object], *, in_line: bool) -> list[str]:
    flow = on_one_line(dict(fields))
    if in_line and len(flow) <= MAX_FLOW:
        return [f"{name_on_one_line(id_)}: {flow}"]
    return entity_lines(id_, fields)


def _without(sheet: Sheet, held: tuple[ScalarNode | None, Any], ids: set[str]) -> Iterator[Edit]:
    """Yield what takes names with all that they hold out of a mapping."""
    pairs = _pairs(held)
    spans = [(start_of(name), max(end_of_mark(name) + 1, end_of(body))) for name, body in pairs]
    yield from Values(sheet).without(held[1], spans, [name.value in ids for name, _ in pairs])


def _pairs(held: tuple[Any, Any]) -> list[Entry]:
    return list(held[1].value) if isinstance(held[1], MappingNode) else []


def _pairs_of(sheet: Sheet, section: str) -> list[Entry]:
    return _pairs(sheet.sections[section]) if section in sheet.sections else []
