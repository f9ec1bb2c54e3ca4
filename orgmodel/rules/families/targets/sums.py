"""Sums of targets along reporting lines: TGT801 to TGT805."""

from collections import defaultdict
from collections.abc import Iterator

from orgmodel.measures import RollUp, TargetKind, periods, targets
from orgmodel.model import Position, Role, Target
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted

_KINDS: tuple[TargetKind, ...] = ("revenue", "profit", "new_customers")


def _rolled(design: RuleContext) -> Iterator[tuple[str, RollUp]]:
    """Yield every manager's roll-up with its subject, as in "revenue in 2026"."""
    for period in periods(design.graph) if design.org.all(Target) else ():
        for kind in _KINDS:
            for each in targets(design.graph, period, kind).managers:
                yield f"{kind.replace('_', ' ')} in {period}", each


@rule(
    "TGT801",
    "warning",
    origin="definition of a target: down the reporting lines",
    needs=["targets"],
)
def report_without_target(design: RuleContext) -> Issues:
    """Every direct report has a target if the manager and other reports have one.

    A report without a target works towards nothing, and the others carry its part. Supporting
    positions are left out; a target of a position further below counts. Where no report has a
    target, targets are set for managers alone, and the rule is silent. All reports of a manager are
    one finding; a role without any target, below several managers, is one finding for all of them.

    ```yaml bad
    positions:
      ann: {role: sales_manager}
      bob: {role: sales_representative, reports_to: ann}
      joe: {role: sales_representative, reports_to: ann}
    targets:
      t1: {position: ann, period: "2026", revenue: 100}
      t2: {position: bob, period: "2026", revenue: 100}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager}
      bob: {role: sales_representative, reports_to: ann}
      joe: {role: sales_representative, reports_to: ann}
    targets:
      t1: {position: ann, period: "2026", revenue: 100}
      t2: {position: bob, period: "2026", revenue: 50}
      t3: {position: joe, period: "2026", revenue: 50}
    ```
    """
    bare: dict[tuple[str, Role], list[Position]] = defaultdict(list)
    several = _roles_without(design)
    for what, each in _rolled(design):
        left = list(each.missing) if each.own is not None and each.reports else []
        for report, role in [(p, role) for p in left if (role := design.role_of(p)) in several]:
            bare[what, role].append(report)
            left.remove(report)
        if left:
            who = f"{counted(len(left), 'direct report')} of '{each.manager}' ({listed(left)})"
            yield each.manager, f"Without a target for {what}: {who}."
    for (what, role), group in bare.items():
        yield None, f"No '{role}' has a target for {what} ({len(group):,}): {listed(group)}."


def _roles_without(design: RuleContext) -> dict[Role, set[str]]:
    """Return the roles below several managers of which nobody has a target, with the managers."""
    targeted = {str(target.position) for target in design.org.all(Target)}
    having = {role.id for position, role in design.roled if position.id in targeted}
    found: dict[Role, set[str]] = defaultdict(set)
    for position, role in design.roled:
        manager = design.lines.manager_of(position)
        if manager is not None and role.id not in having:
            found[role].add(manager.id)
    return {role: managers for role, managers in found.items() if len(managers) > 1}


@rule("TGT802", "error", origin="Salesforce, Varicent: quotas roll up", needs=["targets"])
def targets_below_managers(design: RuleContext) -> Issues:
    """The targets of the direct reports add up to at least the target of the manager.

    Otherwise all reports can reach their targets while the manager misses. Overlay targets are left
    out, because they count the same sales. Where a report has no target, that is TGT801, and this
    rule is silent.

    ```yaml bad
    positions:
      ann: {role: sales_manager}
      bob: {role: sales_representative, reports_to: ann}
    targets:
      t1: {position: ann, period: "2026", revenue: 100}
      t2: {position: bob, period: "2026", revenue: 99}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager}
      bob: {role: sales_representative, reports_to: ann}
    targets:
      t1: {position: ann, period: "2026", revenue: 100}
      t2: {position: bob, period: "2026", revenue: 100}
    ```
    """
    for what, each in _rolled(design):
        real = each.reports - each.overlay
        if each.own is not None and real and not each.missing and real < each.own:
            sums = f"{real:,f}, below the target of '{each.manager}', {each.own:,f}"
            yield each.manager, f"The targets of the direct reports for {what} are {sums}."


