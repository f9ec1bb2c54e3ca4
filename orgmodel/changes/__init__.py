"""What changed between two designs; scenarios; changes as values."""

from orgmodel.changes.accounts import ChangeTarget, Reassign
from orgmodel.changes.applying import Change, Verb, apply, between, expand, same, undo
from orgmodel.changes.calendar import Entry, calendar, last_day
from orgmodel.changes.diff import Diff, Pair, diff
from orgmodel.changes.figures import Figures
from orgmodel.changes.handovers import Handover, handovers
from orgmodel.changes.impact import Impact
from orgmodel.changes.lapse_change import LapseChange, lapse_change
from orgmodel.changes.lapses import Lapse, lapses
from orgmodel.changes.markets import ChangeRule, MergeTerritories, SplitTerritory
from orgmodel.changes.people import Depart, Hire, Move, Promote, TakeOver
from orgmodel.changes.plan import Plan
from orgmodel.changes.primitives import Add, Head, Primitive, Remove, Rename, Reorder, Set
from orgmodel.changes.remarks import Remark, Remarks
from orgmodel.changes.renaming import Renaming, renamings
from orgmodel.changes.rendering import PLAN_FORMATS
from orgmodel.changes.scenario import Scenario, compose
from orgmodel.changes.side_by_side import SIDE_BY_SIDE_FORMATS, SideBySide
from orgmodel.changes.staff import People, PersonChange
from orgmodel.changes.successors import Succession, title_of
from orgmodel.changes.transition import Step, Transition, transition

__all__ = [
    "PLAN_FORMATS",
    "SIDE_BY_SIDE_FORMATS",
    "Add",
    "Change",
    "ChangeRule",
    "ChangeTarget",
    "Depart",
    "Diff",
    "Entry",
    "Figures",
    "Handover",
    "Head",
    "Hire",
    "Impact",
    "Lapse",
    "LapseChange",
    "MergeTerritories",
    "Move",
    "Pair",
    "People",
    "PersonChange",
    "Plan",
    "Primitive",
    "Promote",
    "Reassign",
    "Remark",
    "Remarks",
    "Remove",
    "Rename",
    "Renaming",
    "Reorder",
    "Scenario",
    "Set",
    "SideBySide",
    "SplitTerritory",
    "Step",
    "Succession",
    "TakeOver",
    "Transition",
    "Verb",
    "apply",
    "between",
    "calendar",
    "compose",
    "diff",
    "expand",
    "handovers",
    "lapse_change",
    "lapses",
    "last_day",
    "renamings",
    "same",
    "title_of",
    "transition",
    "undo",
]
