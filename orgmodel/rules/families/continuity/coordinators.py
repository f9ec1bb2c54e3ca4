"""The loss of inside work when a coordinator leaves: CNT958."""

from orgmodel.model import Position
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule


@rule(
    "CNT958",
    "info",
    origin="judgement: many positions depend on a coordinator",
    needs=["positions.coordinated_by", "positions.held_by"],
)
def inside_work_on_one_person(design: RuleContext, *, most: int = 6) -> Issues:
    """A coordinator of more than 6 positions has a deputy for the inside work.

    Orders stop when the only person who enters them is away. All positions of a person count
    together, except those with a deputy who is present and another person. SPN206 limits how many
    positions one coordinator helps.

    ```yaml bad
    positions:
      zoe: {role: sales_coordinator, held_by: Zoe Mir}
      a: {role: sales_representative, coordinated_by: zoe}
      b: {role: sales_representative, coordinated_by: zoe}
      c: {role: sales_representative, coordinated_by: zoe}
      d: {role: sales_representative, coordinated_by: zoe}
      e: {role: sales_representative, coordinated_by: zoe}
      f: {role: sales_representative, coordinated_by: zoe}
      g: {role: sales_representative, coordinated_by: zoe}
    ```
    ```yaml good
    positions:
      zoe: {role: sales_coordinator, held_by: Zoe Mir, deputy: kim}
      kim: {role: sales_coordinator, held_by: Kim Lo, deputy: zoe}
      a: {role: sales_representative, coordinated_by: zoe}
      b: {role: sales_representative, coordinated_by: zoe}
      c: {role: sales_representative, coordinated_by: zoe}
      d: {role: sales_representative, coordinated_by: kim}
      e: {role: sales_representative, coordinated_by: kim}
      f: {role: sales_representative, coordinated_by: kim}
      g: {role: sales_representative, coordinated_by: kim}
    ```
    """
    for positions in design.graph.boxes.values():
        alone = [position for position in positions if not _has_deputy(design, position)]
        helped = {each.id for position in alone for each in design.graph.coordinated_by(position)}
        if len(helped) > most:
            first = min((p for p in alone if design.graph.coordinated_by(p)), key=str)
            who = f"'{design.known.name_of(first)}', holder of '{first}', leaves"
            what = f"{len(helped):,} positions lose their inside work: {listed(helped)}"
            yield first, f"If {who}, {what}."


def _has_deputy(design: RuleContext, position: Position) -> bool:
    deputy = design.org.get(Position, position.deputy)
    return deputy is not None and not deputy.vacant and deputy.held_by != position.held_by
