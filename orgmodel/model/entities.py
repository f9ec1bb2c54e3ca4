"""The entities of one section of a design, by id."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Generic, TypeVar, overload

from orgmodel.model.ref import Id, kind_of
from orgmodel.model.source import UnknownError
from orgmodel.text import clean, did_you_mean

E = TypeVar("E", bound=Id[Any])


class UnknownIdError(UnknownError, KeyError):
    """A design has no entity of the id; the message names the nearest ones."""

    def __str__(self) -> str:
        return str(self.args[0])


class Entities(Collection[E]):
    """All entities of one kind, in the order in which they were added.

    ``org.positions["director"]`` is the entity of an id, ``"director" in org.positions`` tests
    whether there is one, and iterating yields the entities themselves. It shows the design as it
    is: what is added later appears in it.
    """

    def __init__(self, kind: type[E], rows: Mapping[str, E]) -> None:
        self._kind, self._rows = kind, rows

    def __getitem__(self, ref: Id[Any] | str) -> E:
        """Return the entity of an id.

        Raises:
            UnknownIdError: If there is none (a ``KeyError`` and a ``LookupError``).
        """
        found = self.get(ref)
        if found is None:
            near = did_you_mean(str(ref), self._rows)
            raise UnknownIdError(f"There is no {kind_of(self._kind)} {str(ref)!r}{near}")
        return found

    def get(self, ref: Id[Any] | str | None) -> E | None:
        """Return the entity of an id, or None."""
        if ref is None or (isinstance(ref, Id) and not isinstance(ref, self._kind)):
            return None
        return self._rows.get(str(ref)) or self._rows.get(clean(str(ref)))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids, in order."""
        return tuple(self._rows)

    def __contains__(self, ref: object) -> bool:
        return isinstance(ref, str | Id) and self.get(ref) is not None

    def __iter__(self) -> Iterator[E]:
        return iter(tuple(self._rows.values()))

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"<{len(self)} of {self._kind.__name__}: {', '.join(list(self._rows)[:5])}>"


class Section(Generic[E]):
    """Descriptor that provides ``org.positions`` and the like for a kind of entity."""

    def __init__(self, kind: type[E], rows: Callable[[Any, type[E]], Mapping[str, E]]) -> None:
        self._kind, self._rows = kind, rows
        self.__doc__ = f"All entities of :class:`{kind.__name__}`, by id."

    @overload
    def __get__(self, org: None, owner: type[Any]) -> "Section[E]": ...
    @overload
    def __get__(self, org: object, owner: type[Any]) -> Entities[E]: ...
    def __get__(self, org: object | None, owner: type[Any]) -> "Section[E] | Entities[E]":
        """Return the entities of a design."""
        return self if org is None else Entities(self._kind, self._rows(org, self._kind))
