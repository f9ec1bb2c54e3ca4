"""Definitions that nothing uses: MOD010 to MOD013."""

from orgmodel.model import Department, Person, Position, Role, Territory, TerritoryType
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import offered
from orgmodel.rules.core.fixes import take_out
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule


@rule(
    "MOD010",
    "info",
    origin="judgement, as linters of code do",
    needs=["roles", "positions"],
    fix="offered",
)
def unused_role(design: RuleContext) -> Issues:
    """Every role that a design defines is held by a position.

    A role without positions is left over, or the positions that should have it name another. A role
    that others may report to counts as used.

    ```yaml bad
    roles:
      scout: {title: Scout}
    positions:
      ann: {role: sales_manager}
    ```
    ```yaml good
    roles:
      scout: {title: Scout}
    positions:
      ann: {role: scout}
    ```
    """
    used = {role.id for _, role in design.roled}
    used |= {str(ref) for role in design.org.all(Role) for ref in role.may_report_to}
    for role in design.org.all(Role) if design.org.all(Position) else ():
        if role.id not in used:
            message = f"Role '{role}' is defined, but no position has it."
            yield role, message, offered(take_out(design, role))


@rule(
    "MOD011",
    "info",
    origin="orgvue: orphan categories",
    needs=["people", "positions.held_by"],
    fix="offered",
)
def unused_person(design: RuleContext) -> Issues:
    """Every listed person holds a position.

    The others have left, or their position is recorded as vacant. All of them are one finding. The
    rule is silent where no position has a holder.

    ```yaml bad
    people:
      ada: {name: Ada Rossi}
      ben: {name: Ben Koch}
    positions:
      am-1: {role: account_manager, held_by: ada}
    ```
    ```yaml good
    people:
      ada: {name: Ada Rossi}
    positions:
      am-1: {role: account_manager, held_by: ada}
    ```
    """
    people = design.org.all(Person)
    idle = [person for person in people if person.id not in design.graph.boxes]
    if idle and design.graph.boxes:
        message = f"{len(idle):,} of {len(people):,} people hold no position: {listed(idle)}."
        yield None, message, offered(*(take_out(design, person) for person in idle))


@rule("MOD012", "info", origin="judgement", needs=["departments"], fix="offered")
def unused_department(design: RuleContext) -> Issues:
    """Every department has a position or works with one.

    Otherwise it has no connection to the organisation.

    ```yaml bad
    departments:
      labs: {name: Labs}
    positions:
      ann: {}
    ```
    ```yaml good
    departments:
      labs: {name: Labs}
    positions:
      ann: {works_with: [labs]}
    ```
    """
    positions = design.org.all(Position)
    used = {department.id for p in positions for department in design.known.departments_of(p)}
    used |= {str(p.department) for p in positions}
    for department in design.org.all(Department):
        if department.id not in used:
            message = f"Department '{department}' has no positions, and none works with it."
            yield department, message, offered(take_out(design, department))


@rule("MOD013", "info", origin="judgement", needs=["territory_types"], fix="offered")
def unused_type(design: RuleContext) -> Issues:
    """Every territory type has a territory.

    A type without territories has no effect.

    ```yaml bad
    territory_types:
      partner: {rank: 4}
    territories:
      north: {where: {place: [IT]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    ```
    ```yaml good
    territory_types:
      partner: {rank: 4}
    territories:
      north: {where: {place: [IT]}, type: partner}
    positions:
      rep: {role: sales_representative, covers: [north]}
    ```
    """
    used = {str(territory.type) for territory in design.org.all(Territory)}
    for kind in design.org.all(TerritoryType):
        if kind.id not in used:
            message = f"Territory type '{kind}' is defined, but no territory has it."
            yield kind, message, offered(take_out(design, kind))
