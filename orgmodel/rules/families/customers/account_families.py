"""Customers that belong together: CUS406 and CUS407."""

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
    """A family of companies may want one owner.

    Subsidiaries that different positions answer for get different offers, and nobody sees the
    whole. A family with one key account manager for the parent and local people beside is often
    meant so: accept the finding. The 20 with the most owners are told one by one.

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
        post = design.coverage.of(customer).position if head is not None else None
        if post is not None and head is not None:
            owners[head.id].add(post.id)
    split = sorted((-len(posts), id_) for id_, posts in owners.items() if len(posts) > 1)
    issues = [
        (design.org.get(Customer, id_), f"The family of '{id_}' has {many} owners, not 1: {who}.")
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
    """Customers must not be each other's parents in a ring.

    No family has a head then, and revenue of the group cannot be summed.

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
        said = f"A ring of {len(ring):,} customers are each other's parents: {listed(ring)}."
        own = only(ring)  # a parent of itself says nothing
        yield ring[0], said, safe(put(design, own, parent=None) if own else None)
