"""Which position covers which customer on which day, and the trace of why."""

from orgmodel.cover.cover import Candidate, Cover, How, Member, State, Verdict
from orgmodel.cover.coverage import Coverage, coverage
from orgmodel.cover.why import Explanation, explain, why

__all__ = [
    "Candidate",
    "Cover",
    "Coverage",
    "Explanation",
    "How",
    "Member",
    "State",
    "Verdict",
    "coverage",
    "explain",
    "why",
]
