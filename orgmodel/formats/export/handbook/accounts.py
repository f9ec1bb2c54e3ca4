"""Key accounts: revenue, account team and buying centre."""

from orgmodel.formats.export.coverage_summary import Answers
from orgmodel.formats.export.handbook.markup import escaped, heading, paragraph, table
from orgmodel.model import AccountPlan, Customer, exact


def key_accounts(answers: Answers) -> list[str]:
    """Return a part for every key account."""
    plans = {str(plan.customer): plan for plan in answers.org.all(AccountPlan)}
    text = []
    for customer in answers.org.all(Customer):
        if customer.key_account:
            text += heading(3, answers.name(customer))
            text += _facts(answers, customer)
            text += _team(answers, customer)
            text += _contacts(answers, customer)
            text += _plan(plans.get(customer.id))
    return text


def _facts(answers: Answers, customer: Customer) -> list[str]:
    cover = answers.coverage.of(customer)
    currency = answers.org.currency
    facts = [f"Owner: {answers.post(cover.position)}, by {answers.reason(cover)}"]
    if customer.revenue is not None:
        facts.append(f"Revenue: {currency} {exact(customer.revenue):,.0f} a year")
    if customer.potential is not None:
        facts.append(f"Potential: {currency} {exact(customer.potential):,.0f} a year")
    if parent := answers.org.get(Customer, customer.parent):
        facts.append(f"Subsidiary of {answers.name(parent)}")
    if customer.note:
        facts.append(customer.note)
    return ["", *(f"- {escaped(fact)}" for fact in facts)]


def _team(answers: Answers, customer: Customer) -> list[str]:
    rows = [
        (
            member.role,
            answers.holder(member.position),
            answers.title(member.position),
            "for a time" if member.assignment and member.assignment.temporary else "",
        )
        for member in answers.coverage.team_of(customer)
    ]
    rows += [
        ("specialist", answers.holder(post), answers.title(post), "")
        for post in answers.coverage.of(customer).specialists
    ]
    return table(("Our team", "Who", "Title", "How long"), rows)


def _contacts(answers: Answers, customer: Customer) -> list[str]:
    rows = [
        (
            contact.name,
            contact.title or "",
            contact.role or "",
            ", ".join(answers.posts([contact.known_by] if contact.known_by else [])),
        )
        for contact in customer.contacts
    ]
    return table(("Buying centre", "Title", "Role there", "Known by"), rows)


def _plan(plan: AccountPlan | None) -> list[str]:
    if plan is None or not plan.actions:
        return []
    period = f" {escaped(plan.period)}" if plan.period else ""
    return [*paragraph(f"Plan{period}:"), "", *(f"- {escaped(action)}" for action in plan.actions)]
