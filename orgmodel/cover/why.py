"""The explanation of a customer's cover, in words."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.cover.cover import Candidate, Cover, Member
from orgmodel.cover.coverage import Coverage, coverage
from orgmodel.model import (
    Assignment,
    Customer,
    Dated,
    Id,
    Leave,
    Org,
    Person,
    Position,
    exact,
    require,
)
from orgmodel.network import Known, OrgGraph
from orgmodel.text import html_lines


@dataclass(frozen=True)
class Explanation:
    """The trace of one customer's cover; printing it explains it.

    Attributes:
        cover: Who covers it, with every candidate.
        chain: The owner and the managers up to the head.
        team: The account team.
        graph: The design as it is on the day.
        day: The as-of date, where it makes a difference.
    """

    cover: Cover
    chain: tuple[Position, ...]
    team: tuple[Member, ...]
    graph: OrgGraph
    day: dt.date | None = None

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def __repr__(self) -> str:
        return f"<Explanation {self._headline()}: {self.cover.state}>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the explanation, line by line."""
        return html_lines(str(self))

    @property
    def known(self) -> Known:
        """The entities of the design on the day."""
        return self.graph.known

    def _lines(self) -> Iterator[str]:
        yield self._headline()
        yield f"  {self._outcome()}"
        if self.cover.candidates:
            yield "  What matched, in order of precedence:"
        for number, candidate in enumerate(self.cover.candidates, 1):
            yield f"    {number}. {self._said(candidate)}"
        if self.chain:
            yield f"  Reporting line: {' -> '.join(map(self._post, self.chain))}"
        helpers = [m for m in self.team if m.role != "owner"]
        if helpers:
            yield f"  Team: {'; '.join(f'{m.role} {self._post(m.position)}' for m in helpers)}"

    def _headline(self) -> str:
        customer = self.cover.customer
        name = f" ({customer.name})" if customer.name and customer.name != customer.id else ""
        facts = ["key account"] if customer.key_account else []
        facts += ["prospect"] if customer.status == "prospect" else []
        facts += [f"place {customer.place}"] if customer.place else []
        facts += (
            [f"{self.known.org.currency} {exact(customer.revenue):,}"] if customer.revenue else []
        )
        facts += [f"as of {self.day}"] if self.day else []
        return f"{customer.id}{name}" + (f": {', '.join(facts)}" if facts else "")

    def _outcome(self) -> str:
        cover = self.cover
        if cover.state == "covered" and cover.position and cover.leave is None:
            return f"Covered by {self._post(cover.position)}{self._in_place_of(cover.position)}."
        if cover.position is None:
            gap = self._nobody()
        elif cover.leave is not None:
            gap = f"{self._post(cover.position)} is {_away(cover.leave)}"
        else:
            gap = f"{self._titled(cover.position)} is vacant"
        if cover.stand_in is None:
            return f"Covered by nobody: {gap}."
        who = f"{self._post(cover.stand_in)} stands in"
        return f"Covered {'for a time' if cover.state == 'covered' else 'by nobody'}: {gap}; {who}."

    def _in_place_of(self, post: Position) -> str:
        """Return for how long a temporary holder holds a position, and whom they replace."""
        holding = self.graph.holding_of(post)
        if holding is None or not holding.temporary:
            return ""
        person = self.graph.displaced(post)
        leave = self.graph.leave_of_person(person) if person else None
        place = f" in place of {self._named(person)}" if person else ""
        return f", for a time{_until(holding)}{place}" + (f", {_away(leave)}" if leave else "")

    def _named(self, person: str) -> str:
        found = self.known.org.get(Person, person)
        return (found and found.name) or person

    def _nobody(self) -> str:
        cover = self.cover
        if cover.territory is not None:
            return f"no position covers territory {cover.territory.id!r}"
        if not cover.candidates:
            return "no position is named for it, and no territory's rule holds for it"
        verdicts = {candidate.verdict for candidate in cover.candidates} - {"supports"}
        return _NOBODY.get("".join(verdicts), "nothing that matched may own it")

    def _said(self, candidate: Candidate) -> str:
        territory, member = candidate.territory, candidate.member
        what: str = candidate.how
        if territory is not None:
            what += f" {territory.id!r} ({territory.type}, {territory.where or 'no rule'})"
        if member is not None and member.assignment is not None:
            what += _terms(member.assignment)
        posts = ", ".join(map(self._post, candidate.posts)) or "no position covers it"
        because = f": {candidate.because}" if candidate.because else ""
        return f"{what}: {posts} - {candidate.verdict}{because}"

    def _post(self, position: Position) -> str:
        who = self.known.name_of(position) or "vacant"
        return f"{who} ({self._title(position)}, {position.id})"

    def _titled(self, position: Position) -> str:
        return f"{self._title(position)} {position.id!r}"

    def _title(self, position: Position) -> str:
        role = self.known.role_of(position)
        return position.title or (role.title if role else "position")


_NOBODY = {
    "": "only overlay territories match, and they support without owning",
    "excluded": "it is excluded from every territory that matches",
    "wins no new business": "it is a prospect, and no match wins new business",
}
"""Why nothing won, by the one verdict that all of what matched got."""


def _terms(assignment: Assignment) -> str:
    terms = [f"{assignment.share:g}% of the credit"] if assignment.share else []
    terms += ["for a time"] if assignment.temporary else []
    terms += [f"from {assignment.since}"] if assignment.since else []
    terms += [f"until {assignment.until}"] if assignment.until else []
    return f" ({', '.join(terms)})" if terms else ""


def _away(leave: Leave) -> str:
    return f"on leave{_until(leave)}"


def _until(line: Dated) -> str:
    return f" until {line.until}" if line.until else ""


def why(org: Org, customer: Id[Customer] | str, *, on: dt.date | None = None) -> Explanation:
    """Explain who covers a customer.

    Args:
        org: The design.
        customer: The customer or its id or exact name.
        on: The as-of date; by default today. It only matters if the design has dates.

    Raises:
        UnknownError: If there is no such customer; the message names the nearest.
    """
    require(org, Org, by="why()")
    return explain(coverage(org, on=on), customer)


def explain(covered: Coverage, customer: Id[Customer] | str) -> Explanation:
    """Explain who covers a customer with a coverage at hand; errors as above."""
    found = covered.customer(customer)
    cover = covered.of(found)
    chain, team = covered.chain_of(cover), covered.team_of(found)
    return Explanation(cover, chain, team, covered.graph, covered.graph.org.day)
