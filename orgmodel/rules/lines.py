"""Structure of the reporting lines: ORG1xx."""

from orgmodel.rules.design import Design, Issues
from orgmodel.rules.rule import rule


@rule("ORG101", "error", origin="orgvue: circular references; Odoo OCA: ParentLoopError")
def reporting_loop(design: Design) -> Issues:
    """Reporting lines must not run in a ring.

    Nobody in a ring has a manager in the end, and no roll-up of targets or revenue ends there.

    ```yaml bad
    positions:
      ann: {role: sales_manager, reports_to: bob}
      bob: {role: sales_manager, reports_to: ann}
    ```
    ```yaml good
    positions:
      ann: {role: sales_director}
      bob: {role: sales_manager, reports_to: ann}
    ```
    """
    for ring in design.lines.loops:
        if len(ring) > 1:
            names = " -> ".join(f"'{position}'" for position in (*ring, ring[0]))
            yield ring[0], f"Reporting lines run in a ring of {len(ring)}: {names}."
