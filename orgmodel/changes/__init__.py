"""Differences between two designs; scenarios; changes as values."""

from orgmodel.changes.differences.diff import Diff, Pair, diff
from orgmodel.changes.differences.figures import Figures
from orgmodel.changes.differences.gap_changes import LapseChange, lapse_change
from orgmodel.changes.differences.handovers import Handover, handovers
from orgmodel.changes.differences.people_changes import People, PersonChange
from orgmodel.changes.differences.renames import Renaming, renamings
from orgmodel.changes.differences.successors import Succession, title_of
from orgmodel.changes.plan.calendar import Entry, calendar, last_day
from orgmodel.changes.plan.findings import Remark, Remarks
from orgmodel.changes.plan.impact import Impact
from orgmodel.changes.plan.plan import Plan
from orgmodel.changes.plan.sequence import Step, Transition, transition
from orgmodel.changes.plan.side_by_side import SIDE_BY_SIDE_FORMATS, SideBySide
from orgmodel.changes.plan.text import PLAN_FORMATS
from orgmodel.changes.verbs.accounts import ChangeTarget, Reassign
from orgmodel.changes.verbs.apply import Change, Verb, apply, between, differing, expand, same, undo
from orgmodel.changes.verbs.people import Depart, Hire, Move, Promote, TakeOver
from orgmodel.changes.verbs.primitives import Add, Head, Primitive, Remove, Rename, Reorder, Set
from orgmodel.changes.verbs.references import renamed
from orgmodel.changes.verbs.scenario import Scenario, compose
from orgmodel.changes.verbs.territories import ChangeRule, MergeTerritories, SplitTerritory
from orgmodel.timeline import Lapse, lapses

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
    "differing",
    "expand",
    "handovers",
    "lapse_change",
    "lapses",
    "last_day",
    "renamed",
    "renamings",
    "same",
    "title_of",
    "transition",
    "undo",
]
