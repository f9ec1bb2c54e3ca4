"""Designs aimed at ties and at shared answers: few values, much overlap, dates nearly everywhere.

A seed makes a design, so that any of them can be made again. ``python random`` and not Hypothesis:
a hundred thousand of them are to be made, and none has to be shrunk.
"""

import datetime as dt
import random

from orgmodel import Assignment, Between, Customer, Org, Position, Territory, Where, roles
from orgmodel.model import Holding, Leave, Person, ReportingLine, TerritoryAssignment, TerritoryType

START = dt.date(2026, 1, 1)
DAYS = 14
PEOPLE = ("Ada", "Bob", "Max", "Zoe", "Tom")
POSTS = tuple(f"p{n}" for n in range(6))
PLACES = tuple("abcdef")
CUSTOMERS = tuple(f"c{n}" for n in range(6))
ROLES = (
    roles.SALES_REPRESENTATIVE,
    roles.ACCOUNT_MANAGER,
    roles.TERRITORY_MANAGER,
    roles.SALES_DIRECTOR,
    roles.SALES_SPECIALIST,
    None,
)
CODES = ("IT-21", "IT-25", "IT-2", "IT", "FR")
PATTERNS = ("IT-21", "IT-25", "IT-2*", "IT-21*", "it", "I*", "*", "FR")
BOUNDS = (10, 50, 100)
SIZES = (5, 10, 49, 50, 75, 100, None)


def day(number):
    """Return a day by its number."""
    return START + dt.timedelta(number)


