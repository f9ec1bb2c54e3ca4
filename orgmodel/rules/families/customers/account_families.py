"""Families of companies: CUS406 and CUS407."""

from collections import defaultdict

from orgmodel.model import Customer
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import safe
from orgmodel.rules.core.fixes import only, put
from orgmodel.rules.core.phrases import foremost, listed
from orgmodel.rules.core.rule import rule


@rule(
    "CUS406",
    "info",
    origin="Fullcast: account families; Oracle: hierarchy flag of coverage",
    needs=["customers.parent"],
)
def split_family(design: RuleContext, *, most: int = 20) -> Issues:
    """A family of companies has one owner.

    Subsidiaries that belong to different positions get different offers, and nobody sees the whole.
    A family with a key account manager for the parent and local owners beside is often intended:
    accept the finding. The 20 with the most owners are listed.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      ben: {role: account_manager, held_by: Ben Koch}
    customers:
      acme: {managed_by: ada}
      acme-france: {managed_by: ben, parent: acme}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada}
      acme-france: {managed_by: ada, parent: acme}
    ```
    """
    owners: dict[str, set[str]] = defaultdict(set)
    for customer in design.org.all(Customer):
        head = design.kin.head_of(customer)
        owner = design.coverage.of(customer).position if head is not None else None
        if owner is not None and head is not None:
            owners[head.id].add(owner.id)
    split = sorted((-len(group), id_) for id_, group in owners.items() if len(group) > 1)
    issues = [
        (design.org.get(Customer, id_), f"The family of '{id_}' has {many} owners: {who}.")
        for many, id_, who in ((-count, id_, listed(owners[id_])) for count, id_ in split)
    ]
    yield from foremost(issues, most, "families have several owners")


@rule(
    "CUS407",
    "error",
    origin="ERPNext: nested sets; orgvue: circular references",
    needs=["customers.parent"],
    fix="safe",
)
def customer_ring(design: RuleContext) -> Issues:
    """Customers are not each other's parents in a loop.

    The family then has no head, and the revenue of the group cannot be summed.

    ```yaml bad
    positions:
      ada: {role: account_manager}
    customers:
      acme: {managed_by: ada, parent: nova}
      nova: {managed_by: ada, parent: acme}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager}
    customers:
      acme: {managed_by: ada}
      nova: {managed_by: ada, parent: acme}
    ```
    """
    for ring in design.families.loops:
        are = "customer is its own parent" if len(ring) == 1 else "customers are parents in a loop"
        message = f"{len(ring):,} {are}: {listed(ring)}."
        own = only(ring)  # being its own parent means nothing
        yield ring[0], message, safe(put(design, own, parent=None) if own else None)
