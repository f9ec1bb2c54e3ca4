"""Handbook: the organisation explained to a new colleague, in Markdown."""

import datetime as dt
from collections.abc import Callable, Sequence

from orgmodel.formats.export.coverage_summary import Answers
from orgmodel.formats.export.handbook.accounts import key_accounts
from orgmodel.formats.export.handbook.markup import escaped, heading, paragraph, table
from orgmodel.formats.export.handbook.people import lines, roles, vacancies
from orgmodel.model import Customer, Org, Position, Territory
from orgmodel.text import counted

MOST_CUSTOMERS = 1_000
"""Maximum number of customers in the table of coverage."""


def to_markdown(org: Org, *, on: dt.date | None = None) -> str:
    """Return a document about an organisation: who does what, who covers whom, and who is missing.

    It has the reporting lines, the roles with the people in them, territories with their rules in
    words, customers with their owner and the reason, key accounts with their team and buying
    centre, and open vacancies. Parts for which the design holds nothing are left out.

    Args:
        org: The organisation.
        on: The as-of date; by default today. It only matters if the design has dates.
    """
    answers = Answers(org, on)
    parts: Sequence[tuple[str, Callable[[Answers], list[str]]]] = (
        ("Reporting lines", lines),
        ("Who does what", roles),
        ("Territories", _territories),
        ("Who covers whom", _customers),
        ("Key accounts", key_accounts),
        ("Open vacancies", vacancies),
    )
    text = [f"# {escaped(org.name)}", *_opening(answers)]
    for title, part in parts:
        if body := part(answers):
            text += [*heading(2, title), *body]
    return "\n".join([*text, ""])


def _opening(answers: Answers) -> list[str]:
    org = answers.org
    posts, customers = org.all(Position), org.all(Customer)
    vacant = sum(post.vacant for post in posts)
    counts = [counted(len(posts), "position"), f"{vacant:,} of them vacant"]
    if customers:
        counts.append(counted(len(customers), "customer"))
        counts.append(counted(sum(c.key_account for c in customers), "key account"))
    if whole := answers.revenue(customers):
        counts.append(f"{escaped(org.currency)} {whole:,.0f} of revenue a year")
    return paragraph(f"{', '.join(counts)}.")


def _territories(answers: Answers) -> list[str]:
    places = answers.coverage.graph.places
    rows = [
        (
            answers.name(land),
            "every customer" if land.where and land.where.catches_all else land.where or "by name",
            _name(answers, places.parent_of(land)),
            land.type,
            "; ".join(answers.post(post) for post in places.coverers_of(land)) or "nobody",
            land.note or "",
        )
        for land in answers.org.all(Territory)
    ]
    return table(("Territory", "Customers with", "Within", "Type", "Covered by", "Note"), rows)


def _name(answers: Answers, land: Territory | None) -> str:
    return answers.name(land) if land else ""


def _customers(answers: Answers) -> list[str]:
    covers = [*answers.coverage][:MOST_CUSTOMERS]
    rows = [
        (
            answers.name(cover.customer),
            cover.customer.place or "",
            answers.post(cover.position),
            answers.post(cover.stand_in) if cover.stand_in else "",
            answers.reason(cover),
        )
        for cover in covers
    ]
    left = len(answers.coverage) - len(covers)
    more = (
        paragraph(f"{counted(left, 'more customer')} {'is' if left == 1 else 'are'} not listed.")
        if left
        else []
    )
    return table(("Customer", "Place", "Owner", "Stands in", "Reason"), rows) + more
