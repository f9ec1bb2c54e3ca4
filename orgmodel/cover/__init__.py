"""Which position covers which customer on which day, and the trace of why."""

from orgmodel.cover.cover import Candidate, Cover, How, Member, State, Verdict
from orgmodel.cover.coverage import Coverage, coverage
from orgmodel.cover.why import Why, explain, why

__all__ = [
    "Candidate",
    "Cover",
    "Coverage",
    "How",
    "Member",
    "State",
    "Verdict",
    "Why",
    "coverage",
    "explain",
    "why",
]
