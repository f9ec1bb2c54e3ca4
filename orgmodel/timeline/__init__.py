"""Cover over time: who holds and serves what on which days, and the days without cover."""

from orgmodel.timeline.coverage_gaps import Lapse, days_within, lapses
from orgmodel.timeline.incumbency import Presence
from orgmodel.timeline.intervals import EVER, NEVER, Interval, common, merged, without

__all__ = [
    "EVER",
    "NEVER",
    "Interval",
    "Lapse",
    "Presence",
    "common",
    "days_within",
    "lapses",
    "merged",
    "without",
]
