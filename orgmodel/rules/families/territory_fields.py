"""The fields that territories' rules ask for, held against the book: TER312 and TER315."""

from collections import defaultdict

from orgmodel.model import Customer, Territory
from orgmodel.rules.design import Design, Issues
from orgmodel.rules.rule import rule
from orgmodel.rules.words import listed


@rule(
    "TER312",
    "warning",
    origin="Pedowitz: a plan is as good as its data; the norm is a judgement",
    needs=["territories.where", "customers"],
)
def field_without_values(design: Design) -> Issues:
    """A territory's rule should ask only for fields that customers have.

    A customer without a value fails a condition on it, so the rule holds for nobody: the field is
    misspelt, or was never imported. The rule is silent without customers.

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
    customers = design.org.all(Customer)
    ruled = [(t, t.where.conditions()) for t in design.org.all(Territory) if t.where]
    asked = {name for _, conditions in ruled for name in conditions} if customers else set()
    for customer in customers if asked else ():
        asked -= customer.values().keys()
    for territory, conditions in ruled:
        empty = sorted(name.removeprefix("attributes.") for name in asked & conditions.keys())
        if empty:
            what = f"asks for {listed(empty)}, which 0 of {len(customers):,} customers have"
            yield territory, f"Territory '{territory}' {what}."


@rule(
    "TER315",
    "info",
    origin="Pedowitz: a plan is as good as its data; 95 % is a judgement",
    needs=["territories.where", "customers"],
)
def sparse_field(design: Design, *, filled: float = 95.0) -> Issues:
    """A field that territories' rules ask for may want a value for 95 % of the customers.

    Whoever has none fails the condition and falls to somebody else. All such fields are one
    finding, with how many have each; a field that nobody has is TER312.

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
    rules = [t.where.conditions() for t in design.org.all(Territory) if t.where]
    asked = sorted({name for conditions in rules for name in conditions})
    customers = design.org.all(Customer)
    known: dict[str, int] = defaultdict(int)
    for customer in customers if asked else ():
        for name in customer.values():
            known[name] += 1
    limit = filled * len(customers) / 100
    sparse = [f"'{_plain(name)}' ({known[name]:,})" for name in asked if 0 < known[name] < limit]
    if sparse:
        what = f"of {len(customers):,} customers have what territories' rules ask for"
        yield None, f"Fewer than {filled:g} % {what}: {', '.join(sparse)}."


def _plain(name: str) -> str:
    return name.removeprefix("attributes.")
