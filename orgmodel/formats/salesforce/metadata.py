"""Reading of territory models from metadata."""

import os
from collections.abc import Iterable

from orgmodel.formats.salesforce.folder import contents, kind_of_file, metadata_files, model_of
from orgmodel.formats.salesforce.items import Item
from orgmodel.formats.salesforce.model import Area, AssignmentRule, Kind, TerritoryModel
from orgmodel.formats.salesforce.xml import Element, read_xml, unusable
from orgmodel.model import DesignError, Problem, Source
from orgmodel.progress import watched

_LEVELS = ("accountAccessLevel", "opportunityAccessLevel", "caseAccessLevel", "contactAccessLevel")
_LEFT_OUT = {**dict.fromkeys((*_LEVELS, "objectAccessLevels"), "levels of access")} | {
    "customFields": "fields of your own"
}


def read_metadata(path: str | os.PathLike[str]) -> TerritoryModel:
    """Read the territory model in a folder of metadata in source format.

    Args:
        path: A project, its folder of sources, or the folder of one model.

    Raises:
        DesignError: If there is none, there are several, or a file cannot be read.
    """
    files = metadata_files(path)
    models = sorted({name for file in files if (name := model_of(file))})
    if len(models) > 1:
        sentence = f"There are several models: {', '.join(models[:10])}. Name the folder of one."
        raise unusable(os.fspath(path), sentence)
    model = TerritoryModel(models[0] if models else "Territories")
    left: dict[str, int] = {}
    problems: list[Problem] = []
    for file in watched("Reading metadata", files):
        try:
            _read(file, model, left)
        except DesignError as error:
            problems += error.problems
    if problems:
        raise DesignError(problems)
    _tell_left(model, left, os.fspath(path))
    model.check()
    return model


def _tell_left(model: TerritoryModel, left: dict[str, int], path: str) -> None:
    for what, number in left.items():
        sentence = (
            f"{number:,} territories have {what}, which a design cannot hold. They are left out."
        )
        model.remarks.append(Problem(sentence, Source(path)))


def _read(file: str, model: TerritoryModel, left: dict[str, int]) -> None:
    known = kind_of_file(os.path.basename(file))  # noqa: PTH119 - a hundred thousand of them
    if known is None:
        raise unusable(file, "This is not a metadata file about territories.")
    kind, key = known
    element = read_xml(contents(file), file)
    source = Source(file, element.line)
    if kind == "territory":
        model.areas[key] = _area(element, key, source)
        for what in {_LEFT_OUT[e.name] for e in element.inside if e.name in _LEFT_OUT}:
            left[what] = left.get(what, 0) + 1
    elif kind == "rule":
        model.rules[key] = _rule(element, key, source)
    elif kind == "type":
        model.kinds[key] = _kind(element, key, model, source)
    else:
        model.name = element.first("name", "masterLabel", "label") or model.name


def _area(element: Element, key: str, source: Source) -> Area:
    rules = [
        (r.first("ruleName"), _yes(r.first("inherited"))) for r in element.all("ruleAssociations")
    ]
    return Area(
        key,
        element.first("name", "masterLabel", "label"),
        element.first("territory2Type"),
        element.first("parentTerritory", "parentTerritory2"),
        element.first("description"),
        [_bare(name) for name, _ in rules if name],
        [_bare(name) for name, inherited in rules if name and inherited],
        source,
    )


def _bare(name: str) -> str:
    """Return the name of a rule without that of its model."""
    return name.rpartition(".")[2]


def _rule(element: Element, key: str, source: Source) -> AssignmentRule:
    about = element.first("objectType") or "Account"
    active = _yes(element.first("active") or "true")
    logic = element.first("booleanFilter")
    applies = active and about == "Account"
    return AssignmentRule(key, list(_items(element.all("ruleItems"))), logic, applies, source)


def _items(elements: Iterable[Element]) -> Iterable[Item]:
    return (Item(e.first("field"), e.first("operation"), e.first("value")) for e in elements)


def _kind(element: Element, key: str, model: TerritoryModel, source: Source) -> Kind:
    priority = element.first("priority")
    if not priority.isdecimal():
        sentence = f"The priority of type {key!r} is not a number. It is left out."
        model.problems.append(Problem(sentence, source))
        return Kind(key, None, source)
    return Kind(key, int(priority[:9]), source)


def _yes(text: str) -> bool:
    return text.strip().casefold() == "true"
