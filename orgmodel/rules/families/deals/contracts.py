"""Contracts with customers: DEA105 to DEA108."""

from collections import defaultdict

from orgmodel.model import (
    AccountPlan,
    AccountProfile,
    Contract,
    Customer,
    Opportunity,
    Position,
    Product,
)
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule


@rule(
    "DEA105",
    "warning",
    origin="definition of key account management: long-term supply contracts",
    needs=["contracts", "customers.key_account"],
)
def key_account_without_contract(design: RuleContext) -> Issues:
    """Every key account has a long-term contract.

    A long-term supply or framework contract keeps competitors out; single orders do not. It must
    run on the day.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, managed_by: ada}
    contracts:
      c1: {customer: acme, owner: ada, type: order}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, managed_by: ada}
    contracts:
      c1: {customer: acme, owner: ada, type: framework}
    ```
    """
    contracts = design.org.all(Contract)
    bound = {str(c.customer) for c in contracts if c.type != "order" and c.on(design.day)}
    for customer in design.key_accounts if contracts else ():
        if customer.id not in bound:
            yield customer, f"Key account '{customer}' has no long-term contract."


@rule("DEA106", "warning", origin="judgement", needs=["contracts.until"])
def contract_runs_out(design: RuleContext) -> Issues:
    """A contract that ends within its notice period has a plan for its renewal.

    After the notice period nothing can be negotiated in time. Say in `renewal` what is planned.
    Single orders are left out.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada}
    contracts:
      c1: {customer: acme, owner: ada, notice: 365000, until: 2999-01-01}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada}
    contracts:
      c1: {customer: acme, owner: ada, notice: 365000, until: 2999-01-01, renewal: Talks in May}
    ```
    """
    for contract in design.org.all(Contract):
        runs = contract.type != "order" and contract.until is not None and contract.on(design.day)
        left = (contract.until - design.day).days if runs and contract.until else None
        if left is not None and left <= contract.notice and contract.renewal is None:
            what = f"ends on {contract.until}, within its notice of {contract.notice:,} days"
            yield contract, f"Contract '{contract}' {what}, and no renewal is planned."


@rule("DEA107", "warning", origin="judgement", needs=["contracts"])
def contract_without_owner(design: RuleContext) -> Issues:
    """Every running contract has an owner whose position is filled.

    The owner sees to its fulfilment and its renewal.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada}
    contracts:
      c1: {customer: acme}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada}
    contracts:
      c1: {customer: acme, owner: ada}
    ```
    """
    for contract in design.org.all(Contract):
        owner = design.org.get(Position, contract.owner)
        if contract.on(design.day) and (contract.owner is None or (owner and owner.vacant)):
            what = f"has an owner whose position is vacant: '{owner}'" if owner else "has no owner"
            yield contract, f"Contract '{contract}' with '{contract.customer}' {what}."


@rule(
    "DEA108",
    "info",
    origin="definition of the account plan: a target for each product",
    needs=[
        "account_plans.targets",
        "contracts.products | opportunities.product | account_profiles",
    ],
)
def product_without_target(design: RuleContext) -> Issues:
    """An account plan has a target for every product that the customer buys or is offered.

    Products come from contracts, open opportunities and the account profile. A target names the
    product by its id or its name. Customers whose plans have no targets are KEY514.

    ```yaml bad
    products:
      pumps: {}
      valves: {}
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada}
    contracts:
      c1: {customer: acme, owner: ada, products: [pumps, valves]}
    account_plans:
      p1: {customer: acme, owner: ada, targets: {pumps: 100}}
    ```
    ```yaml good
    products:
      pumps: {}
      valves: {}
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada}
    contracts:
      c1: {customer: acme, owner: ada, products: [pumps, valves]}
    account_plans:
      p1: {customer: acme, owner: ada, targets: {pumps: 100, valves: 50}}
    ```
    """
    sold = _products_of_customers(design)
    for plan in design.org.all(AccountPlan):
        aimed = {name.casefold() for name in plan.targets}
        missing = {p for p in sold.get(str(plan.customer), ()) if not aimed & _names(design, p)}
        if aimed and missing:
            what = f"has no target for {listed(missing)}, which customer '{plan.customer}' buys"
            yield plan, f"Account plan '{plan}' {what} or is offered."


def _products_of_customers(design: RuleContext) -> dict[str, set[str]]:
    """Return the products that each customer buys or is offered, by customer id."""
    found: dict[str, set[str]] = defaultdict(set)
    for contract in design.org.all(Contract):
        found[str(contract.customer)].update(map(str, contract.products))
    for profile in design.org.all(AccountProfile):
        found[str(profile.customer)].update(map(str, profile.products))
    for deal in design.org.all(Opportunity):
        if deal.product is not None and deal.status == "open":
            found[str(deal.customer)].add(str(deal.product))
    return {id_: products for id_, products in found.items() if design.org.get(Customer, id_)}


def _names(design: RuleContext, id_: str) -> set[str]:
    """Return how a target may name a product, in lower case."""
    product = design.org.get(Product, id_)
    named = product.name if product is not None and product.name else id_
    return {id_.casefold(), named.casefold()}
