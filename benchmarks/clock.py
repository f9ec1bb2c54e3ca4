"""Measuring: CPU seconds of this process, the median of several runs, in interleaved rounds."""

import gc
import statistics
from collections.abc import Callable, Sequence
from time import process_time

Work = Callable[[], object]


def cpu_seconds(work: Work) -> float:
    """CPU seconds that a piece of work takes, with nothing left to collect from the one before."""
    gc.collect()
    start = process_time()
    result = work()
    taken = process_time() - start
    del result
    return taken


def medians(works: Sequence[Work], rounds: int) -> list[float]:
    """CPU seconds that each piece of work takes, taking turns."""
    times = [[cpu_seconds(work) for work in works] for _ in range(rounds)]
    return [statistics.median(column) for column in zip(*times, strict=True)]
