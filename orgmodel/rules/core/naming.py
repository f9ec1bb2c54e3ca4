"""Names of rules in settings and commands: a code, the beginning of codes, or a name."""

from collections.abc import Iterable
from typing import Protocol


class Named(Protocol):
    """A rule or a finding."""

    @property
    def code(self) -> str:
        """Three letters and three digits."""
        ...

    @property
    def name(self) -> str:
        """Words with hyphens."""
        ...


def named(one: Named, names: Iterable[str]) -> bool:
    """Return whether one of the names is the rule's name, its code or the beginning of it."""
    return any(one.name == name or one.code.startswith(name.upper()) for name in names if name)
