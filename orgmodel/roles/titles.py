"""Which role a title names, in any of the languages that the roles know."""

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from orgmodel.model import Role
from orgmodel.roles.standard import STANDARD_ROLES


class Titles:
    """The titles of a set of roles, in all their languages.

    Letter case, punctuation and a seniority such as "Senior" in front do not count. Accents do.

    Args:
        roles: The roles; of two with the same title the later one wins, so that a company's own
            roles go behind the standard ones.
    """

    def __init__(self, roles: Iterable[Role] = STANDARD_ROLES) -> None:
        self._roles: dict[str, Role] = {}
        for role in roles:
            for title in (role.title, role.id, *_aliases(role.titles)):
                self._roles[_folded(title)] = role

    def role_of(self, title: str) -> Role | None:
        """Return the role that a title names, or None where none is known."""
        folded = _folded(title)
        return self._roles.get(folded) or self._roles.get(_unranked(folded))

    def nearest(self, title: str) -> Role | None:
        """Return the role with the title most like this one, or None where none is alike.

        Alike is a ratio of at least 0.6 of :mod:`difflib`, its own default.
        """
        close = get_close_matches(_unranked(_folded(title)), self._roles, n=1)
        return self._roles[close[0]] if close else None


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
