"""Better designs: proposals with a proven bound, made as scenarios of ordinary changes.

A proposal never changes a design. Its scenario is planned, checked and drawn like one that a person
wrote; its account says how far from the best it can be, whom it touches, and why.
"""

from orgmodel.propose.alignment.align import align
from orgmodel.propose.alignment.align_units import Alignment, align_units
from orgmodel.propose.alignment.task import Task as AlignmentTask
from orgmodel.propose.alignment.units import AlignLimits, Area, Measure
from orgmodel.propose.assignment.propose_assignment import assign
from orgmodel.propose.assignment.task import Limits, Scope, Unit, Weights
from orgmodel.propose.core.account import PROPOSAL_FORMATS
from orgmodel.propose.core.errors import ProposeError
from orgmodel.propose.core.parts import Move, Objective, Status, Touched
from orgmodel.propose.core.proposal import Proposal
from orgmodel.propose.quota.quotas import Basis, QuotaLimits, quotas
from orgmodel.propose.repairing.faults import REPAIRABLE
from orgmodel.propose.repairing.repair import repair
from orgmodel.propose.routing.memory import Memory, read_memory
from orgmodel.propose.routing.route import Routed, route
from orgmodel.propose.sizing.size import Method, SizeLimits, size
from orgmodel.propose.succession.succeed import Succession, succeed, succeed_each

__all__ = [
    "PROPOSAL_FORMATS",
    "REPAIRABLE",
    "AlignLimits",
    "Alignment",
    "AlignmentTask",
    "Area",
    "Basis",
    "Limits",
    "Measure",
    "Memory",
    "Method",
    "Move",
    "Objective",
    "Proposal",
    "ProposeError",
    "QuotaLimits",
    "Routed",
    "Scope",
    "SizeLimits",
    "Status",
    "Succession",
    "Touched",
    "Unit",
    "Weights",
    "align",
    "align_units",
    "assign",
    "quotas",
    "read_memory",
    "repair",
    "route",
    "size",
    "succeed",
    "succeed_each",
]
