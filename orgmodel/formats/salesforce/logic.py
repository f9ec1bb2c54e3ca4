"""The logic of a rule, such as "(1 AND 2) OR NOT 3", taken apart."""

import re
from collections.abc import Iterator, Sequence

from orgmodel.formats.salesforce.terms import Terms, all_of, any_of, inverse

MAX_LOGIC = 255
"""Characters, as Salesforce has it."""
_TOKEN = re.compile(r"\s*(?:(\d{1,4})|([()])|(AND|OR|NOT)\b)", re.IGNORECASE)
_RANKS = {"OR": 1, "AND": 2, "NOT": 3}


class LogicError(ValueError):
    """The logic of a rule is not valid; the message says why."""


def combined(logic: str, operands: Sequence[Terms]) -> Terms:
    """Combine the conditions of a rule by its logic; all of them where there is none.

    Args:
        logic: Numbers of conditions from 1, with AND, OR, NOT and brackets; NOT binds first, then
            AND.
        operands: The conditions.

    Raises:
        LogicError: If it is not such a logic, is longer than 255 characters, or leaves out a
            condition.
    """
    if not logic.strip():
        return all_of(operands)
    if len(logic) > MAX_LOGIC:
        raise LogicError(f"it has more than {MAX_LOGIC} characters, the limit")
    tokens = list(_tokens(logic))
    found = _result(tokens, operands)
    unused = set(range(1, len(operands) + 1)) - {int(t) for t in tokens if t.isdecimal()}
    if unused:
        raise LogicError(f"it leaves out condition {min(unused)}")
    return found


def _tokens(logic: str) -> Iterator[str]:
    """Yield numbers, brackets and words; refuse a word or bracket out of place."""
    position, text, wants_value = 0, logic.rstrip(), True
    while position < len(text):
        match = _TOKEN.match(text, position)
        token = match[0].strip().upper() if match else text[position:].strip()[:20]
        opens = token in {"(", "NOT"} or token.isdecimal()
        if match is None or opens != wants_value:
            raise LogicError(f"{token!r} does not belong there")
        wants_value = token in {"(", "NOT", "AND", "OR"}
        position = match.end()
        yield token
    if wants_value:
        raise LogicError("it ends too early")


def _result(tokens: Sequence[str], operands: Sequence[Terms]) -> Terms:
    values: list[Terms] = []
    waiting: list[str] = []
    for token in tokens:
        if token.isdecimal():
            values.append(_operand(int(token), operands))
        elif token in {"(", "NOT"}:
            waiting.append(token)
        elif rank := _RANKS.get(token):
            _apply(values, waiting, rank)
            waiting.append(token)
        else:
            _apply(values, waiting, 0)
            if not waiting:
                raise LogicError("a bracket is closed that was not opened")
            waiting.pop()
    _apply(values, waiting, 0)
    if waiting:
        raise LogicError("a bracket is not closed")
    return values[0]


def _operand(number: int, operands: Sequence[Terms]) -> Terms:
    if not 1 <= number <= len(operands):
        raise LogicError(f"there is no condition {number}")
    return operands[number - 1]


def _apply(values: list[Terms], waiting: list[str], rank: int) -> None:
    """Do what waits and binds at least as strongly."""
    while waiting and waiting[-1] != "(" and _RANKS[waiting[-1]] >= rank:
        word, last = waiting.pop(), values.pop()
        if word == "NOT":
            values.append(inverse(last))
        else:
            values.append((all_of if word == "AND" else any_of)([values.pop(), last]))
