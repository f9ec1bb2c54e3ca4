"""How far long work has come, shown in a terminal and nowhere else."""

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
"""Seconds of work after which a bar appears; what is done sooner needs none."""
_EVERY = 0.1
"""Seconds between looks at the bar."""


def in_terminal() -> AbstractContextManager[None]:
    """Return a context in which long work is shown on standard error, if that is a terminal."""
    return watching(shown) if sys.stderr.isatty() else nullcontext()


def shown(what: str, things: Countable[T]) -> Iterator[T]:
    """Yield things, with a bar once it takes its time; the bar is gone from view when done."""
    with ExitStack() as stack:
        bar, done, told = None, 0, 0
        look = monotonic() + PATIENCE
        for thing in things:
            yield thing
            done += 1
            if monotonic() < look:
                continue
            if bar is None:
                bar = stack.enter_context(_bar(what, len(things)))
            bar.update(done - told)
            told, look = done, monotonic() + _EVERY
        if bar is not None:
            bar.update(done - told)


def _bar(what: str, length: int) -> "ProgressBar[int]":
    items: Iterable[int] = range(length)
    return click.progressbar(items, length=length, label=what, file=sys.stderr)
