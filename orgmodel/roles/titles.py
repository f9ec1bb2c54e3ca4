"""Which role a title names, in any of the languages that the roles know."""

import unicodedata
from collections.abc import Iterable, Mapping

from orgmodel.model import Role
from orgmodel.roles.standard import STANDARD_ROLES
from orgmodel.roles.title_parts import read_title
from orgmodel.text import nearest


class Titles:
    """The titles of a set of roles, in all their languages.

    Letter case, punctuation and a seniority such as "Senior" in front do not count. Accents do.
    A title that no role lists is decided by its parts; what is written stays as it is.

    Args:
        roles: The roles; of two with the same title the later one wins, so that a company's own
            roles go behind the standard ones.
    """

    def __init__(self, roles: Iterable[Role] = STANDARD_ROLES) -> None:
        self._roles: dict[str, Role] = {}
        self._by_id: dict[str, Role] = {}
        for role in roles:
            self._by_id[role.id] = role
            for title in (role.title, role.id, *_aliases(role.titles)):
                self._roles[_folded(title)] = role

    def role_of(self, title: str) -> Role | None:
        """Return the role that a title names, or None where none is known."""
        return self.match(title)[0]

    def match(self, title: str) -> tuple[Role | None, float]:
        """Return the role that a title names, and the confidence in it from 0 to 1.

        A title that a role lists is certain (1.0). Any other is decided by its parts, such as
        "Inside Sales Representative, South": 0.9 where all of its words are known, less where
        some are not; below 0.6 it names no role.
        """
        folded = _folded(title)
        listed = self._roles.get(folded) or self._roles.get(_unranked(folded))
        if listed is not None:
            return listed, 1.0
        read = read_title(unicodedata.normalize("NFC", title).casefold())
        role = self._by_id.get(read.role) if read is not None else None
        return (role, read.confidence) if read is not None and role is not None else (None, 0.0)

    def nearest(self, title: str) -> Role | None:
        """Return the role with the title most like this one, or None where none is alike.

        Alike is a title that holds a known one of two words or more, as "Enterprise Account
        Executive" does, or a ratio of at least 0.8 of :mod:`difflib`: with its own default of 0.6
        every "Software Engineer" is a "Sales Engineer".
        """
        words = _unranked(_folded(title)).split()
        sizes = range(len(words), 1, -1)
        phrases = (" ".join(words[at : at + n]) for n in sizes for at in range(len(words) - n + 1))
        within = next((phrase for phrase in phrases if phrase in self._roles), None)
        found = within or nearest(" ".join(words), self._roles, alike=_ALIKE)
        return self._roles[found] if found else None


_ALIKE = 0.8


_RANKS = ("senior ", "junior ", "sr ", "jr ", "lead ", "principal ")


def _aliases(titles: Mapping[str, Iterable[str]]) -> list[str]:
    return [title for titles_of_language in titles.values() for title in titles_of_language]


def _folded(title: str) -> str:
    composed = unicodedata.normalize("NFC", title).casefold()
    spaced = (" " if unicodedata.category(c)[0] in "PZ" else c for c in composed)
    return " ".join("".join(spaced).split())


def _unranked(folded: str) -> str:
    rank = next((rank for rank in _RANKS if folded.startswith(rank)), "")
    return folded.removeprefix(rank)
