"""Spans of control and layers: SPN201 to SPN207."""

from collections.abc import Iterator

from orgmodel.model import Position
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted


def _teams(
    design: RuleContext, *, at_side: bool
) -> Iterator[tuple[Position, tuple[Position, ...]]]:
    """Yield every manager with the direct reports that count."""
    aside = set() if at_side else {p.id for p, role in design.roled if role.at_side}
    for position in design.org.all(Position):
        team = design.lines.reports_of(position)
        if team:
            yield position, tuple(p for p in team if p.id not in aside)


@rule(
    "SPN201",
    "warning",
    origin="Kurlan 2015: 6-8 best, 10 at most; orgvue 24753778115101: 8-12",
    needs=["positions.reports_to"],
)
def span_too_wide(design: RuleContext, *, most: int = 12, at_side: bool = False) -> Issues:
    """A manager has at most as many direct reports as the role's limit allows.

    The role's max_span is the limit (10 for sales managers, after Kurlan), otherwise the option,
    12: orgvue calls 8 to 12 on target, 13 to 16 above and 17 or more excessive; the Alexander Group
    found 8.5 on average, from 2 to 38. Coordinators and assistants count only with the option
    at_side.

    ```yaml bad
    roles:
      lead: {title: Lead, manages_people: true, max_span: 2}
    positions:
      ann: {role: lead}
      bob: {role: account_manager, reports_to: ann}
      eve: {role: account_manager, reports_to: ann}
      joe: {role: account_manager, reports_to: ann}
    ```
    ```yaml good
    roles:
      lead: {title: Lead, manages_people: true, max_span: 3}
    positions:
      ann: {role: lead}
      bob: {role: account_manager, reports_to: ann}
      eve: {role: account_manager, reports_to: ann}
      joe: {role: account_manager, reports_to: ann}
    ```
    """
    for manager, team in _teams(design, at_side=at_side):
        role = design.role_of(manager)
        limit = role.max_span if role and role.max_span is not None else most
        if len(team) > limit:
            reports = counted(len(team), "direct report")
            yield manager, f"Position '{manager}' has {reports}, above the limit of {limit}."


@rule("SPN202", "warning", origin="contract of the role: its min_span", needs=["roles.min_span"])
def span_too_narrow(design: RuleContext, *, at_side: bool = False) -> Issues:
    """A manager has at least as many direct reports as the role's min_span.

    Roles without a min_span are left to SPN204.

    ```yaml bad
    roles:
      lead: {title: Lead, manages_people: true, min_span: 3}
    positions:
      ann: {role: lead}
      bob: {role: account_manager, reports_to: ann}
      eve: {role: account_manager, reports_to: ann}
    ```
    ```yaml good
    roles:
      lead: {title: Lead, manages_people: true, min_span: 2}
    positions:
      ann: {role: lead}
      bob: {role: account_manager, reports_to: ann}
      eve: {role: account_manager, reports_to: ann}
    ```
    """
    for manager, team in _teams(design, at_side=at_side):
        role = design.role_of(manager)
        limit = (role.min_span or 0) if role else 0
        if len(team) < limit:
            reports = counted(len(team), "direct report")
            yield (
                manager,
                f"Position '{manager}' has {reports}, below the min_span of {limit} of '{role}'.",
            )


@rule(
    "SPN203",
    "warning",
    origin="orgvue 24753778115101: the band of 1 direct report",
    needs=["positions.reports_to"],
)
def one_to_one(design: RuleContext, *, at_side: bool = False) -> Issues:
    """A manager has more than one direct report.

    With a single report, the company pays for a layer that passes messages on. Coordinators and
    assistants count only with the option at_side; managers who have only these are left out.

    ```yaml bad
    positions:
      ann: {role: sales_manager}
      bob: {role: account_manager, reports_to: ann}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager}
      bob: {role: account_manager, reports_to: ann}
      eve: {role: account_manager, reports_to: ann}
    ```
    """
    for manager, team in _teams(design, at_side=at_side):
        if len(team) == 1:
            yield manager, f"Position '{manager}' has only 1 direct report, '{team[0]}'."


@rule(
    "SPN204",
    "info",
    origin="orgvue 24753778115101: report shares of managers; 25% is a judgement",
    needs=["positions.reports_to"],
)
def many_narrow_spans(
    design: RuleContext,
    *,
    narrow: int = 3,
    share: float = 25.0,
    managers: int = 8,
    at_side: bool = False,
) -> Issues:
    """At most a quarter of the managers have 3 direct reports or fewer.

    orgvue calls 2 to 3 a micro team; Verno calls 3 to 4 costly in wholesale. One narrow team has
    its reasons, many are a layer too many, so the share counts (a mean would hide it). With fewer
    than 8 managers a share is not meaningful, and the rule is silent.

    ```yaml bad
    positions:
      a: {role: sales_director}
      b: {role: sales_manager, reports_to: a}
      c: {role: sales_manager, reports_to: b}
      d: {role: sales_manager, reports_to: c}
      e: {role: sales_manager, reports_to: d}
      f: {role: sales_manager, reports_to: e}
      g: {role: sales_manager, reports_to: f}
      h: {role: sales_manager, reports_to: g}
      i: {role: account_manager, reports_to: h}
    ```
    ```yaml good
    positions:
      a: {role: sales_director}
      b: {role: account_manager, reports_to: a}
      c: {role: account_manager, reports_to: a}
      d: {role: account_manager, reports_to: a}
      e: {role: account_manager, reports_to: a}
    ```
    """
    spans = [(m, len(team)) for m, team in _teams(design, at_side=at_side) if team]
    few = [manager for manager, span in spans if span <= narrow]
    if len(spans) >= managers and 100 * len(few) > share * len(spans):
        what = f"{len(few):,} of {len(spans):,} managers have {narrow} direct reports or fewer"
        part = f"{100 * len(few) / len(spans):.0f}%, above the limit of {share:g}%"
        yield None, f"{what} ({part}): {listed(few)}."


