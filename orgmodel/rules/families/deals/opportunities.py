"""Opportunities and who works on them: DEA101 to DEA104."""

from collections.abc import Iterator

from orgmodel.model import Customer, Opportunity, Position
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import listed
from orgmodel.rules.core.rule import rule


def _open(design: RuleContext) -> Iterator[Opportunity]:
    """Yield the opportunities that are neither won nor lost."""
    return (deal for deal in design.org.all(Opportunity) if deal.status == "open")


@rule(
    "DEA101",
    "warning",
    origin="practice of lead management: a lead without an owner is not followed up",
    needs=["opportunities"],
)
def opportunity_without_owner(design: RuleContext) -> Issues:
    """Every open opportunity has an owner.

    Nobody follows a lead that belongs to nobody. Leads from marketing are named as such, because
    marketing has paid for them.

    ```yaml bad
    positions:
      rep: {role: sales_representative, held_by: Bob Ray}
    customers:
      acme: {status: prospect, managed_by: rep}
    opportunities:
      pumps: {customer: acme, source: marketing lead}
    ```
    ```yaml good
    positions:
      rep: {role: sales_representative, held_by: Bob Ray}
    customers:
      acme: {status: prospect, managed_by: rep}
    opportunities:
      pumps: {customer: acme, source: marketing lead, owner: rep}
    ```
    """
    for deal in _open(design):
        if deal.owner is None:
            lead = " comes from marketing and" if deal.source == "marketing lead" else ""
            yield deal, f"Opportunity '{deal}' at '{deal.customer}'{lead} has no owner."


@rule(
    "DEA102",
    "warning",
    origin="practice of hand-overs: open deals are lost when their owner leaves",
    needs=["opportunities.owner"],
)
def opportunity_of_vacancy(design: RuleContext) -> Issues:
    """The owner of an open opportunity is a filled position.

    A deal that belongs to a vacant position stands still. All deals of one position are one
    finding: hand them over to its manager or deputy.

    ```yaml bad
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      rep: {role: sales_representative, reports_to: ann}
    customers:
      acme: {managed_by: ann}
    opportunities:
      pumps: {customer: acme, owner: rep}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      rep: {role: sales_representative, reports_to: ann, held_by: Bob Ray}
    customers:
      acme: {managed_by: ann}
    opportunities:
      pumps: {customer: acme, owner: rep}
    ```
    """
    for position in design.org.all(Position):
        deals = design.deals.get(position.id, ()) if position.vacant else ()
        if deals:
            what = f"owns open opportunities but is vacant: {listed(deals)}"
            yield position, f"Position '{position}' {what}."


@rule(
    "DEA103",
    "warning",
    origin="contract of the roles: who wins new business",
    needs=["opportunities.owner"],
)
def new_business_of_farmer(design: RuleContext) -> Issues:
    """Every new-business opportunity belongs to a role that wins new business.

    Account managers develop customers that the organisation has. A deal with a prospect, or one
    marked as new business, needs a role that prospects. Managers may close any deal.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      rep: {role: sales_representative, held_by: Bob Ray}
    customers:
      acme: {status: prospect, managed_by: rep}
    opportunities:
      pumps: {customer: acme, owner: ada}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
      rep: {role: sales_representative, held_by: Bob Ray}
    customers:
      acme: {status: prospect, managed_by: rep}
    opportunities:
      pumps: {customer: acme, owner: rep}
    ```
    """
    for deal in _open(design):
        owner = design.org.get(Position, deal.owner)
        role = design.role_of(owner) if owner else None
        customer = design.org.get(Customer, deal.customer)
        new = deal.new_business or (customer is not None and customer.status == "prospect")
        if new and role is not None and not (role.wins_new_business or role.manages_people):
            what = f"is new business, but the role '{role}' of its owner '{owner}' wins none"
            yield deal, f"Opportunity '{deal}' {what}."


@rule("DEA104", "info", origin="judgement", needs=["opportunities.closes"])
def opportunity_overdue(design: RuleContext) -> Issues:
    """The closing date of an open opportunity lies in the future.

    A date that has passed makes every forecast wrong. Close the opportunity, or set a new date.

    ```yaml bad
    positions:
      rep: {role: sales_representative, held_by: Bob Ray}
    customers:
      acme: {managed_by: rep}
    opportunities:
      pumps: {customer: acme, owner: rep, closes: 2020-01-31}
    ```
    ```yaml good
    positions:
      rep: {role: sales_representative, held_by: Bob Ray}
    customers:
      acme: {managed_by: rep}
    opportunities:
      pumps: {customer: acme, owner: rep, closes: 2020-01-31, status: won}
    ```
    """
    for deal in _open(design):
        if deal.closes is not None and deal.closes < design.day:
            yield deal, f"Opportunity '{deal}' is open, but its closing date was {deal.closes}."
