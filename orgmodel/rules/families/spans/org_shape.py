"""The shape of the organisation as a whole: SPN208 to SPN210."""

from orgmodel.model import Position
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted

_SMALL = 50


@rule(
    "SPN208",
    "info",
    origin="Agentnoon: executives lead 5 to 7; 3 and 10 are a judgement",
    needs=["positions.reports_to"],
)
def head_span(design: RuleContext, *, least: int = 3, most: int = 10) -> Issues:
    """The head of an organisation has 5 to 7 direct reports.

    Fewer put a layer between the head and the work; more leave the head too little time for each.
    The rule reports fewer than 3 and more than 10, and only with at least 50 positions below the
    head.

    ```yaml bad
    roles:
      any: {title: Any, manages_people: true, max_span: 99}
    positions:
      eve: {role: any}
      a: {role: any, reports_to: eve}
      b: {role: any, reports_to: a}
      b01: {reports_to: b}
      b02: {reports_to: b}
      b03: {reports_to: b}
      b04: {reports_to: b}
      b05: {reports_to: b}
      b06: {reports_to: b}
      b07: {reports_to: b}
      b08: {reports_to: b}
      b09: {reports_to: b}
      b10: {reports_to: b}
      b11: {reports_to: b}
      b12: {reports_to: b}
      b13: {reports_to: b}
      b14: {reports_to: b}
      b15: {reports_to: b}
      b16: {reports_to: b}
      b17: {reports_to: b}
      b18: {reports_to: b}
      b19: {reports_to: b}
      b20: {reports_to: b}
      b21: {reports_to: b}
      b22: {reports_to: b}
      b23: {reports_to: b}
      b24: {reports_to: b}
      b25: {reports_to: b}
      b26: {reports_to: b}
      b27: {reports_to: b}
      b28: {reports_to: b}
      b29: {reports_to: b}
      b30: {reports_to: b}
      b31: {reports_to: b}
      b32: {reports_to: b}
      b33: {reports_to: b}
      b34: {reports_to: b}
      b35: {reports_to: b}
      b36: {reports_to: b}
      b37: {reports_to: b}
      b38: {reports_to: b}
      b39: {reports_to: b}
      b40: {reports_to: b}
      b41: {reports_to: b}
      b42: {reports_to: b}
      b43: {reports_to: b}
      b44: {reports_to: b}
      b45: {reports_to: b}
      b46: {reports_to: b}
      b47: {reports_to: b}
      b48: {reports_to: b}
    ```
    ```yaml good
    positions:
      eve: {role: executive}
      a: {role: sales_director, reports_to: eve}
      b: {role: sales_director, reports_to: eve}
      c: {role: sales_director, reports_to: eve}
    ```
    """
    for head in design.lines.heads:
        span, below = len(design.lines.reports_of(head)), design.lines.below(head)
        if below >= _SMALL and not least <= span <= most:
            what = f"{counted(span, 'direct report')} for {below:,} positions below"
            yield head, f"Head '{head}' has {what}, outside the limits of {least} and {most}."


@rule(
    "SPN209",
    "info",
    origin="orgvue 24753778115101: report shares of managers; 25% is a judgement",
    needs=["positions.reports_to"],
)
def many_wide_spans(
    design: RuleContext, *, wide: int = 12, share: float = 25.0, managers: int = 8
) -> Issues:
    """At most a quarter of the managers have more than 12 direct reports.

    One wide team has its reasons; many show that a layer is missing. With fewer than 8 managers a
    share is not meaningful, and the rule is silent; the option sets that number.

    ```yaml bad
    roles:
      any: {title: Any, manages_people: true, max_span: 99}
    positions:
      a: {role: any}
      b: {role: any, reports_to: a}
      c: {role: any, reports_to: b}
      d: {role: any, reports_to: c}
      e: {role: any, reports_to: d}
      f: {role: any, reports_to: e}
      g: {role: any, reports_to: f}
      h: {role: any, reports_to: g}
      h00: {reports_to: h}
      h01: {reports_to: h}
      h02: {reports_to: h}
      h03: {reports_to: h}
      h04: {reports_to: h}
      h05: {reports_to: h}
      h06: {reports_to: h}
      h07: {reports_to: h}
      h08: {reports_to: h}
      h09: {reports_to: h}
      h10: {reports_to: h}
      h11: {reports_to: h}
      h12: {reports_to: h}
      g00: {reports_to: g}
      g01: {reports_to: g}
      g02: {reports_to: g}
      g03: {reports_to: g}
      g04: {reports_to: g}
      g05: {reports_to: g}
      g06: {reports_to: g}
      g07: {reports_to: g}
      g08: {reports_to: g}
      g09: {reports_to: g}
      g10: {reports_to: g}
      g11: {reports_to: g}
      g12: {reports_to: g}
      f00: {reports_to: f}
      f01: {reports_to: f}
      f02: {reports_to: f}
      f03: {reports_to: f}
      f04: {reports_to: f}
      f05: {reports_to: f}
      f06: {reports_to: f}
      f07: {reports_to: f}
      f08: {reports_to: f}
      f09: {reports_to: f}
      f10: {reports_to: f}
      f11: {reports_to: f}
      f12: {reports_to: f}
    ```
    ```yaml good
    positions:
      a: {role: sales_director}
      b: {role: account_manager, reports_to: a}
      c: {role: account_manager, reports_to: a}
    ```
    """
    spans = {p: len(design.lines.reports_of(p)) for p in design.org.all(Position)}
    leading = [position for position, span in spans.items() if span]
    many = [position for position in leading if spans[position] > wide]
    if len(leading) >= managers and 100 * len(many) > share * len(leading):
        what = f"{len(many):,} of {len(leading):,} managers have more than {wide} direct reports"
        yield None, f"{what}, above the limit of {share:g}%: {listed(many)}."


@rule(
    "SPN210",
    "warning",
    origin="Bain: streamlining spans and layers; 2 is a judgement",
    needs=["positions.reports_to"],
)
def ladder(design: RuleContext, *, most: int = 2) -> Issues:
    """Managers with one direct report each are at most 2 in a row.

    A longer chain is layers without teams: each manager passes on what the next one says. The
    finding is about the manager at the top of the chain; the limit of 2 is an option.

    ```yaml bad
    positions:
      a: {role: sales_director}
      b: {role: sales_manager, reports_to: a}
      c: {role: sales_manager, reports_to: b}
      d: {role: account_manager, reports_to: c}
    ```
    ```yaml good
    positions:
      a: {role: sales_director}
      b: {role: sales_manager, reports_to: a}
      d: {role: account_manager, reports_to: b}
      e: {role: account_manager, reports_to: b}
    ```
    """
    rungs: dict[str, int] = {}
    for id_ in reversed(design.lines.depths):
        position = design.org.get(Position, id_)
        team = design.lines.reports_of(position) if position else ()
        rungs[id_] = 1 + rungs[team[0].id] if len(team) == 1 else 0
    for id_, number in rungs.items():
        position = design.org.get(Position, id_)
        above = design.lines.manager_of(position) if position else None
        if number > most and (above is None or not rungs[above.id]):
            what = f"a chain of {number} managers with 1 direct report each"
            yield position, f"Position '{id_}' is at the top of {what}; the limit is {most}."
