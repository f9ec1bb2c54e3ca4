"""How contracts are said in sentences."""

import json
from dataclasses import fields
from typing import Any

from orgmodel.model import Customer, Id
from orgmodel.rules.contract_language.contract import Contract
from orgmodel.rules.core.phrases import opening

_VERBS = {"error": "must have", "warning": "should have", "info": "may want"}


def opening_of(contract: Contract, one: Id[Any]) -> str:
    """Return how a sentence about somebody begins."""
    key = isinstance(one, Customer) and contract.of == "key account"
    return f"Key account '{one}'" if key else opening(one)


def article(words: str) -> str:
    """Return some words with the article before them."""
    return f"{'an' if words[0] in 'aeioAEIO' else 'a'} {words}"


def many(number: int, what: str) -> str:
    """Return a number of something; "1 deputy", "2 deputies"."""
    plural = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{number} {what if number == 1 else plural}"


def modified(contract: Contract) -> str:
    """Return what is asked of those who are needed."""
    said = " by name" if contract.by_name else ""
    if contract.other_than:
        said += f" besides the {contract.other_than}"
    line = contract.in_line_of
    if line == "territory manager":
        return f"{said} in the line of its territory's manager"
    if line == "any territory manager":
        return f"{said} in the line of a manager of its territories"
    if line == "territory branch":
        return f"{said} in the branch of its territory, below the head"
    return f"{said} in the line of '{line.removeprefix('position:')}'" if line else said


def subject_of(contract: Contract) -> str:
    """Return whom a contract holds for, in words."""
    said = contract.of.replace("_", " ")
    said += f" of tier {' or '.join(contract.tier)}" if contract.tier else ""
    return f"{said} within '{contract.within}'" if contract.within else said


def norm_of(contract: Contract) -> str:
    """Return a contract as one sentence."""
    needs, most, said = contract.needs.replace("_", " "), contract.at_most, modified(contract)
    what = (
        article(needs) if contract.at_least == 1 else f"at least {many(contract.at_least, needs)}"
    )
    if most is not None:
        what = (
            f"at most {many(most, needs)}"
            if contract.at_least == 0
            else f"{what}, and at most {most}{',' if said else ''}"
        )
    who = article(subject_of(contract))
    return f"{who[0].upper()}{who[1:]} {_VERBS[contract.severity]} {what}{said}."


def line_of(contract: Contract) -> str:
    """Return a contract as it stands in a file."""
    plain = Contract(of=contract.of, needs=contract.needs)
    told = {field.name: getattr(contract, field.name) for field in fields(Contract)}
    given = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in told.items()
        if name in {"of", "needs"} or (name in _TOLD and value != getattr(plain, name))
    }
    return f"{{{', '.join(f'{name} = {json.dumps(value)}' for name, value in given.items())}}}"


_TOLD = {*["tier", "within", "at_least", "at_most", "by_name", "held", "other_than", "in_line_of"]}
