"""Rules and types of a territory model, put into the rows of a design."""

from collections.abc import Iterator, Mapping

from orgmodel.formats.importing import Note, Row, Table, Understood
from orgmodel.formats.salesforce import Kind, TerritoryModel, holds_for
from orgmodel.formats.salesforce.fields import bare
from orgmodel.formats.salesforce.items import HOLDS
from orgmodel.model import Problem, Territory, TerritoryType, Where, adapter


def settle(model: TerritoryModel, understood: Understood) -> None:
    """Give the territories among some rows their rules and types; tell what was not understood."""
    wheres = model.wheres()
    names = _types(model, understood)
    for row in understood.rows:
        area = model.areas.get(row.id) if row.kind is Territory else None
        if area is None:
            continue
        row.source = area.source or row.source
        if area.key in wheres:
            row.fields["where"] = plain(wheres[area.key])
        if area.type:
            row.fields["type"] = names.get(area.type, area.type)
    understood.rows[:0] = [
        Row(TerritoryType, names[key], {"rank": rank}, model.kinds[key].source)
        for key, rank in _ranks(model).items()
    ]
    understood.notes += [Note(p.sentence, p.source, problem=True) for p in model.problems]
    understood.notes += [Note(p.sentence, p.source) for p in model.remarks]
    if facts := model.facts():
        understood.notes.append(_told([item.fact for item in facts], model))


def _told(facts: list[str], model: TerritoryModel) -> Note:
    some = ", ".join(map(repr, facts[:3])) + (" and others" if len(facts) > len(facts[:3]) else "")
    sentence = (
        f"{len(facts):,} conditions of rules, such as {some}, can be written at a customer, not "
        "in a rule: customers for whom one holds have an attribute of its name that is 'yes'."
    )
    source = next((rule.source for rule in model.rules.values() if rule.source), None)
    return Note(sentence, source)


def _types(model: TerritoryModel, understood: Understood) -> dict[str, str]:
    """Return the names of types by what territories call them; those that are missing are made."""
    for area in model.areas.values():
        if area.type and area.type not in model.kinds:
            model.kinds[area.type] = Kind(area.type, None, area.source)
            sentence = f"The type {area.type!r} is not here; it is ranked behind all others."
            understood.problem(sentence, area.source)
    return {key: kind.key for key, kind in model.kinds.items()}


def _ranks(model: TerritoryModel) -> Mapping[str, int]:
    """Return the ranks of the types: their priorities, of which the smallest is the first."""
    told = {key: kind.priority for key, kind in model.kinds.items()}
    least = min((p for p in told.values() if p is not None), default=1)
    last = max((p for p in told.values() if p is not None), default=1) + 1
    up = 1 - min(least, 1)
    return {key: (last if p is None else p) + up for key, p in told.items()}


def plain(where: Where) -> object:
    """Return a rule as the plain values of a design file."""
    return adapter(Where).dump_python(where, exclude_defaults=True)


def facts_of(model: TerritoryModel, accounts: Table) -> Iterator[Mapping[str, str]]:
    """Yield for each account the conditions that hold for it and that no rule can say."""
    facts = model.facts()
    told = [item for item in facts if item.operation == "within"]
    for item in told:
        sentence = f"Whether {item.fact!r} holds for a customer is left open: it is a distance."
        model.problems.append(Problem(sentence, accounts.source()))
    names = [bare(name).casefold() for name in accounts.columns]
    for row in accounts.rows if facts else ():
        account = dict(zip(names, row, strict=True))
        yield {item.fact: HOLDS for item in facts if holds_for(item, account)}
    yield from ({} for _ in (() if facts else accounts.rows))
