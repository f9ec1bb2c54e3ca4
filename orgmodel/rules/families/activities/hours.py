"""Whether activities fit into the time, and their rhythm: ACT101 to ACT104."""

from collections import Counter, defaultdict

from orgmodel.measures import Norms
from orgmodel.model import Activity, Customer, Position
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.phrases import foremost
from orgmodel.rules.core.rule import rule

_CONTACT = frozenset({"visit", "call", "meeting", "negotiation", "communication", "proposal"})
"""Activities in which somebody speaks with the customer."""


@rule(
    "ACT101",
    "warning",
    origin="capacity as in CAP701: Talley 1961; a judgement for planned activities",
    needs=["activities.hours"],
)
def activities_over_capacity(design: RuleContext) -> Issues:
    """The activities of a position take no more hours than it has.

    Hours of all activities of a period, or of every year, are added up and compared with the hours
    of a year that the position has for customers. A plan beyond them is not carried out.

    ```yaml bad
    positions:
      rep: {role: sales_representative, held_by: Bob Ray}
    activities:
      visits: {position: rep, type: visit, times: 800, hours: 2}
    ```
    ```yaml good
    positions:
      rep: {role: sales_representative, held_by: Bob Ray}
    activities:
      visits: {position: rep, type: visit, times: 500, hours: 2}
    ```
    """
    hours: dict[tuple[str, str | None], float] = defaultdict(float)
    for activity in design.org.all(Activity):
        hours[str(activity.position), activity.period] += activity.yearly_hours
    for (id_, period), planned in hours.items():
        position = design.org.get(Position, id_)
        most = Norms().capacity_of(design.graph, position) if position else planned
        if planned > most:
            when = f"in {period}" if period else "a year"
            what = f"plans {planned:,.0f} hours of activities {when} and has {most:,.0f}"
            yield position, f"Position '{position}' {what}."


@rule(
    "ACT102",
    "warning",
    origin="role contract: how often in a month its holder is coached",
    needs=["roles.coached"],
)
def coaching_missing(design: RuleContext) -> Issues:
    """Every holder is coached as often as the role asks.

    Activities of type coaching that name the position as colleague count, over a year. Vacant
    positions are left out.

    ```yaml bad
    roles:
      seller: {title: Seller, wins_new_business: true, coached: 1}
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      bob: {role: seller, held_by: Bob Ray, reports_to: ann}
    activities:
      talks: {position: ann, type: coaching, colleague: bob, times: 4, hours: 1}
    ```
    ```yaml good
    roles:
      seller: {title: Seller, wins_new_business: true, coached: 1}
    positions:
      ann: {role: sales_manager, held_by: Ann Lee}
      bob: {role: seller, held_by: Bob Ray, reports_to: ann}
    activities:
      talks: {position: ann, type: coaching, colleague: bob, times: 12, hours: 1}
    ```
    """
    times: Counter[str] = Counter()
    for activity in design.org.all(Activity):
        if activity.type == "coaching" and activity.colleague is not None:
            times[str(activity.colleague)] += activity.times
    for position, role in design.roled:
        least = 12 * (role.coached or 0)
        if position.held_by and times[position.id] < least:
            what = f"is coached {times[position.id]:,} times a year; its role asks for {least:,.0f}"
            yield position, f"Position '{position}' {what}."


@rule(
    "ACT103",
    "warning",
    origin="call norms by class as in CAP701; the number is a judgement",
    needs=["activities.customer", "customers.tier"],
)
def contact_rhythm_missing(
    design: RuleContext, *, tier: str = "A", least: int = 4, most: int = 20
) -> Issues:
    """Every customer of tier A has at least 4 planned contacts a year.

    Visits, calls, meetings, negotiations, proposals and communication with the customer count. The
    20 with the most revenue are listed one by one.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada, tier: A}
    activities:
      review: {position: ada, type: visit, customer: acme, times: 2}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {managed_by: ada, tier: A}
    activities:
      review: {position: ada, type: visit, customer: acme, times: 4}
    ```
    """
    times = _contacts(design)
    tiered = [c for c in design.org.all(Customer) if times and c.tier == tier]
    first = [customer for customer in tiered if times[customer.id] < least]
    first.sort(key=lambda customer: (-(customer.revenue or 0), customer.id))
    issues = [(c, f"Customer '{c}' has {_few(times[c.id])} a year, not {least}.") for c in first]
    yield from foremost(issues, most, f"customers of tier {tier} have too few planned contacts")


def _contacts(design: RuleContext) -> Counter[str]:
    """Return how often each customer is contacted by plan, by customer id."""
    times: Counter[str] = Counter()
    for activity in design.org.all(Activity):
        if activity.customer is not None:
            counts = activity.type in _CONTACT
            times[str(activity.customer)] += activity.times if counts else 0
    return times


def _few(times: int) -> str:
    return f"{times} planned contact{'' if times == 1 else 's'}"


@rule(
    "ACT104",
    "info",
    origin="definition of the role: a communication plan together with marketing",
    needs=["activities.customer", "customers.key_account"],
)
def communication_without_marketing(
    design: RuleContext, *, department: str = "marketing"
) -> Issues:
    """The communication plan of a key account is made with marketing.

    An activity of type communication for the account names the department. Key accounts without
    any are left out.

    ```yaml bad
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, managed_by: ada}
    activities:
      letters: {position: ada, type: communication, customer: acme, times: 4}
    ```
    ```yaml good
    positions:
      ada: {role: account_manager, held_by: Ada Rossi}
    customers:
      acme: {key_account: true, managed_by: ada}
    activities:
      letters:
        {position: ada, type: communication, customer: acme, times: 4, departments: [marketing]}
    ```
    """
    helped: dict[str, bool] = {}
    for activity in design.org.all(Activity):
        if activity.type == "communication":
            id_ = str(activity.customer)
            helped[id_] = helped.get(id_, False) or department in activity.departments
    for customer in design.key_accounts:
        if not helped.get(customer.id, True):
            what = f"is planned without the department '{department}'"
            yield customer, f"Communication with key account '{customer}' {what}."
