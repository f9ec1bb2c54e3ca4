"""Customer fields in territory rules: TER312, TER315 and TER323."""

from collections.abc import Iterator

from orgmodel.model import Customer, Territory, Where, named_places
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule


@rule(
    "TER312",
    "warning",
    origin="Pedowitz: a plan is as good as its data; the norm is a judgement",
    needs=["territories.where", "customers"],
)
def field_without_values(design: RuleContext) -> Issues:
    """Territory rules use only fields that customers have.

    A customer without a value fails a condition on it, so the rule matches no customer: the field
    is misspelt, or was never imported. The rule is silent without customers.

    ```yaml bad
    territories:
      bank: {where: {industry: [banking]}}
    positions:
      rep: {role: sales_representative, covers: [bank]}
    customers:
      acme: {segment: banking, managed_by: rep}
    ```
    ```yaml good
    territories:
      bank: {where: {segment: [banking]}}
    positions:
      rep: {role: sales_representative, covers: [bank]}
    customers:
      acme: {segment: banking}
    ```
    """
    customers, numbers = design.org.all(Customer), design.filled
    unknown = {name for name, number in numbers.items() if customers and not number}
    ruled = [(t, t.where.conditions()) for t in design.org.all(Territory) if t.where]
    for territory, conditions in ruled:
        empty = sorted(_plain(name) for name in unknown & conditions.keys())
        if empty:
            what = f"uses {listed(empty)}, which none of {len(customers):,} customers has"
            yield territory, f"The rule of territory '{territory}' {what}."


@rule(
    "TER315",
    "info",
    origin="Pedowitz: a plan is as good as its data; 95% is a judgement",
    needs=["territories.where", "customers"],
)
def sparse_field(design: RuleContext, *, filled: float = 95.0) -> Issues:
    """Fields in territory rules are filled for at least 95% of the customers.

    A customer without a value fails the condition and falls to another territory. All such fields
    are one finding, with the number of customers that have each; a field that no customer has is
    TER312.

    ```yaml bad
    territories:
      a: {where: {industry: [x]}}
      rest: {where: {}}
    positions:
      rep: {role: sales_representative, covers: [a, rest]}
    customers:
      acme: {industry: x}
      nova: {}
    ```
    ```yaml good
    territories:
      a: {where: {industry: [x]}}
    positions:
      rep: {role: sales_representative, covers: [a]}
    customers:
      acme: {industry: x}
    ```
    """
    customers = design.org.all(Customer)
    limit = filled * len(customers) / 100
    known = sorted(design.filled.items())
    sparse = [f"'{_plain(name)}' ({number:,})" for name, number in known if 0 < number < limit]
    if sparse:
        what = f"of {len(customers):,} customers have fields that territory rules use"
        yield None, f"Fewer than {filled:g}% {what}: {', '.join(sparse)}."


def _plain(name: str) -> str:
    return name.removeprefix("attributes.")


@rule("TER323", "warning", origin="judgement", needs=["territories.where"])
def ambiguous_place(design: RuleContext) -> Issues:
    """A place that a territory rule names has one meaning.

    The name of a country or state holds for its code. Where several places have the name, the rule
    holds for all of them: Georgia is a country and a state. Write the code of the one that is
    meant.

    ```yaml bad
    territories:
      south: {where: {place: [Georgia]}}
    positions:
      rep: {role: sales_representative, covers: [south]}
    ```
    ```yaml good
    territories:
      south: {where: {place: [US-GA]}}
    positions:
      rep: {role: sales_representative, covers: [south]}
    ```
    """
    for territory in design.org.all(Territory):
        places = dict.fromkeys(_places(territory.where)) if territory.where else ()
        for place in places:
            codes = named_places(place)
            if len(codes) > 1:
                what = f"names '{place}', which stands for {listed(codes)}"
                yield territory, f"The rule of territory '{territory}' {what}; write the code."


def _places(where: Where) -> Iterator[str]:
    """Yield the places that a rule and its alternatives and exceptions name."""
    rules = [where]
    while rules:
        rule_ = rules.pop()
        yield from rule_.place
        rules += [*rule_.include, *rule_.exclude]
