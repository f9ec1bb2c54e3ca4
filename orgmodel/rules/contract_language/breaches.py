"""Breaches of contracts."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any

from orgmodel.model import Customer, Id, Position, Territory
from orgmodel.rules.contract_language.contract import POSITION, Contract
from orgmodel.rules.contract_language.managers import TerritoryManagers
from orgmodel.rules.contract_language.parties import PAPERS, Parties
from orgmodel.rules.contract_language.sentences import many, modified, norm_of, opening_of
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import foremost, listed

_MOST, _FEW = 20, 5

Test = tuple[str, Callable[[Id[Any], Position], bool]]
"""Why a position does not count, and the test of whether it does."""


def breaches(contract: Contract, design: RuleContext, *, none_is_fine: bool = False) -> Issues:
    """Yield the entities that break a contract, the first 20 one by one.

    Where more than a few, and more than half of all, break it, it is one finding with one cause.

    Args:
        contract: The contract.
        design: The design.
        none_is_fine: Whether entities with nobody at all in the part are left to another rule.
    """
    everyone = list(subjects(contract, design))
    judged = _judge(contract, design, none_is_fine=none_is_fine)
    issues = [(one, sentence) for one in everyone if (sentence := judged(one))]
    if len(issues) > _FEW and 2 * len(issues) > len(everyone):
        share = f"{len(issues):,} of {len(everyone):,} break a contract"
        yield (
            None,
            f"{share} ({norm_of(contract).rstrip('.')}): {listed(one for one, _ in issues)}.",
        )
    else:
        yield from foremost(issues, _MOST, f"break a contract ({norm_of(contract).rstrip('.')})")


def _judge(
    contract: Contract, design: RuleContext, *, none_is_fine: bool
) -> Callable[[Id[Any]], str]:
    """Return the function that states how an entity breaks a contract; empty if it does not."""
    parties = Parties(design, contract.needs, by_name=contract.by_name)
    tests = list(_tests(contract, design))

    def judged(one: Id[Any]) -> str:
        left, out = list(parties.of(one)), ""
        if none_is_fine and not left:
            return ""
        for because, fits in tests:
            gone = [p for p in left if not fits(one, p)]
            out += f"; {listed(gone)} {because}" if gone else ""
            left = [p for p in left if fits(one, p)]
        what = _shortfall(contract, left)
        return f"{opening_of(contract, one)} {what}{out}." if what else ""

    return judged


def _shortfall(contract: Contract, left: Sequence[Position]) -> str:
    needs = contract.needs.replace("_", " ")
    if contract.at_most is not None and len(left) > contract.at_most:
        what = many(len(left), needs)
        return f"has {what} ({listed(left)}), above the limit of {contract.at_most}"
    if len(left) >= contract.at_least:
        return ""
    if contract.at_least == 1:
        return f"has no {needs}{modified(contract)}"
    return f"has {len(left)} of {many(contract.at_least, needs)}{modified(contract)}"


def subjects(contract: Contract, design: RuleContext) -> Iterator[Id[Any]]:
    """Yield the entities that a contract applies to."""
    for one in _kind(contract, design):
        tiered = not contract.tier or getattr(one, "tier", None) in contract.tier
        if tiered and _inside(contract, design, one):
            yield one


def _kind(contract: Contract, design: RuleContext) -> Sequence[Id[Any]]:
    customers = design.org.all(Customer) if contract.group == "customer" else ()
    positions = design.org.all(Position) if contract.group == "position" else ()
    reports = design.lines.reports_of
    found: dict[str, Callable[[], Sequence[Id[Any]]]] = {
        "customer": lambda: customers,
        "existing customer": lambda: [c for c in customers if c.status == "existing"],
        "prospect": lambda: [c for c in customers if c.status == "prospect"],
        "key account": lambda: design.key_accounts,
        "territory": lambda: design.org.all(Territory),
        "manager": lambda: [p for p in positions if reports(p)],
        "position": lambda: positions,
    }
    role = design.known.titles.role_of(contract.of)
    of_role = lambda: [p for p, its in design.roled if role and its.id == role.id]  # noqa: E731 - as those above
    return found.get(contract.of, of_role)()


def _inside(contract: Contract, design: RuleContext, one: Id[Any]) -> bool:
    """Return whether something belongs to the territory that a contract is limited to."""
    if contract.within is None:
        return True
    top = design.org.get(Territory, contract.within)
    if isinstance(one, Position):
        territories = [design.org.get(Territory, ref) for ref in one.covers]
    else:
        territories = [
            one if isinstance(one, Territory) else TerritoryManagers(design).territory_of(one)
        ]
    return any(t and top and (t.id == top.id or design.regions.above(top, t)) for t in territories)


def _tests(contract: Contract, design: RuleContext) -> Iterator[Test]:
    if contract.held and contract.needs not in PAPERS:
        yield "is vacant", lambda _, position: not position.vacant
    if contract.other_than is not None:
        others = Parties(design, contract.other_than)
        yield (
            f"is the {contract.other_than}",
            lambda one, position: not any(_same(position, other) for other in others.of(one)),
        )
    if contract.in_line_of is not None:
        yield "is not in it", _in_line(contract.in_line_of, design)


def _same(one: Position, other: Position) -> bool:
    return one.id == other.id or (one.held_by is not None and one.held_by == other.held_by)


def _in_line(line: str, design: RuleContext) -> Callable[[Id[Any], Position], bool]:
    """Return the test of whether a position is in a line; a line without anybody passes."""
    managers = TerritoryManagers(design)

    def below(manager: Position, position: Position) -> bool:
        return manager.id == position.id or design.nesting.above(manager, position)

    def beside(manager: Position, position: Position) -> bool:
        branch = managers.branches.get(manager.id)
        return branch is None or branch == managers.branches.get(position.id)

    def fits(one: Id[Any], position: Position) -> bool:
        groups = managers.around(one)
        first = next(groups, None)
        near = beside if line == "territory branch" else below
        others = () if line == "territory manager" else groups
        tried = chain([first], others) if first is not None else ()
        return first is None or any(near(m, position) for group in tried for m in group)

    if line.startswith(POSITION):
        top = design.org.get(Position, line.removeprefix(POSITION))
        return lambda _, position: top is None or below(top, position)
    return fits
