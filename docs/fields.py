"""The page of all fields, made from the model: ``python -m docs fields`` writes it anew."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from inspect import getdoc
from pathlib import Path
from textwrap import fill
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from orgmodel.model import (
    SECTIONS,
    STANDARD_TYPES,
    Between,
    Contact,
    PlannedActivity,
    Rating,
    Where,
    kind_of,
    references,
)
from orgmodel.roles import STANDARD_ROLES

PAGE = Path(__file__).with_name("fields.md")
WITHIN: tuple[type[Any], ...] = (Contact, Where, Between, PlannedActivity, Rating)
"""Values that stand in fields of entities and have no section of their own."""

_INTRODUCTION = """\
# All fields

The fields of every kind of entity, in scripts and in files.
In Python the first fields, listed in brackets below each heading, may also be given by position,
as in `Position("am-1", roles.ACCOUNT_MANAGER)`, all others by name;
in files the id is above the fields.
An entity that a field refers to is given as itself or by its id.
A list of one may be written as that one.
"""

_OVERLAY = """\
## Types of territories

A territory is `direct` unless its field `type` names another type.
If territories of several types match, the one with the smallest rank decides.
An *overlay* never decides: its positions support the owner, as specialists for a product do.
Your own types are entities, see [territory type](#territory-type).

{types}

```python
from orgmodel import Customer, Org, Position, Territory, Where, coverage, roles

org = Org("Aurora Components")
north = org.add(Territory("north", Where(place="IT")))
valves = org.add(Territory("valves", Where(place="IT", industry="chemicals"), type="overlay"))
org.add(Position("tm-north", roles.TERRITORY_MANAGER, held_by="Tom Berg", covers=[north]))
org.add(Position("expert", roles.SALES_SPECIALIST, held_by="Eva Lind", covers=[valves]))
org.add(Customer("acme", place="IT-21", industry="chemicals"))

cover = coverage(org).of("acme")
assert cover.position.id == "tm-north"
assert [position.id for position in cover.specialists] == ["expert"]
```

The same in a file:

```yaml
territories:
  north:
    where: {{place: [IT]}}
  valves:
    where: {{place: [IT], industry: [chemicals]}}
    type: overlay
```
"""

_WORDS = {
    "Roles in the buying centre": {
        "purchasing": "Purchasing official: negotiates and orders.",
        "technical": "Technical decision maker: judges whether it fits.",
        "executive": "Senior executive: decides whether the company does it at all.",
        "user": "Works with what is bought.",
        "influencer": "Is asked for advice, inside the company or outside.",
        "decider": "Chooses the supplier.",
        "gatekeeper": "Decides who gets to see whom, and what.",
        "initiator": "Says first that something is needed.",
    },
    "Roles on an account": {
        "owner": "Answers for the account; the same as `managed_by` of the customer.",
        "deputy": "Takes over from the owner; the same as `deputy` of the customer.",
        "executive sponsor": "Speaks with the customer's executives.",
        "specialist": "Helps with what they know best.",
        "coordinator": "Does the inside work.",
    },
}
"""What contacts and assignments may have in their field ``role``."""

_ENTRY = re.compile(r"^    (\w+): (.*(?:\n {5,}.*)*)", re.MULTILINE)


def page() -> str:
    """Return the page in Markdown."""
    return "\n".join(
        [_INTRODUCTION, *_contents(), "", *_chapters(), *_roles(), *_people(), _overlay()]
    )


def _sentences(text: str) -> str:
    """Return a paragraph with a line for each sentence, at most 118 columns wide."""
    sentences = re.split(r"(?<=[a-z0-9)`\"][.!?]) +(?=[A-Z`])", " ".join(text.split()))
    return "\n".join(
        fill(each, 118, break_long_words=False, break_on_hyphens=False) for each in sentences
    )


def _contents() -> Iterator[str]:
    for section, kind in SECTIONS.items():
        yield f"* `{section}`: {_link(kind)}"
    yield fill(f"* within them: {', '.join(map(_link, WITHIN))}", 118, subsequent_indent="  ")
    words = ("Standard roles", *_WORDS, "Types of territories")
    links = (f"[{each.lower()}](#{each.lower().replace(' ', '-')})" for each in words)
    yield fill(f"* words in them: {', '.join(links)}", 118, subsequent_indent="  ")


def _chapters() -> Iterator[str]:
    for kind in (*SECTIONS.values(), *WITHIN):
        yield from (f"## {_words(kind).capitalize()}", "", _summary(kind), "")
        yield from (_sentences(f"`{_call(kind)}`"), "")
        yield from _table(["field", "takes", "default", "meaning"])
        yield from (_row(kind, each) for each in fields(kind))
        yield ""


def _overlay() -> str:
    rows = [f"| `{t.id}` | {t.rank} | {'yes' if t.overlay else 'no'} |" for t in STANDARD_TYPES]
    return _OVERLAY.format(types="\n".join([*_table(["type", "rank", "overlay"]), *rows]))


def _people() -> Iterator[str]:
    """Yield what words for people on either side of an account mean."""
    for heading, meanings in _WORDS.items():
        yield from (f"## {heading}", "", *_table(["word", "meaning"]))
        yield from (f"| `{word}` | {meaning} |" for word, meaning in meanings.items())
        yield ""


def _roles() -> Iterator[str]:
    """Yield the roles that every design knows."""
    yield from ("## Standard roles", "")
    yield "Every design knows these; in Python they are constants of `orgmodel.roles`, such as"
    yield "`roles.ACCOUNT_MANAGER`."
    yield "A design may redefine one under the same id."
    heads = ["id", "title", "comes to its customers by", "manages people", "wins new business"]
    yield from ("", *_table(heads))
    for role in STANDARD_ROLES:
        flags = (
            f"{'yes' if flag else 'no'} |" for flag in (role.manages_people, role.wins_new_business)
        )
        yield f"| `{role.id}` | {role.title} | {role.attaches_by or '-'} | {' '.join(flags)}"
    yield ""


def _table(heads: Sequence[str]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"


def _call(kind: type[Any]) -> str:
    by_place = [each.name for each in fields(kind) if not each.kw_only]
    more = ["..."] if len(by_place) < len(fields(kind)) else []
    return f"{kind.__name__}({', '.join([*by_place, *more])})"


def _row(kind: type[Any], each: "Field[Any]") -> str:
    cells = f"`{each.name}`", _takes(kind, each.name), _default(each), _meaning(kind, each.name)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _meaning(kind: type[Any], name: str) -> str:
    if name == "id":
        return "What others call it by; each once among its kind."
    return told(kind)[name]


def told(kind: type[Any]) -> dict[str, str]:
    """Return what the docstring of a kind says of its fields."""
    _, _, attributes = (getdoc(kind) or "").partition("\n\nAttributes:\n")
    return {name: _prose(text) for name, text in _ENTRY.findall(attributes)}


def _summary(kind: type[Any]) -> str:
    paragraphs = (getdoc(kind) or "").partition("\n\nAttributes:\n")[0].split("\n\n")
    return "\n\n".join(_sentences(_prose(each)) for each in paragraphs)


def _prose(text: str) -> str:
    plain = re.sub(r":\w+:`~?([^`]*)`", r"`\1`", text).replace("``", "`")
    return " ".join(plain.split())


def _default(each: "Field[Any]") -> str:
    if each.default is MISSING:
        return "must be given" if each.default_factory is MISSING else "nothing"
    if each.default in {None, ()}:
        return "nothing"
    return f"`{str(each.default).lower() if isinstance(each.default, bool) else each.default}`"


def _takes(kind: type[Any], name: str) -> str:
    hint = get_type_hints(kind, include_extras=True)[name]
    if name not in references(kind):
        return _said(hint)
    target = references(kind)[name]
    if target is None:
        return "any entity; as text `KIND:ID`"
    known = {kind_of(each): each for each in SECTIONS.values()}
    return f"list of {_link(known[target])}" if _is_list(hint) else _link(known[target])


def _is_list(hint: Any) -> bool:  # noqa: ANN401 - annotations have no type of their own
    return "Sequence" in str(hint)


def _said(hint: Any) -> str:  # noqa: ANN401 - annotations have no type of their own
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _limited(inner[0], inner[1:])
    if origin in {Union, UnionType}:
        return " or ".join(_said(member) for member in inner if member is not type(None))
    if origin is Literal:
        return ", ".join(f"`{word}`" for word in inner)
    if origin in {Sequence, Mapping}:
        what = "list of" if origin is Sequence else "names, each with"
        return f"{what} {_said(inner[-1])}"
    if is_dataclass(hint) and isinstance(hint, type):
        return _link(hint)
    return _PLAIN[hint]


_PLAIN: Mapping[Any, str] = {
    str: "text",
    bool: "`true` or `false`",
    int: "whole number",
    float: "number",
    Decimal | float: "number",
    dt.date: "day, `YYYY-MM-DD` or `datetime.date`",
}


def _limited(hint: Any, marks: Sequence[Any]) -> str:  # noqa: ANN401 - annotations have no type
    if hint in _PLAIN:
        words = _PLAIN[hint]
        rules = [rule for mark in marks for rule in getattr(mark, "metadata", ())]
        if any(getattr(rule, "pattern", None) for rule in rules):
            return "three capitals, as `EUR`"
        limits = [_limit(rule) for rule in rules]
        limits += [f"at least {m.least}" for m in marks if getattr(m, "least", None) is not None]
        return ", ".join([words, *filter(None, limits)])
    return _said(hint)


def _limit(rule: object) -> str:
    for name, words in (("ge", "at least"), ("gt", "above"), ("le", "at most"), ("lt", "below")):
        if (bound := getattr(rule, name, None)) is not None:
            return f"{words} {bound}"
    return ""


def _words(kind: type[Any]) -> str:
    return kind_of(kind).replace("_", " ")


def _link(kind: type[Any]) -> str:
    return f"[{_words(kind)}](#{_words(kind).replace(' ', '-')})"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
