"""Sentences about contracts."""

import json
from dataclasses import fields
from typing import Any

from orgmodel.model import Customer, Id
from orgmodel.rules.contract_language.contract import Contract
from orgmodel.rules.core.phrases import opening


def opening_of(contract: Contract, one: Id[Any]) -> str:
    """Return how a sentence about an entity begins."""
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
    """Return the conditions on those who are needed."""
    words = " by name" if contract.by_name else ""
    if contract.other_than:
        words += f" besides the {contract.other_than}"
    line = contract.in_line_of
    if line == "territory manager":
        return f"{words} in the line of its territory's manager"
    if line == "any territory manager":
        return f"{words} in the line of a manager of its territories"
    if line == "territory branch":
        return f"{words} in the branch of its territory, below the head"
    return f"{words} in the line of '{line.removeprefix('position:')}'" if line else words


def subject_of(contract: Contract) -> str:
    """Return whom a contract applies to, in words."""
    words = contract.of.replace("_", " ")
    words += f" of tier {' or '.join(contract.tier)}" if contract.tier else ""
    return f"{words} within '{contract.within}'" if contract.within else words


def norm_of(contract: Contract) -> str:
    """Return a contract as one sentence."""
    needs, most, how = contract.needs.replace("_", " "), contract.at_most, modified(contract)
    what = (
        article(needs) if contract.at_least == 1 else f"at least {many(contract.at_least, needs)}"
    )
    if most is not None:
        what = (
            f"at most {many(most, needs)}"
            if contract.at_least == 0
            else f"{what}, and at most {most}{',' if how else ''}"
        )
    return f"Every {subject_of(contract)} has {what}{how}."


def line_of(contract: Contract) -> str:
    """Return a contract as a settings file holds it."""
    plain = Contract(of=contract.of, needs=contract.needs)
    values = {field.name: getattr(contract, field.name) for field in fields(Contract)}
    given = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if name in {"of", "needs"} or (name in _WRITTEN and value != getattr(plain, name))
    }
    return f"{{{', '.join(f'{name} = {json.dumps(value)}' for name, value in given.items())}}}"


_WRITTEN = {
    *["tier", "within", "at_least", "at_most", "by_name", "held", "other_than", "in_line_of"]
}
