"""Why a customer landed where it did, in words."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from orgmodel.coverage.cover import Candidate, Cover, Member
from orgmodel.coverage.coverage import Coverage, coverage
from orgmodel.graph import Known
from orgmodel.model import Customer, Id, Org, Position, UnknownError, did_you_mean, exact


@dataclass(frozen=True)
class Why:
    """The trace of one customer's cover; printing it explains it.

    Attributes:
        cover: Who covers it, with every candidate.
        chain: Whoever answers for it and the managers up to the head.
        team: Who of ours is on the account by name.
    """

    cover: Cover
    chain: tuple[Position, ...]
    team: tuple[Member, ...]
    known: Known

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield self._headline()
        yield f"  {self._outcome()}"
        if self.cover.candidates:
            yield "  what matched, in order of precedence:"
        for number, candidate in enumerate(self.cover.candidates, 1):
            yield f"    {number}. {self._said(candidate)}"
        if self.chain:
            yield f"  chain: {' -> '.join(map(self._post, self.chain))}"
        helpers = [m for m in self.team if m.role != "owner"]
        if helpers:
            yield f"  team: {'; '.join(f'{m.role} {self._post(m.position)}' for m in helpers)}"

    def _headline(self) -> str:
        customer = self.cover.customer
        name = f" ({customer.name})" if customer.name and customer.name != customer.id else ""
        facts = ["key account"] if customer.key_account else []
        facts += ["prospect"] if customer.status == "prospect" else []
        facts += [f"place {customer.place}"] if customer.place else []
        facts += (
            [f"{self.known.org.currency} {exact(customer.revenue):,}"] if customer.revenue else []
        )
        return f"{customer.id}{name}" + (f": {', '.join(facts)}" if facts else "")

    def _outcome(self) -> str:
        cover = self.cover
        if cover.state == "covered" and cover.post:
            return f"is covered by {self._post(cover.post)}."
        gap = "is covered by nobody: " + (
            f"{self._post(cover.post)} would" if cover.post else self._nobody()
        )
        stand_in = f"; {self._post(cover.stand_in)} stands in" if cover.stand_in else ""
        return f"{gap}{stand_in}."

    def _nobody(self) -> str:
        territory = self.cover.territory
        if territory is not None:
            return f"no position covers territory {territory.id!r}"
        if not self.cover.candidates:
            return "it is attached by no name, and no territory's rule holds for it"
        return "nothing that matched may have it"

    def _said(self, candidate: Candidate) -> str:
        what: str = candidate.how
        if candidate.territory is not None:
            kind = f"{candidate.type}, " if candidate.type else ""
            rule = f"{kind}{candidate.territory.where or 'no rule'}"
            what = f"{candidate.how} {candidate.territory.id!r} ({rule})"
        posts = ", ".join(map(self._post, candidate.posts)) or "nobody"
        because = f": {candidate.because}" if candidate.because else ""
        return f"{what}: {posts} - {candidate.verdict}{because}"

    def _post(self, position: Position) -> str:
        role = self.known.role_of(position)
        title = position.title or (role.title if role else "position")
        who = self.known.name_of(position)
        return f"{who} ({title}, {position.id})" if who else f"vacant {title} {position.id}"


def why(org: Org, customer: Id[Customer] | str, *, on: dt.date | None = None) -> Why:
    """Explain who covers a customer.

    Args:
        org: The design.
        customer: The customer or its id.
        on: The day; left out, today. It only matters where assignments have dates.

    Raises:
        UnknownError: If there is no such customer; the message names the nearest.
    """
    return explain(org, coverage(org, on=on), customer)


def explain(org: Org, covered: Coverage, customer: Id[Customer] | str) -> Why:
    """Explain who covers a customer where the coverage is worked out already; errors as above."""
    found = org.get(Customer, customer)
    if found is None:
        known = (c.id for c in org.all(Customer))
        raise UnknownError(
            f"There is no customer {str(customer)!r}{did_you_mean(str(customer), known)}"
        )
    cover = covered.of(found)
    return Why(cover, covered.chain_of(cover), covered.team_of(found), covered.graph.known)