class Aimed:
    """Makes one design from a seed.

    Args:
        seed: Of the random numbers.
        dated: Whether things begin and end; left out, in two designs of three.
    """

    def __init__(self, seed, *, dated=None):
        self.chance = random.Random(seed)  # noqa: S311 - to be repeated
        self.dated = self.chance.random() < 0.67 if dated is None else dated
        self.level = self.chance.random() < 0.5  # all match the same; how narrowly decides
        self.org = Org("Made-up Components")
        self._market()
        self._staff()
        self._lines()
        self._customers()

    def maybe(self, chance):
        """Return true with a chance."""
        return self.chance.random() < chance

    def rare(self, chance):
        """Return a chance, a small one where all is to match the same."""
        return chance / 4 if self.level else chance

    def one(self, some, chance=1.0):
        """Return one of some, or None with what is left of the chance."""
        return self.chance.choice(some) if self.maybe(chance) else None

    def some(self, those, most, chance=1.0):
        """Return up to so many of those, or none."""
        if not self.maybe(chance):
            return []
        return self.chance.sample(those, self.chance.randint(1, min(most, len(those))))

    def dates(self, likely):
        """Return dates for an entity, or none."""
        since, until = sorted(self.chance.sample(range(DAYS), 2))
        first, last = self.maybe(likely), self.maybe(likely)
        if not self.dated:
            return {}
        found = {"since": day(since)} if first else {}
        return found | ({"until": day(until)} if last else {})

    def interval(self):
        """Return an interval of sizes."""
        low, high = sorted(self.chance.sample(BOUNDS, 2))
        ends = self.chance.choice([(low, high), (low, None), (None, high)])
        return Between(*ends)

    def where(self):
        """Return a rule with up to three conditions, alternatives and exceptions."""
        found = {}
        if self.level:
            return self._level_rule()
        if self.maybe(0.8):
            found["place"] = self.some(PATTERNS, 3)
        if self.maybe(0.3):
            found["segment"] = self.some(["A", "B", "*"], 2)
        if self.maybe(0.3):
            found["size"] = self.interval()
        if self.maybe(0.12):
            found["attributes"] = {"line": self.some(["x", "1", "1.0", "*"], 2)}
        if self.maybe(0.15):
            found["include"] = [Where(place=self.some(PATTERNS, 2))]
        if self.maybe(0.15):
            found["exclude"] = [Where(segment=["B"]) if self.maybe(0.5) else Where(place=["IT-25"])]
        return Where(**found)

    def _level_rule(self):
        """Return a rule that holds for all in the south, for some more narrowly than for others."""
        listed = self.some(["IT-21", "IT-25"], 2, 0.8)
        if listed and self.maybe(0.3):
            return Where(place=["IT-2*"], include=[Where(place=[p, "IT-2*"]) for p in listed])
        return Where(place=[*listed, self.chance.choice(["IT-2*", "IT-2*", "I*"])])

    def _market(self):
        for name, rank in (("partner", 1), ("late", 9)):
            self.org.add(TerritoryType(name, rank=rank))
        types = ["direct"] * 8 + ["channel", "overlay", "partner", "late"]
        types = types[: 8 if self.level else None]
        for number, place in enumerate(PLACES[: self.chance.randint(2, len(PLACES))]):
            self.org.add(
                Territory(
                    place,
                    self.where() if self.maybe(0.93) else None,
                    within=self.one(PLACES[:number], self.rare(0.35)) if number else None,
                    type=self.chance.choice(types),
                    **self.dates(0.15),
                )
            )
        self.places = [t.id for t in self.org.all(Territory)]

    def _staff(self):
        for who in self.some(PEOPLE, 2, 0.25):
            self.org.add(Person(who, **self.dates(0.6)))
        for number, post in enumerate(POSTS):
            self.org.add(
                Position(
                    post,
                    self.chance.choice(ROLES),
                    held_by=self.one(PEOPLE, 0.8),
                    reports_to=self.one(POSTS[:number], 0.7) if number else None,
                    deputy=self.one(POSTS, 0.25),
                    covers=self.some(self.places, 1 if self.level else 2, 0.7),
                    fte=self.chance.choice([1.0, 1.0, 0.5]),
                    pay=self.one([40_000, 50_000, 60_000], 0.7),
                    **self.dates(0.4 if self.level else 0.15),
                )
            )

    def _lines(self):
        for number in range(self.chance.choice([0, 0, 1, 2, 3])):
            who, post = self.one(PEOPLE), self.one(POSTS)
            line = Holding(f"h{number}", post, who, temporary=self.maybe(0.3), **self.dates(0.8))
            self.org.add(line)
        for number in range(self.chance.choice([0, 0, 1, 2])):
            line = TerritoryAssignment(
                f"t{number}", self.one(self.places), self.one(POSTS), **self.dates(0.8)
            )
            self.org.add(line)
        for number in range(self.chance.choice([0, 0, 1, 2])):
            leave = Leave(
                f"l{number}", self.one(PEOPLE), stand_in=self.one(POSTS, 0.6), **self.dates(0.8)
            )
            self.org.add(leave)
        for number in range(self.chance.choice([0, 0, 0, 1, 2])):
            low, high = sorted(self.chance.sample(range(len(POSTS)), 2))
            line = ReportingLine(f"r{number}", POSTS[high], POSTS[low], **self.dates(0.8))
            self.org.add(line)

    def _customers(self):
        for id_ in CUSTOMERS:
            self.org.add(self.customer(id_))
        for number in range(self.chance.choice([0, 0, 1, 2, 4])):
            role = self.chance.choice(["owner", "owner", "owner", "deputy", "specialist"])
            self.org.add(
                Assignment(
                    f"s{number}",
                    self.one(CUSTOMERS),
                    self.one(POSTS),
                    role,
                    share=self.one([40.0, 60.0], 0.4),
                    temporary=self.maybe(0.2),
                    **self.dates(0.7),
                )
            )

    def customer(self, id_):
        """Return a random customer."""
        return Customer(
            id_,
            status="prospect" if self.maybe(self.rare(0.2)) else "existing",
            key_account=self.maybe(0.4),
            place=self.one(CODES[: 3 if self.level else None], 0.95),
            segment=self.one(["A", "B", "C"], 0.7),
            size=self.one(SIZES),
            tier=self.one(["A", "B", "C"], 0.8),
            revenue=self.one([100, 250, 4_000], 0.8),
            attributes={"line": self.chance.choice(["x", "1", 1, "y"])} if self.maybe(0.4) else {},
            managed_by=self.one(POSTS, self.rare(0.15)),
            deputy=self.one(POSTS, self.rare(0.15)),
            territories=self.some(self.places, 2, self.rare(0.12)),
            excluded_from=self.some(self.places, 2, self.rare(0.12)),
            **self.dates(0.15),
        )


def aimed(seed, *, dated=None):
    """Return the design of a seed."""
    return Aimed(seed, dated=dated).org


def rebuilt(org, order=None, *, only=None, more=()):
    """Return a design with its rows in another order, with fewer customers, or with more.

    Args:
        org: The design.
        order: Orders a list of entities at random; left out, they stay in order.
        only: The ids of the customers to keep; left out, all.
        more: Customers to add.
    """
    rows = [row for row in org if only is None or not isinstance(row, Customer) or row.id in only]
    if only is not None:
        rows = [r for r in rows if not isinstance(r, Assignment) or str(r.customer) in only]
    rows += more
    if order is not None:
        order(rows)
    found = Org(org.name)
    for row in rows:
        found.add(row)
    return found
