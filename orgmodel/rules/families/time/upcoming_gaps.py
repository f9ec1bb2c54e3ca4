"""Future gaps in cover: TIM013 to TIM016."""

from collections.abc import Iterator

from orgmodel.model import Customer, Holding, Person, Position, Territory
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import foremost
from orgmodel.rules.core.rule import rule
from orgmodel.timeline import Lapse

_DATED = (
    "customers",
    "positions",
    "territories",
    "assignments",
    "holdings",
    "leaves",
    "reporting_lines",
    "territory_assignments",
)
_DATES = [" | ".join(f"{section}.{end}" for section in _DATED for end in ("since", "until"))]
_ORIGIN = "Veeva Align shows future assignments and does not check them"


def _coming(
    design: RuleContext, kind: type[Customer] | type[Position] | type[Territory]
) -> Iterator[Lapse]:
    """Yield the gaps that begin after the examined day, except those that close."""
    for lapse in design.lapses:
        later = lapse.since is not None and lapse.since > design.day
        lasting = lapse.trouble == "vacant" or (lapse.trouble == "nobody" and lapse.until is None)
        if later and lasting and isinstance(lapse.subject, kind):
            yield lapse


def _when(lapse: Lapse) -> str:
    end = f" until {lapse.until}" if lapse.until is not None else ""
    return f"From {lapse.since}{end}"


@rule("TIM013", "warning", origin=_ORIGIN, needs=_DATES)
def customer_left_alone(design: RuleContext, *, most: int = 20) -> Issues:
    """Every customer has an owner who is present on each future day.

    Its owner leaves or is away, or what attaches it to one ends, and nobody follows. Gaps between
    two owners are TIM001. The 20 that begin first are listed.

    ```yaml bad
    positions:
      ada: {role: account_manager}
    holdings:
      h1: {position: ada, person: Ada Rossi, until: 2999-01-01}
    customers:
      acme: {managed_by: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager}
    holdings:
      h1: {position: ada, person: Ada Rossi, until: 2999-01-01}
      h2: {position: ada, person: Ben Koch, since: 2999-01-01}
    customers:
      acme: {managed_by: ada}
    ```
    """
    found = sorted(_coming(design, Customer), key=lambda each: (str(each.since), each.subject.id))
    issues = [
        (each.subject, f"{_when(each)}, nobody covers customer '{each.subject}'.") for each in found
    ]
    yield from foremost(issues, most, "customers will be covered by nobody")


@rule("TIM014", "warning", origin=_ORIGIN, needs=_DATES)
def territory_left_alone(design: RuleContext) -> Issues:
    """Every territory is covered by a filled position on each future day.

    Its position becomes vacant or its holder is away, and nobody follows. Gaps between assignments
    are TIM005.

    ```yaml bad
    territories:
      north: {where: {place: [IT]}}
    positions:
      bob: {role: sales_representative, covers: [north]}
    holdings:
      h1: {position: bob, person: Bob Ray, until: 2999-01-01}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT]}}
    positions:
      bob: {role: sales_representative, covers: [north]}
    holdings:
      h1: {position: bob, person: Bob Ray, until: 2999-01-01}
      h2: {position: bob, person: Joe Kay, since: 2999-01-01}
    ```
    """
    for each in _coming(design, Territory):
        yield each.subject, f"{_when(each)}, nobody covers territory '{each.subject}'."


@rule("TIM015", "warning", origin=_ORIGIN, needs=_DATES)
def team_left_alone(design: RuleContext) -> Issues:
    """Every team has a manager on each future day.

    The position becomes vacant while people still report to it. A stand-in for that time is a
    temporary holding.

    ```yaml bad
    positions:
      ann: {role: sales_manager}
      rep: {role: sales_representative, held_by: Bob Ray, reports_to: ann}
    holdings:
      h1: {position: ann, person: Ann Lee, until: 2999-01-01}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager}
      rep: {role: sales_representative, held_by: Bob Ray, reports_to: ann}
    holdings:
      h1: {position: ann, person: Ann Lee, until: 2999-01-01}
      h2: {position: ann, person: Eve Long, since: 2999-01-01}
    ```
    """
    for each in _coming(design, Position):
        yield each.subject, f"{_when(each)}, the team of '{each.subject}' has no manager."


@rule(
    "TIM016",
    "error",
    origin="Salesforce practice: assignments outlive the people who left",
    needs=["people.until", "positions.held_by | holdings"],
)
def holder_who_left(design: RuleContext) -> Issues:
    """No position names a person who has left as its holder.

    The position counts as vacant from that day on, although the design shows it as held. Enter the
    successor with a holding of their own.

    ```yaml bad
    people:
      ada: {name: Ada Rossi, until: 2020-01-01}
    positions:
      am-1: {role: account_manager, held_by: ada}
    ```
    ```yaml good
    people:
      ada: {name: Ada Rossi, until: 2999-01-01}
    positions:
      am-1: {role: account_manager, held_by: ada}
    ```
    """
    whole = design.org.whole
    followed = {str(holding.position) for holding in whole.all(Holding)}
    for position in whole.all(Position):
        person = whole.get(Person, position.held_by) if position.id not in followed else None
        end = person.until if person is not None else None
        if end is not None and end <= design.day:
            yield position, f"Position '{position}' is held by '{person}', who left on {end}."
