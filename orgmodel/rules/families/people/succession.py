"""Successors and relations of the organisation's own: PPL105 to PPL107."""

from collections import Counter

from orgmodel.model import Position, Relation, RelationType, Successor
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted


@rule("PPL105", "info", origin="practice of succession planning", needs=["successors"])
def manager_without_successor(design: RuleContext) -> Issues:
    """Every position that manages people has a named successor.

    Where successors are named, a manager without one is a gap in the bench. All of them are one
    finding. Positions with an account that depends on one person are CNT951.

    ```yaml bad
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      eva: {role: sales_manager, held_by: Eva Lind, reports_to: ann}
      bob: {role: sales_representative, held_by: Bob Ray, reports_to: eva}
    successors:
      s1: {position: ann, person: Eva Lind}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      eva: {role: sales_manager, held_by: Eva Lind, reports_to: ann}
      bob: {role: sales_representative, held_by: Bob Ray, reports_to: eva}
    successors:
      s1: {position: ann, person: Eva Lind}
      s2: {position: eva, person: Bob Ray}
    ```
    """
    named = {str(successor.position) for successor in design.org.all(Successor)}
    positions = [p for p in design.org.all(Position) if design.lines.reports_of(p)]
    bare = [position for position in positions if position.id not in named]
    if bare and named:
        number = f"{len(bare):,} of {counted(len(positions), 'manager')}"
        yield None, f"No successor is named for {number}: {listed(bare)}."


@rule(
    "PPL106",
    "warning",
    origin="the organisation's own norm of the relation",
    needs=["relation_types.required_for"],
)
def relation_missing(design: RuleContext) -> Issues:
    """Every position has the relations that its role requires.

    A type of relation names the roles that require it; a filled position of such a role is the
    second position of at least one. All positions without it are one finding.

    ```yaml bad
    relation_types:
      mentors: {required_for: [sales_representative]}
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      bob: {role: sales_representative, held_by: Bob Ray, reports_to: ann}
    ```
    ```yaml good
    relation_types:
      mentors: {required_for: [sales_representative]}
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      bob: {role: sales_representative, held_by: Bob Ray, reports_to: ann}
    relations:
      m1: {type: mentors, position: ann, to: bob}
    ```
    """
    lines = [r for r in design.org.all(Relation) if r.on(design.day)]
    for type_ in design.org.all(RelationType):
        had = {str(line.to) for line in lines if line.type == type_.id}
        filled = [p for p, role in design.roled if p.held_by and role.id in type_.required_for]
        bare = [position for position in filled if position.id not in had]
        if bare:
            yield type_, f"Positions without the required relation '{type_}': {listed(bare)}."


@rule(
    "PPL107",
    "warning",
    origin="the organisation's own norm of the relation",
    needs=["relation_types.most"],
)
def relations_over_limit(design: RuleContext) -> Issues:
    """No position has more relations of a type than the type allows.

    A mentor of too many people mentors nobody.

    ```yaml bad
    relation_types:
      mentors: {most: 1}
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      bob: {role: sales_representative, held_by: Bob Ray, reports_to: ann}
      joe: {role: sales_representative, held_by: Joe Fox, reports_to: ann}
    relations:
      m1: {type: mentors, position: ann, to: bob}
      m2: {type: mentors, position: ann, to: joe}
    ```
    ```yaml good
    relation_types:
      mentors: {most: 2}
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      bob: {role: sales_representative, held_by: Bob Ray, reports_to: ann}
      joe: {role: sales_representative, held_by: Joe Fox, reports_to: ann}
    relations:
      m1: {type: mentors, position: ann, to: bob}
      m2: {type: mentors, position: ann, to: joe}
    ```
    """
    lines = [r for r in design.org.all(Relation) if r.on(design.day)]
    numbers = Counter((str(line.type), str(line.position)) for line in lines)
    for (id_, first), number in numbers.items():
        type_, position = design.org.get(RelationType, id_), design.org.get(Position, first)
        if type_ is not None and type_.most is not None and position and number > type_.most:
            what = f"has {number:,} relations '{type_}', above the limit of {type_.most:,}"
            yield position, f"Position '{position}' {what}."