@rule(
    "SPN205",
    "warning",
    origin="Agentnoon: < 500 people 4-5 layers, to 5,000 5-7, above 6-9",
    needs=["positions.reports_to"],
)
def too_many_layers(
    design: RuleContext, *, small: int = 5, medium: int = 7, large: int = 9
) -> Issues:
    """An organisation has no more layers than its size requires.

    Every layer slows decisions and takes managers away from customers. The limits are the upper
    ends of bands: 5 for fewer than 500 positions, 7 up to 5,000, 9 above. A head is layer 1.

    ```yaml bad
    positions:
      a: {role: sales_director}
      b: {role: sales_manager, reports_to: a}
      c: {role: sales_manager, reports_to: b}
      d: {role: sales_manager, reports_to: c}
      e: {role: sales_manager, reports_to: d}
      f: {role: account_manager, reports_to: e}
    ```
    ```yaml good
    positions:
      a: {role: sales_director}
      b: {role: sales_manager, reports_to: a}
      c: {role: sales_manager, reports_to: b}
      d: {role: sales_manager, reports_to: c}
      e: {role: account_manager, reports_to: d}
    ```
    """
    for head, levels in _levels(design):
        size = design.lines.below(head) + 1
        limit = small if size < _SMALL else medium if size <= _MEDIUM else large
        if levels > limit:
            what = f"has {levels:,} layers for {size:,} positions, above the limit of {limit}"
            yield head, f"The organisation of '{head}' {what}."


_SMALL, _MEDIUM = 500, 5_000


def _levels(design: RuleContext) -> Iterator[tuple[Position, int]]:
    """Yield every head with the number of layers from it to its lowest report."""
    deepest: dict[str, int] = {}
    for position in design.org.all(Position):
        head = design.nesting.head_of(position)
        if head is not None:
            levels = design.lines.depths[position.id] + 1
            deepest[head.id] = max(levels, deepest.get(head.id, 0))
    for head in design.lines.heads:
        yield head, deepest[head.id]


@rule(
    "SPN206",
    "warning",
    origin="MHEDA 2004, Bridge Group: one inside per three outside; 4 is a judgement",
    needs=["positions.coordinated_by"],
)
def crowded_coordinator(design: RuleContext, *, most: int = 4) -> Issues:
    """A coordinator does the inside work of at most 4 positions.

    Three is the rule of thumb in distribution; reported ratios run from 1 to 10, so set the option
    to what your orders require.

    ```yaml bad
    positions:
      zoe: {role: sales_coordinator}
      a: {role: sales_representative, coordinated_by: zoe}
      b: {role: sales_representative, coordinated_by: zoe}
      c: {role: sales_representative, coordinated_by: zoe}
      d: {role: sales_representative, coordinated_by: zoe}
      e: {role: sales_representative, coordinated_by: zoe}
    ```
    ```yaml good
    positions:
      zoe: {role: sales_coordinator}
      a: {role: sales_representative, coordinated_by: zoe}
      b: {role: sales_representative, coordinated_by: zoe}
      c: {role: sales_representative, coordinated_by: zoe}
      d: {role: sales_representative, coordinated_by: zoe}
    ```
    """
    for position in design.org.all(Position):
        helped = design.graph.coordinated_by(position)
        if len(helped) > most:
            what = f"coordinates {len(helped):,} positions, above the limit of {most}"
            yield position, f"Position '{position}' {what}."


@rule(
    "SPN207",
    "warning",
    origin="McKinsey 2017, summarised by IADS: player/coach 3-5 reports",
    needs=["customers"],
)
def player_coach_span(design: RuleContext, *, most: int = 5, at_side: bool = False) -> Issues:
    """A manager with customers of their own has at most 5 direct reports.

    A manager who also sells has less time to lead. Customers of their own are those attached by
    name; territories that a manager covers above a team are not.

    ```yaml bad
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      a: {role: account_manager, reports_to: ann}
      b: {role: account_manager, reports_to: ann}
      c: {role: account_manager, reports_to: ann}
      d: {role: account_manager, reports_to: ann}
      e: {role: account_manager, reports_to: ann}
      f: {role: account_manager, reports_to: ann}
    customers:
      acme: {managed_by: ann}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      a: {role: account_manager, reports_to: ann}
      b: {role: account_manager, reports_to: ann}
      c: {role: account_manager, reports_to: ann}
      d: {role: account_manager, reports_to: ann}
      e: {role: account_manager, reports_to: ann}
    customers:
      acme: {managed_by: ann}
    ```
    """
    for manager, team in _teams(design, at_side=at_side):
        own = design.accounts.get(manager.id, ())
        if own and len(team) > most:
            what = f"{counted(len(own), 'customer')} by name and {len(team)} direct reports"
            yield manager, f"Position '{manager}' has {what}, above the limit of {most}."
