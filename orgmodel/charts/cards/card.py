"""What a box says about a position, as plain values."""

from dataclasses import dataclass

from orgmodel.charts.canvas.flags import Flag
from orgmodel.charts.canvas.palette import Family
from orgmodel.charts.cards.marks import Badge
from orgmodel.charts.cards.styling import Paint


@dataclass(frozen=True)
class Account:
    """A key account in the box of whoever manages it.

    Attributes:
        gid: Name in the drawing.
        name: What the customer is called.
        amount: Its revenue as written, or nothing.
    """

    gid: str
    name: str
    amount: str = ""


@dataclass(frozen=True)
class Post:
    """A position in the box of what it serves.

    Attributes:
        gid: Name in the drawing.
        name: Who holds it; None is a vacancy.
        title: What the job is called.
        kind: What its role is called in the legend.
        family: Of its role; gives the colour.
    """

    gid: str
    name: str | None
    title: str
    kind: str
    family: Family

    @property
    def heading(self) -> str:
        """The name, or that there is none."""
        return self.name or "Vacant"

    @property
    def text(self) -> str:
        """What its line says if there is room."""
        return ", ".join(filter(None, (self.heading, self.title)))


@dataclass(frozen=True)
class Card:
    """What stands in one box.

    Attributes:
        gid: Name in the drawing.
        name: Who holds the position; None is a vacancy.
        title: What the job is called.
        kind: What its role is called in the legend.
        family: Of its role; gives the colour.
        facts: Grey lines below the title.
        accounts: Key accounts below the facts.
        span: Direct reports and all reports of whoever leads others.
        badge: What was remarked about it.
        posts: Positions that serve it, above the facts.
        flag: What is to be noticed about the whole box.
        turn: On which page a chart of several pages goes on from it, or came from.
        paint: What rules make of its look.
        initials: What stands in the circle at its left; None is no circle.
        photo: A round PNG that stands in place of the circle.
    """

    gid: str
    name: str | None
    title: str
    kind: str
    family: Family
    facts: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    span: tuple[int, int] | None = None
    badge: Badge | None = None
    posts: tuple[Post, ...] = ()
    flag: Flag | None = None
    turn: str = ""
    paint: Paint | None = None
    initials: str | None = None
    photo: bytes | None = None

    @property
    def heading(self) -> str:
        """The first line: the name, or that there is none."""
        return self.name or "Vacant"

    @property
    def lines(self) -> tuple[str, ...]:
        """All that the box says, in full."""
        accounts = (f"{a.name} {a.amount}".strip() for a in self.accounts)
        posts = (post.text for post in self.posts)
        flag = self.flag.lines if self.flag else ()
        told = (self.heading, self.title, *posts, *self.facts, *accounts, *flag, self.turn)
        return tuple(line for line in told if line)

    @property
    def in_words(self) -> str:
        """All that there is to say about it, for screen readers and tool tips."""
        remarks = (sentence for sentence in self.badge.sentences if sentence) if self.badge else ()
        meanings = (rule.meaning for rule in self.paint.rules) if self.paint else ()
        return "\n".join((*self.lines, *meanings, *remarks))
