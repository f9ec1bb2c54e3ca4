"""What is lost when a coordinator leaves: CNT958."""

from orgmodel.model import Position
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule


@rule(
    "CNT958",
    "info",
    origin="judgement: a coordinator is where many lines meet",
    needs=["positions.coordinated_by", "positions.held_by"],
)
def inside_work_on_one_person(design: RuleContext, *, most: int = 6) -> Issues:
    """The inside work of more than 6 positions may want a second person who can do it.

    Orders stop when the only one who enters them is away. All boxes that somebody holds count
    together, but for those with a deputy who is there and somebody else. How many one coordinator
    should help is SPN206.

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
    for boxes in design.graph.boxes.values():
        alone = [box for box in boxes if not _deputised(design, box)]
        helped = {post.id for box in alone for post in design.graph.coordinated_by(box)}
        if len(helped) > most:
            first = min((b for b in alone if design.graph.coordinated_by(b)), key=str)
            who = f"'{design.known.name_of(first)}', who holds '{first}', leaves"
            what = f"nobody does the inside work of {len(helped):,} positions: {listed(helped)}"
            yield first, f"If {who}, {what}."


def _deputised(design: RuleContext, box: Position) -> bool:
    deputy = design.org.get(Position, box.deputy)
    return deputy is not None and not deputy.vacant and deputy.held_by != box.held_by
