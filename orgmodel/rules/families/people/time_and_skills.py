"""Time, skills and kind of holders: PPL101 to PPL104."""

from collections import defaultdict

from orgmodel.model import Customer, Person, Position, Territory
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule


@rule("PPL101", "warning", origin="judgement: 1 is full time", needs=["positions.held_by"])
def person_over_full_time(design: RuleContext, *, most: float = 1.0) -> Issues:
    """The positions of a person add up to at most 1 full-time equivalent.

    A holding can state which share of the person's time it takes (`time`); otherwise the FTE of
    the position counts. Temporary holdings, which stand in for somebody, and software are left out.

    ```yaml bad
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      tm: {role: territory_manager, held_by: Ann Lee}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager, held_by: Ann Lee, fte: 0.5}
      tm: {role: territory_manager, held_by: Ann Lee, fte: 0.5}
    ```
    """
    held: dict[str, list[Position]] = defaultdict(list)
    for position in design.org.all(Position):
        holding = design.graph.holding_of(position)
        if position.held_by is not None and not (holding and holding.temporary):
            held[str(position.held_by)].append(position)
    for id_, positions in held.items():
        total = round(sum(_time(design, position) for position in positions), 6)
        if total > most and len(positions) > 1 and not _software(design, id_):
            what = f"holds {listed(positions)}: {total:g} full-time equivalents, above {most:g}"
            yield min(positions, key=str), f"'{id_}' {what}."


def _time(design: RuleContext, position: Position) -> float:
    """Return the share of a person's time that a position takes."""
    holding = design.graph.holding_of(position)
    return holding.time if holding is not None and holding.time is not None else position.fte


def _software(design: RuleContext, id_: str) -> bool:
    person = design.org.get(Person, id_)
    return person is not None and person.holder == "software"


@rule(
    "PPL102",
    "warning",
    origin="role contract: the skills that the job asks for",
    needs=["roles.skills", "people.skills"],
)
def skills_missing(design: RuleContext) -> Issues:
    """Every holder has the skills that the role asks for.

    Skills are compared by name and level. A person without any stated skill is left out: nothing
    is known about them.

    ```yaml bad
    roles:
      lead: {title: Lead, manages_people: true, skills: {negotiation: 4}}
    people:
      ann: {name: Ann Lee, skills: {negotiation: 3}}
    positions:
      head: {role: lead, held_by: ann}
    ```
    ```yaml good
    roles:
      lead: {title: Lead, manages_people: true, skills: {negotiation: 4}}
    people:
      ann: {name: Ann Lee, skills: {negotiation: 4}}
    positions:
      head: {role: lead, held_by: ann}
    ```
    """
    for position, role in design.roled:
        person = design.org.get(Person, position.held_by)
        had = person.skills if person is not None else {}
        short = [name for name, level in role.skills.items() if had.get(name, 0) < level]
        if had and short:
            what = f"lacks skills that the role '{role}' asks for: {listed(short)}"
            yield position, f"The holder of position '{position}', '{person}', {what}."


@rule("PPL103", "warning", origin="judgement", needs=["people.holder"])
def software_without_human(design: RuleContext) -> Issues:
    """A human answers for every software holder.

    An agent in a position cannot answer for its customers. Name the human in `answered_for_by`.

    ```yaml bad
    people:
      bot: {name: Lead Desk, holder: software}
    positions:
      desk: {role: sales_representative, held_by: bot}
    ```
    ```yaml good
    people:
      ann: {name: Ann Lee}
      bot: {name: Lead Desk, holder: software, answered_for_by: ann}
    positions:
      ann: {role: sales_manager, held_by: ann}
      desk: {role: sales_representative, held_by: bot, reports_to: ann}
    ```
    """
    for person in design.org.all(Person):
        human = design.org.get(Person, person.answered_for_by)
        if person.holder == "software" and (human is None or human.holder == "software"):
            yield person, f"No human answers for the software '{person}'."


@rule("PPL104", "info", origin="judgement", needs=["customers | territories"])
def position_without_work(design: RuleContext) -> Issues:
    """Every filled position has customers, a territory, reports or a part in supporting others.

    A position without any of these has no part in the design: it was forgotten, or its customers
    are missing. Left out are positions without a known role, such as those outside sales, and
    those at the side of a manager. All of them are one finding.

    ```yaml bad
    territories:
      north: {where: {place: [IT]}}
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      bob: {role: sales_representative, held_by: Bob Ray, reports_to: ann, covers: [north]}
      joe: {role: sales_representative, held_by: Joe Fox, reports_to: ann}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT]}}
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      bob: {role: sales_representative, held_by: Bob Ray, reports_to: ann, covers: [north]}
    ```
    """
    idle = [p for p in design.org.all(Position) if p.held_by and not _works(design, p)]
    if idle and (bool(design.org.all(Customer)) or bool(design.org.all(Territory))):
        what = "have no customers, territories, reports or supporting part"
        yield None, f"Positions that {what}: {listed(idle)}."


def _works(design: RuleContext, position: Position) -> bool:
    """Return whether a position has any part in the design."""
    role = design.role_of(position)
    if role is None or role.at_side or position.covers or design.lines.reports_of(position):
        return True
    return position.id in design.supporting or bool(design.accounts.get(position.id))
