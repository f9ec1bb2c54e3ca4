"""A progress bar for long work, shown only in a terminal."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, nullcontext
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

import click

from orgmodel.progress import Countable, watching

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

T = TypeVar("T")

PATIENCE = 0.7
"""Seconds of work after which a bar appears."""
_EVERY = 0.1
"""Seconds between updates of the bar."""


def progress_in_terminal() -> AbstractContextManager[None]:
    """Return a context that shows progress on standard error, if that is a terminal."""
    return watching(with_bar) if sys.stderr.isatty() else nullcontext()


def with_bar(what: str, things: Countable[T]) -> Iterator[T]:
    """Yield things, and show a bar while that takes long."""
    with ExitStack() as stack:
        bar, done, shown = None, 0, 0
        next_update = monotonic() + PATIENCE
        for thing in things:
            yield thing
            done += 1
            if monotonic() < next_update:
                continue
            if bar is None:
                bar = stack.enter_context(_bar(what, len(things)))
            bar.update(done - shown)
            shown, next_update = done, monotonic() + _EVERY
        if bar is not None:
            bar.update(done - shown)


def _bar(what: str, length: int) -> "ProgressBar[int]":
    items: Iterable[int] = range(length)
    return click.progressbar(items, length=length, label=what, file=sys.stderr)
