"""Boolean combinations of conditions, and the rules of territories that they make."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from orgmodel.formats.salesforce.fields import COUNTRY, STATE
from orgmodel.model import Between, Condition, Where, matches

_MOST = 32
"""Alternatives of a rule that are written out; beyond, exceptions of exceptions say the same."""
_CODE = 2
_STATE = f"attributes.{STATE}"


@dataclass(frozen=True, eq=False, slots=True)
class Term:
    """Conditions by field that all must hold, while none of some others does."""

    conditions: Mapping[str, Condition] = field(default_factory=dict)
    never: "tuple[Terms, ...]" = ()

    @property
    def always(self) -> bool:
        """Whether it holds for every customer."""
        return not self.conditions and not self.never


Terms = tuple[Term, ...]
"""Alternatives, one of which must hold; none at all never holds."""
ALWAYS: Terms = (Term(),)


def inverse(terms: Terms) -> Terms:
    """Return what holds exactly where some terms do not."""
    if not terms:
        return ALWAYS
    if any(term.always for term in terms):
        return ()
    if len(terms) == 1 and not terms[0].conditions and len(terms[0].never) == 1:
        return terms[0].never[0]
    return (Term({}, (terms,)),)


def any_of(several: Iterable[Terms]) -> Terms:
    """Return what holds where any of several terms do."""
    found = tuple(term for terms in several for term in terms)
    return ALWAYS if any(term.always for term in found) else found


def all_of(several: Iterable[Terms]) -> Terms:
    """Return what holds where all of several terms do."""
    result = ALWAYS
    # those with one alternative first: the others multiply what they leave
    for terms in sorted(several, key=len):
        if len(result) * len(terms) <= _MOST:
            pairs = (_both(one, other) for one in result for other in terms)
            result = tuple(pair for pair in pairs if pair is not None)
        else:
            exception = (Term({}, (inverse(terms),)),)
            result = tuple(t for one in result if (t := _both(one, exception[0])) is not None)
    return result


def _both(one: Term, other: Term) -> Term | None:
    """Join two terms; None where no customer can meet both."""
    conditions, never = dict(one.conditions), [*one.never, *other.never]
    for name, condition in other.conditions.items():
        before = conditions.get(name)
        if before is not None and isinstance(before, Between) != isinstance(condition, Between):
            # a number may also be listed as the text that it prints as
            never.append(inverse((Term({name: condition}),)))
            continue
        joined = condition if before is None else _met_by_both(name, before, condition)
        if joined is None:
            return None
        conditions[name] = joined
    return Term(conditions, tuple(dict.fromkeys(never)))


def _met_by_both(name: str, one: Condition, other: Condition) -> Condition | None:
    if isinstance(one, Between) and isinstance(other, Between):
        lows = [b.at_least for b in (one, other) if b.at_least is not None]
        highs = [b.below for b in (one, other) if b.below is not None]
        low, high = max(lows, default=None), min(highs, default=None)
        return None if low is not None and high is not None and low >= high else Between(low, high)
    if isinstance(one, Between) or isinstance(other, Between):
        raise TypeError(name)
    nested = name == "place"
    inner = [v for v in one if any(_within(v, o, nested=nested) for o in other)]
    inner += [v for v in other if any(_within(v, o, nested=nested) for o in one)]
    return tuple(dict.fromkeys(inner)) or None


def _within(value: str, pattern: str, *, nested: bool) -> bool:
    """Return whether all that a listed value stands for, another one does too."""
    if not value.endswith("*"):
        return matches(value, pattern, nested=nested)
    start = value[:-1].casefold()
    if pattern.endswith("*"):
        return start.startswith(pattern[:-1].casefold())
    return nested and start.startswith(f"{pattern.casefold()}-")


def where_of(terms: Terms) -> Where:
    """Return the rule of a territory that says the same as some terms."""
    wheres = [_where(term) for term in _listed_together(terms)]
    if not wheres:
        return Where(exclude=(Where(),))
    return wheres[0] if len(wheres) == 1 else Where(include=tuple(wheres))


def _listed_together(terms: Terms) -> Sequence[Term]:
    """Make one list of values out of alternatives for one field."""
    found: dict[object, Term] = {}
    for term in terms:
        names = [*term.conditions]
        alone = len(names) == 1 and not term.never
        listed = term.conditions[names[0]] if alone else None
        if not isinstance(listed, tuple):
            found[len(found)] = term
            continue
        before = found.get(names[0], Term({names[0]: ()})).conditions[names[0]]
        merged = (*before, *listed) if isinstance(before, tuple) else listed
        found[names[0]] = Term({names[0]: tuple(dict.fromkeys(merged))})
    return [*found.values()]


def _where(term: Term) -> Where:
    conditions = _placed(term.conditions)
    prefix = "attributes."
    fields: dict[str, Any] = {n: c for n, c in conditions.items() if not n.startswith(prefix)}
    if attributes := {n.removeprefix(prefix): c for n, c in conditions.items() if n not in fields}:
        fields["attributes"] = attributes
    never = [_where(each) for terms in term.never for each in _listed_together(terms)]
    return Where(**fields, exclude=tuple(never))


def _placed(conditions: Mapping[str, Condition]) -> dict[str, Condition]:
    """Make a place such as IT-21 of a country and a state."""
    countries, states = conditions.get("place"), conditions.get(_STATE)
    if not isinstance(countries, tuple) or not isinstance(states, tuple):
        return dict(conditions)
    if any(len(code) != _CODE for code in countries) or any(s.endswith("*") for s in states):
        return dict(conditions)
    places = tuple(f"{country}-{state}" for country in countries for state in states)
    kept = {name: c for name, c in conditions.items() if name not in {"place", _STATE}}
    return {**kept, "place": places}


def text_terms(name: str, values: Iterable[str]) -> Terms:
    """Return that a field is one of some texts or beginnings of texts."""
    listed = tuple(dict.fromkeys(values))
    return (Term({"place" if name == f"attributes.{COUNTRY}" else name: listed}),) if listed else ()


def number_terms(name: str, intervals: Iterable[Between]) -> Terms:
    """Return that a field lies in one of some intervals."""
    return tuple(Term({name: interval}) for interval in intervals)
