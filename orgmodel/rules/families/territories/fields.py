"""The fields that territories' rules ask for, held against the book: TER312 and TER315."""

from orgmodel.model import Customer, Territory
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
    customers, numbers = design.org.all(Customer), design.filled
    unknown = {name for name, number in numbers.items() if customers and not number}
    ruled = [(t, t.where.conditions()) for t in design.org.all(Territory) if t.where]
    for territory, conditions in ruled:
        empty = sorted(_plain(name) for name in unknown & conditions.keys())
        if empty:
            what = f"asks for {listed(empty)}, which 0 of {len(customers):,} customers have"
            yield territory, f"Territory '{territory}' {what}."


@rule(
    "TER315",
    "info",
    origin="Pedowitz: a plan is as good as its data; 95 % is a judgement",
    needs=["territories.where", "customers"],
)
def sparse_field(design: RuleContext, *, filled: float = 95.0) -> Issues:
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
    customers = design.org.all(Customer)
    limit = filled * len(customers) / 100
    known = sorted(design.filled.items())
    sparse = [f"'{_plain(name)}' ({number:,})" for name, number in known if 0 < number < limit]
    if sparse:
        what = f"of {len(customers):,} customers have what territories' rules ask for"
        yield None, f"Fewer than {filled:g} % {what}: {', '.join(sparse)}."


def _plain(name: str) -> str:
    return name.removeprefix("attributes.")
