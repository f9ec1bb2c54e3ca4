"""Long work, watched by whoever asked for it: nobody, unless somebody says so."""

from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")


class Countable(Sized, Iterable[T_co], Protocol[T_co]):
    """Things that can be counted and gone through."""


Watch = Callable[[str, Countable[U]], Iterable[U]]
"""What goes through things one by one, telling what is done with them and how far it has come."""


def _unwatched(what: str, things: Countable[U]) -> Iterable[U]:
    """Go through things as they are."""
    del what
    return things


_watch: ContextVar[Watch] = ContextVar("watch", default=_unwatched)  # type: ignore[type-arg]  # of any things


@contextmanager
def watching(watch: "Watch[object]") -> Iterator[None]:
    """Let long work be watched for a while, in this thread alone.

    Args:
        watch: Yields what it is given, and tells how far it has come as it likes.
    """
    token = _watch.set(watch)
    try:
        yield
    finally:
        _watch.reset(token)


def watched(what: str, things: Countable[U]) -> Iterable[U]:
    """Go through things, seen by whoever watches.

    Args:
        what: What is done with them, for people: ``Drawing pages``.
        things: The things; nothing is copied where nobody watches.
    """
    return _watch.get()(what, things)
