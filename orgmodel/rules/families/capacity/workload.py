"""Workload and its balance: CAP701 to CAP705."""

from orgmodel.measures import Load, balance, peers
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import mostly
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted

_TALLEY = "Talley 1961, build-up of workload; selling hours 1,200-1,500"
_MARGIN = "workload by Talley 1961; 100% by definition, a margin up to 120% is a judgement"
_TIERS = ["customers.tier", "positions"]


def _shown(load: Load) -> str:
    return f"{load.hours:,.0f} hours of work a year for a capacity of {load.capacity:,.0f}"


@rule("CAP701", "warning", origin=_MARGIN, needs=_TIERS)
def overloaded(design: RuleContext, *, most: float = 120.0) -> Issues:
    """A position has a workload of at most 120% of its capacity.

    Workload is what its customers take by their tiers: calls a year times hours per call. Capacity
    is its FTE times the selling hours of a year. Up to 120% is still workable in a good year.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi, fte: 0.02}
    customers:
      acme: {tier: A, managed_by: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {tier: A, managed_by: ada}
    ```
    """
    loads = design.workload.positions.values()
    over = [load for load in loads if load.index is not None and 100 * load.index > most]
    for load in over:
        what = f"has {_shown(load)}, {100 * (load.index or 0):,.0f}%"
        yield load.position, f"Position '{load.position}' {what}, above the limit of {most:g}%."


@rule("CAP702", "info", origin="Darden: over-servicing costs too; 50% is a judgement", needs=_TIERS)
def underused(
    design: RuleContext, *, least: float = 50.0, known: float = 90.0, most: int = 10
) -> Issues:
    """A position with customers has a workload of at least half of its capacity.

    Less is over-servicing, or room for a larger territory. Managers and vacant positions are left
    out. The rule is silent where less than 90% of the customers have a tier, because the workload
    would seem too small. Where more than a few positions, and more than half of all, are below the
    limit, it is one finding with one cause; otherwise the first 10 are listed.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch, fte: 0.02}
    customers:
      acme: {tier: C, managed_by: ada}
      nova: {tier: A, managed_by: ben}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi, fte: 0.005}
    customers:
      acme: {tier: C, managed_by: ada}
    ```
    """
    work = design.workload
    enough = 100 * work.rated >= known * (work.rated + work.unrated) > 0
    loads = [load for load in work.positions.values() if enough and _at_work(design, load)]
    low = [load for load in loads if 100 * (load.index or 0.0) < least]
    issues = [
        (load.position, f"Position '{load.position}' has {_shown(load)}, below {least:g}%.")
        for load in sorted(low, key=lambda load: (load.index or 0.0, load.position.id))
    ]
    what = f"{len(low):,} of {len(loads):,} positions have a workload below {least:g}% of it"
    every = f"There is more capacity than work: {what}."
    yield from mostly(issues, len(loads), every, most, "positions have a low workload")


def _at_work(design: RuleContext, load: Load) -> bool:
    return not load.position.vacant and not design.lines.reports_of(load.position)


@rule("CAP703", "info", origin=_TALLEY, needs=_TIERS)
def too_few_heads(design: RuleContext) -> Issues:
    """The planned positions cover the workload of the customers.

    The workload of all customers with a tier, divided by the selling hours of a year, is compared
    with the FTE of the positions that serve customers, vacant ones included, to a hundredth of an
    FTE.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi, fte: 0.01}
    customers:
      acme: {tier: A, managed_by: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {tier: A, managed_by: ada}
    ```
    """
    work = design.workload
    planned = sum(load.position.fte for load in work.positions.values())
    if work.rated and round(work.heads, 2) > round(planned, 2):
        what = f"need {work.heads:,.2f} FTE; {planned:,.2f} are planned"
        yield None, f"The {counted(work.rated, 'customer')} with a tier {what}."


@rule(
    "CAP704",
    "warning",
    origin="Zoltners and Lorimer: 15%; Varicent: 20%; 25% of 3 or more, a judgement",
    needs=["territories", "customers.tier"],
)
def unbalanced_territories(design: RuleContext, *, most: float = 25.0, among: int = 3) -> Issues:
    """The workload of a territory is within 25% of the mean of its peers.

    Peers are territories of one type without parts, at least 3 of them, without a catch-all. The
    workload is that of the customers in each. All territories of one type are one finding, at the
    one furthest from the mean.

    ```yaml bad
    territories:
      a: {where: {place: [IT]}}
      b: {where: {place: [FR]}}
      c: {where: {place: [DE]}}
    positions:
      rep: {role: sales_representative, held_by: Bob Ray, covers: [a, b, c]}
    customers:
      x: {tier: A, place: IT}
      y: {tier: C, place: FR}
      z: {tier: C, place: DE}
    ```
    ```yaml good
    territories:
      a: {where: {place: [IT]}}
      b: {where: {place: [FR]}}
      c: {where: {place: [DE]}}
    positions:
      rep: {role: sales_representative, held_by: Bob Ray, covers: [a, b, c]}
    customers:
      x: {tier: A, place: IT}
      y: {tier: A, place: FR}
      z: {tier: A, place: DE}
    ```
    """
    for group in peers(design.coverage).values():
        cut = [t for t in group if t.where is None or not t.where.catches_all]
        hours = {t.id: design.workload.territories.get(t.id, 0.0) for t in cut}
        out = balance(hours).outside(most / 100) if len(cut) >= among else ()
        if out:
            low, high = min(i.index for i in out), max(i.index for i in out)
            what = f"{len(out):,} of {len(cut):,} differ from the mean by more than {most:g}%"
            about = next(t for t in cut if t.id == out[0].name)
            spread = f"from {low:.0%} to {high:.0%}"
            yield about, f"The workload of territory '{about}' and its peers: {what}, {spread}."


@rule("CAP705", "info", origin="judgement: workload that is not counted", needs=_TIERS)
def unrated_customers(design: RuleContext, *, rated: float = 90.0) -> Issues:
    """At least 90% of customers have a tier with a call norm.

    Workload leaves the others out, so that everybody seems to have time. The tiers are A, B and C
    unless your own norms define others.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {tier: A, managed_by: ada}
      nova: {managed_by: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {tier: A, managed_by: ada}
    ```
    """
    work = design.workload
    everyone = work.rated + work.unrated
    if work.rated and 100 * work.rated < rated * everyone:
        what = f"{work.unrated:,} of {everyone:,} customers have no tier with a call norm"
        yield None, f"{what}; their workload is left out."
