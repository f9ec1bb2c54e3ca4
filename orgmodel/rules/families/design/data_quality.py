"""Data quality: MOD014 to MOD018."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from orgmodel.changes import Rename
from orgmodel.model import Customer, Id, PayBenchmark, Territory, exact
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import offered
from orgmodel.rules.core.fixes import put
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted

_AWKWARD = re.compile(r"[,;|\t\"]|^0\d*$|^[=+@-]")
_DAYS_OF_YEAR = 365


@rule(
    "MOD014",
    "info",
    origin="Veeva: names without commas, semicolons, leading zeros",
    fix="offered",
)
def awkward_id(design: RuleContext) -> Issues:
    """Ids survive a round trip through a spreadsheet.

    Commas, semicolons, bars, tabs and quotes split cells, a number loses its leading zero, and a
    text that begins like a formula becomes one. All such ids are one finding.

    ```yaml bad
    positions:
      "007": {role: sales_representative}
    ```
    ```yaml good
    positions:
      rep-007: {role: sales_representative}
    ```
    """
    awkward = [entity for entity in design.org if _AWKWARD.search(entity.id)]
    if awkward:
        what = f"{counted(len(awkward), 'id')} would not survive a spreadsheet"
        fix = offered(*(_renamed(design, entity) for entity in awkward))
        yield None, f"{what}: {listed(awkward)}.", fix


def _renamed(design: RuleContext, entity: Id[Any]) -> Rename | None:
    """Return the change to a plain id; None if another entity has that id."""
    plain = re.sub(r"[,;|\t\"]+", "-", entity.id).strip("-=+@ ")
    to = f"{entity.kind}-{plain}" if _AWKWARD.search(plain) or not plain else plain
    kind: type[Any] = type(entity)
    taken = design.org.whole.get(kind, to) is not None
    return None if taken else Rename(kind, entity.id, to)


@rule(
    "MOD015", "info", origin="pytm: stale_days; 3 years are a judgement", needs=["pay_benchmarks"]
)
def stale_benchmark(design: RuleContext, *, years: int = 3) -> Issues:
    """Pay benchmarks are less than 3 years old.

    Pay moves on; an old figure makes costs look smaller than they are. The date that the figure
    describes is compared. Benchmarks of one publisher and date are one finding.

    ```yaml bad
    positions:
      ann: {role: sales_manager}
    pay_benchmarks:
      bls:
        role: sales_manager
        low: 114100
        benchmark_currency: USD
        publisher: BLS
        as_of: 2010-05-01
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager}
    pay_benchmarks:
      bls:
        role: sales_manager
        low: 1
        benchmark_currency: USD
        publisher: BLS
        as_of: 2999-05-01
    ```
    """
    found: dict[tuple[str, dt.date], list[PayBenchmark]] = defaultdict(list)
    for benchmark in design.org.all(PayBenchmark):
        found[benchmark.publisher, benchmark.as_of].append(benchmark)
    for (_, day), same in found.items():
        age = (design.day - day).days // _DAYS_OF_YEAR
        if age >= years:
            ago = f"of {day}, {counted(age, 'year')} ago; the limit is {years}"
            which = "Pay benchmarks {} are" if same[1:] else "Pay benchmark {} is"
            yield min(same, key=str), f"{which.format(listed(same))} {ago}."


@rule("MOD016", "error", origin="judgement", needs=["pay_benchmarks.high"], fix="offered")
def reversed_benchmark(design: RuleContext) -> Issues:
    """The upper end of a pay benchmark is not below its lower end.

    One of the two is misspelt, or they are swapped.

    ```yaml bad
    positions:
      ann: {role: sales_manager}
    pay_benchmarks:
      x:
        role: sales_manager
        low: 9
        high: 5
        benchmark_currency: USD
        publisher: Y
        as_of: 2999-01-01
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager}
    pay_benchmarks:
      x:
        role: sales_manager
        low: 5
        high: 9
        benchmark_currency: USD
        publisher: Y
        as_of: 2999-01-01
    ```
    """
    for benchmark in design.org.all(PayBenchmark):
        if benchmark.high is not None and exact(benchmark.high) < exact(benchmark.low):
            ends = f"from {exact(benchmark.low):,f} to {exact(benchmark.high):,f}"
            message = f"Pay benchmark '{benchmark}' runs backwards, {ends}."
            turned = put(design, benchmark, low=benchmark.high, high=benchmark.low)
            yield benchmark, message, offered(turned)


@rule(
    "MOD017",
    "info",
    origin="Salesforce practice: territories named after people outlive them",
    needs=["territories", "positions.held_by"],
)
def territory_named_after_person(design: RuleContext) -> Issues:
    """Territories are not named after people.

    People leave and territories stay. A name of at least two words is compared with the territory's
    id and name.

    ```yaml bad
    territories:
      bob-ray: {where: {place: [IT]}, name: Territory of Bob Ray}
    positions:
      rep: {role: sales_representative, held_by: Bob Ray, covers: [bob-ray]}
    ```
    ```yaml good
    territories:
      italy: {where: {place: [IT]}}
    positions:
      rep: {role: sales_representative, held_by: Bob Ray, covers: [italy]}
    ```
    """
    held = design.graph.boxes.values()
    people = {_words(str(design.known.name_of(positions[0]))) for positions in held}
    for territory in design.org.all(Territory):
        for name in _phrases(territory):
            if name in people:
                person = " ".join(name).title()
                message = f"Territory '{territory}' is named after '{person}', who may leave."
                yield territory, message
                break


def _words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", name.casefold()))


def _phrases(territory: Territory) -> Iterator[tuple[str, ...]]:
    """Yield the runs of two and three words in a territory's name and id."""
    for name in (territory.name or "", territory.id.replace("_", " ")):
        words = _words(name)
        yield from (words[at : at + size] for size in (2, 3) for at in range(len(words) - size + 1))


@rule(
    "MOD018",
    "info",
    origin="Pedowitz: a plan is as good as its data; 95% is a judgement",
    needs=["customers.revenue"],
)
def sparse_revenue(design: RuleContext, *, filled: float = 95.0) -> Issues:
    """At least 95% of the existing customers have their revenue on record.

    Stakes, shares and balance leave out customers without revenue. The rule is silent where no
    customer has any.

    ```yaml bad
    positions:
      rep: {role: sales_representative}
    customers:
      acme: {managed_by: rep, revenue: 1000}
      nova: {managed_by: rep}
    ```
    ```yaml good
    positions:
      rep: {role: sales_representative}
    customers:
      acme: {managed_by: rep, revenue: 1000}
      nova: {managed_by: rep, revenue: 500}
    ```
    """
    customers = design.org.all(Customer)
    there = any(customer.revenue is not None for customer in customers)
    existing = [c for c in customers if there and c.status == "existing"]
    without = [customer for customer in existing if customer.revenue is None]
    if 100 * len(without) > (100 - filled) * len(existing):
        what = f"{len(without):,} of {len(existing):,} existing customers"
        yield None, f"{what} have no revenue on record: {listed(without)}."
