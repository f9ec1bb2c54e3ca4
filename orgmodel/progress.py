"""Progress of long work: reported to a watcher, by default to none."""

from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")


class Countable(Sized, Iterable[T_co], Protocol[T_co]):
    """Things that can be counted and gone through."""


Watch = Callable[[str, Countable[U]], Iterable[U]]
"""A watcher: yields things one by one and reports what is done and how far it is."""


def _unwatched(what: str, things: Countable[U]) -> Iterable[U]:
    """Go through things as they are."""
    del what
    return things


_watch: ContextVar[Watch] = ContextVar("watch", default=_unwatched)  # type: ignore[type-arg]  # of any things


@contextmanager
def watching(watch: "Watch[object]") -> Iterator[None]:
    """Report the progress of long work to a watcher, in this thread only.

    Args:
        watch: Yields what it is given, and reports progress as it likes.
    """
    token = _watch.set(watch)
    try:
        yield
    finally:
        _watch.reset(token)


def watched(what: str, things: Countable[U]) -> Iterable[U]:
    """Iterate over things and report progress to the watcher, if there is one.

    Args:
        what: What is done with them, for people: ``Drawing pages``.
        things: The things; nothing is copied without a watcher.
    """
    return _watch.get()(what, things)
