"""Rules made of contracts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from orgmodel.model import Territory
from orgmodel.network import Known
from orgmodel.rules.contract_language.breaches import breaches
from orgmodel.rules.contract_language.contract import Contract
from orgmodel.rules.contract_language.sentences import line_of, norm_of, subject_of
from orgmodel.rules.contract_language.vocabulary import NEEDED, SUBJECTS
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.data_requirements import Holdings
from orgmodel.rules.core.rule import Rule
from orgmodel.text import did_you_mean

FIRST = 901
"""Number of the first contract without a code of its own."""

_NEEDS = {"customer": "customers", "territory": "territories", "position": "positions"}


def rule_of(  # noqa: PLR0913 - all but the first two stand by name
    contract: Contract,
    code: str | None = None,
    *,
    origin: str = "contract of the settings",
    needs: Sequence[str] = (),
    examples: Mapping[str, str] | None = None,
    none_elsewhere: bool = False,
) -> Rule:
    """Return the rule that a contract is.

    Args:
        contract: The contract.
        code: Its code, if it has none of its own.
        origin: Where it comes from.
        needs: The data that a design must hold besides those that the contract names.
        examples: A ``bad`` design that breaks it and a ``good`` one that keeps it, as YAML.
        none_elsewhere: Whether another rule reports entities with nobody at all in the part.
    """

    def check(design: RuleContext) -> Issues:
        """Stands for the page, which is made of the contract."""
        lacking = Holdings(design.org).lack(required)
        yield from () if lacking else breaches(contract, design, none_is_fine=none_elsewhere)

    because = contract.because or "It is a contract of this organisation, from its settings."
    page = [norm_of(contract), because, f"```toml\ncontracts = [{line_of(contract)}]\n```"]
    page += [f"```yaml {kind}\n{text}```" for kind, text in (examples or {}).items()]
    check.__doc__ = "\n\n".join(page)
    check.__name__ = (contract.name or _slug(contract)).replace("-", "_")
    required = (*_needs(contract), *needs)
    return Rule(
        contract.code or code or f"CTR{FIRST}", contract.severity, origin, check, needs=required
    )


def contract_rules(contracts: Iterable[Contract]) -> tuple[Rule, ...]:
    """Return the rules that some contracts are, numbered in their order unless they have codes."""
    return tuple(rule_of(c, f"CTR{FIRST + number}") for number, c in enumerate(contracts))


def problems_of(contracts: Iterable[Contract], known: Known) -> Iterator[str]:
    """Yield what contracts name that a design does not have."""
    for number, contract in enumerate(contracts, 1):
        words = {"of": (contract.of, SUBJECTS), "needs": (contract.needs, NEEDED[contract.group])}
        for key, (word, plain) in words.items():
            if word not in plain and known.titles.role_of(word) is None:
                roles = [id_.replace("_", " ") for id_ in known.ids("role")]
                what = f"which is neither a role nor one of {', '.join(plain)}"
                hint = did_you_mean(word, [*plain, *roles])
                yield f"Contract {number} has {key} {word!r}, {what}{hint}"
        if contract.within is not None and known.org.get(Territory, contract.within) is None:
            hint = did_you_mean(contract.within, known.ids("territory"))
            yield f"Contract {number} is within {contract.within!r}, which is not a territory{hint}"
        line = contract.in_line_of or ""
        ref = line.removeprefix("position:")
        if ref != line and known.get("position", ref) is None:
            hint = did_you_mean(ref, known.ids("position"))
            yield f"Contract {number} has in_line_of {line!r}, which is not a position{hint}"


def _needs(contract: Contract) -> Iterator[str]:
    key = contract.of == "key account"
    yield "customers.key_account" if key else _NEEDS[contract.group]
    if contract.tier:
        yield "customers.tier"
    if contract.in_line_of is not None:
        yield "positions.reports_to"


def _slug(contract: Contract) -> str:
    words = f"{subject_of(contract)} needs {contract.needs}"
    words += " by name" if contract.by_name else ""
    words += f" besides {contract.other_than}" if contract.other_than else ""
    words += " in line" if contract.in_line_of else ""
    return "-".join(re.findall(r"[a-z0-9]+", words.lower()))
