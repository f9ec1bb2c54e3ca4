"""How much work somebody has, and how evenly it is spread: CAP7xx."""

from orgmodel.measures import Load, balance, peers
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import mostly
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted

_TALLEY = "Talley 1961, build-up of workload; selling hours 1,200-1,500"
_MARGIN = "the work by Talley 1961; 100 % by definition, a margin up to 120 % is a judgement"
_TIERS = ["customers.tier", "positions"]


def _shown(load: Load) -> str:
    return f"{load.hours:,.0f} hours a year for {load.capacity:,.0f}"


@rule("CAP701", "warning", origin=_MARGIN, needs=_TIERS)
def overloaded(design: RuleContext, *, most: float = 120.0) -> Issues:
    """A position should not have more work than 120 % of its capacity.

    Work is what its customers ask for by their tiers: calls a year times hours per call; capacity
    is its full-time equivalents times the selling hours of a year. Up to 120 % a good year can
    still be had.

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
        what = f"has {_shown(load)}, {100 * (load.index or 0):,.0f} %"
        yield load.position, f"Position '{load.position}' {what}, above the limit of {most:g} %."


@rule(
    "CAP702", "info", origin="Darden: over-servicing costs too; 50 % is a judgement", needs=_TIERS
)
def underused(
    design: RuleContext, *, least: float = 50.0, known: float = 90.0, most: int = 10
) -> Issues:
    """Somebody who has customers may want work for at least half of their capacity.

    Less is over-servicing, or ground for a larger territory. Managers are left out, as are vacant
    positions. The rule is silent where less than 90 % of the customers have a tier: work would
    seem too small. Where it is true of more than half, and of more than a few, it is one finding,
    for the cause is one; else the first 10 are told one by one.

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
    told = 100 * work.rated >= known * (work.rated + work.unrated) > 0
    loads = [load for load in work.positions.values() if told and _at_work(design, load)]
    low = [load for load in loads if 100 * (load.index or 0.0) < least]
    issues = [
        (load.position, f"Position '{load.position}' has {_shown(load)}, below {least:g} %.")
        for load in sorted(low, key=lambda load: (load.index or 0.0, load.position.id))
    ]
    what = f"{len(low):,} of {len(loads):,} positions have work for less than {least:g} % of it"
    every = f"Capacity is greater than the work: {what}."
    yield from mostly(issues, len(loads), every, most, "positions have little work")


def _at_work(design: RuleContext, load: Load) -> bool:
    return not load.position.vacant and not design.lines.reports_of(load.position)


@rule("CAP703", "info", origin=_TALLEY, needs=_TIERS)
def too_few_heads(design: RuleContext) -> Issues:
    """An organisation may want as many heads as its customers ask for.

    All work of customers with a tier, over the selling hours of a year, against the full-time
    equivalents of positions that serve customers, vacant ones too, to a hundredth of a head.

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
        what = f"{work.heads:,.2f} full-time heads, and {planned:,.2f} are planned"
        yield None, f"The {counted(work.rated, 'customer')} with a tier ask for {what}."


@rule(
    "CAP704",
    "warning",
    origin="Zoltners and Lorimer: 15 %; Varicent: 20 %; 25 % of 3 or more, a judgement",
    needs=["territories", "customers.tier"],
)
def unbalanced_territories(design: RuleContext, *, most: float = 25.0, among: int = 3) -> Issues:
    """Territories should not differ in work by more than 25 % from their peers.

    Peers are territories of one type that have no parts, at least 3 of them, without a catch-all.
    The work of the customers that fall to each counts. All of one type are one finding, about the
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
            what = f"{len(out):,} of {len(cut):,} peers differ by more than {most:g} % in work"
            about = next(t for t in cut if t.id == out[0].name)
            spread = f"({low:.0%} to {high:.0%} of the mean)"
            yield about, f"Beside territory '{about}', {what} {spread}."


@rule("CAP705", "info", origin="judgement: work that cannot be seen", needs=_TIERS)
def unrated_customers(design: RuleContext, *, rated: float = 90.0) -> Issues:
    """Customers may want a tier that says how often they are called on: at least 90 % of them.

    Workload leaves the others out, and everybody seems to have time. The tiers are A, B and C
    unless norms of your own say otherwise.

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
        yield None, f"{what}; their work is left out."