@rule(
    "TGT803",
    "warning",
    origin="Lowndes: 10-15% in SaaS, about 20% in enterprise; Tigereye",
    needs=["targets"],
)
def over_assigned(design: RuleContext, *, most: float = 20.0) -> Issues:
    """The targets of the direct reports add up to at most 120% of the manager's target.

    Some over-assignment protects against a bad year of one report. Above 20% targets lose their
    credibility; up to 50% occurs, and is questioned.

    ```yaml bad
    positions:
      ann: {role: sales_manager}
      bob: {role: sales_representative, reports_to: ann}
    targets:
      t1: {position: ann, period: "2026", revenue: 100}
      t2: {position: bob, period: "2026", revenue: 121}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager}
      bob: {role: sales_representative, reports_to: ann}
    targets:
      t1: {position: ann, period: "2026", revenue: 100}
      t2: {position: bob, period: "2026", revenue: 120}
    ```
    """
    for what, each in _rolled(design):
        over = 100 * (each.over_assignment or 0.0)
        if over > most + _TINY:
            limit = f"{over:,.0f}% above that of '{each.manager}'; the limit is {most:g}%"
            yield each.manager, f"The targets of the direct reports for {what} are {limit}."


_TINY = 1e-9
"""Tolerance, so that rounding puts no sum of exactly the limit above it."""


@rule("TGT804", "warning", origin="Varicent: unassigned quota", needs=["targets"])
def target_of_vacancy(design: RuleContext) -> Issues:
    """Every target belongs to a position that is filled.

    Nobody works towards the target of a vacant position, but it counts in the sum.

    ```yaml bad
    positions:
      ann: {role: sales_manager}
    targets:
      t1: {position: ann, period: "2026", revenue: 100}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
    targets:
      t1: {position: ann, period: "2026", revenue: 100}
    ```
    """
    vacant: dict[str, list[str]] = defaultdict(list)
    for target in design.org.all(Target):
        vacant[str(target.position)].append(target.period)
    for id_, named in vacant.items():
        position = design.org.get(Position, id_)
        if position is not None and position.vacant:
            what = f"a target for {listed({*named})}"
            yield position, f"Vacant position '{position}' has {what}."


@rule(
    "TGT805",
    "warning",
    origin="judgement: a sale is counted once",
    needs=["targets", "territory_types | territories"],
)
def overlay_counted(design: RuleContext) -> Issues:
    """A manager's target is reached without the targets of overlays.

    Specialists help to sell what others sell. Where the sum reaches the manager's target only with
    theirs, the same sales are counted twice.

    ```yaml bad
    territories:
      banks: {where: {industry: [bank]}, type: overlay}
      all: {where: {}}
    positions:
      ann: {role: sales_manager}
      bob: {role: sales_representative, reports_to: ann, covers: [all]}
      sam: {role: sales_specialist, reports_to: ann, covers: [banks]}
    targets:
      t1: {position: ann, period: "2026", revenue: 100}
      t2: {position: bob, period: "2026", revenue: 60}
      t3: {position: sam, period: "2026", revenue: 40}
    ```
    ```yaml good
    territories:
      banks: {where: {industry: [bank]}, type: overlay}
      all: {where: {}}
    positions:
      ann: {role: sales_manager}
      bob: {role: sales_representative, reports_to: ann, covers: [all]}
      sam: {role: sales_specialist, reports_to: ann, covers: [banks]}
    targets:
      t1: {position: ann, period: "2026", revenue: 100}
      t2: {position: bob, period: "2026", revenue: 100}
      t3: {position: sam, period: "2026", revenue: 20}
    ```
    """
    for what, each in _rolled(design):
        if each.own is not None and each.reports - each.overlay < each.own <= each.reports:
            sums = f"only with {each.overlay:,f} of overlays, which count the same sales"
            yield each.manager, f"The target of '{each.manager}' for {what} is reached {sums}."
