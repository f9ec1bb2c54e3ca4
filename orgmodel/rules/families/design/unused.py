"""What a design defines and nothing uses: MOD010 to MOD013."""

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
    """A role of the design may want a position that has it.

    A role that nobody has is left over, or the positions that should have it name another. A role
    that others may report to is used.

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
            said = f"Role '{role}' is defined, and none of the positions has it."
            yield role, said, offered(take_out(design, role))


@rule(
    "MOD011",
    "info",
    origin="orgvue: orphan categories",
    needs=["people", "positions.held_by"],
    fix="offered",
)
def unused_person(design: RuleContext) -> Issues:
    """Somebody listed may want a position.

    They have left, or their position is written as vacant. All of them are one finding. The rule is
    silent where nobody holds anything.

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
        said = f"{len(idle):,} of {len(people):,} people hold no position: {listed(idle)}."
        yield None, said, offered(*(take_out(design, person) for person in idle))


@rule("MOD012", "info", origin="judgement", needs=["departments"], fix="offered")
def unused_department(design: RuleContext) -> Issues:
    """A department may want somebody who belongs to it or works with it.

    Otherwise nobody of the organisation has anything to do with it.

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
            said = f"Department '{department}' has no positions, and none works with it."
            yield department, said, offered(take_out(design, department))


@rule("MOD013", "info", origin="judgement", needs=["territory_types"], fix="offered")
def unused_type(design: RuleContext) -> Issues:
    """A type of territory may want a territory.

    A type that no territory has decides nothing.

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
            said = f"Territory type '{kind}' is defined, and no territory has it."
            yield kind, said, offered(take_out(design, kind))
