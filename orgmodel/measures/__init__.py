"""Numbers about an organisation: spans, load, cost, concentration, balance, continuity."""

from orgmodel.measures.balance import LIMIT_BAND, WARNING_BAND, Balance, Index, balance
from orgmodel.measures.books import Book, books
from orgmodel.measures.buying_centre import (
    PEOPLE,
    BuyingCentre,
    buying_centre,
    buying_centres,
    buying_table,
)
from orgmodel.measures.catalogue import MEASURES, table
from orgmodel.measures.concentration import Concentration, Share, concentration
from orgmodel.measures.continuity import Continuity, Loss, Team, continuity
from orgmodel.measures.cost import Cost, Priced, Unpriced, cost
from orgmodel.measures.detail import By, detail
from orgmodel.measures.grouping import Grouping, Quantity, Totals, peers, totals
from orgmodel.measures.handover import Handover, Takeover, handovers
from orgmodel.measures.headcount import Headcount, StaffGrouping, headcount, headcount_by
from orgmodel.measures.layers import Layer, layers
from orgmodel.measures.measured import Measured
from orgmodel.measures.norms import CALLS, SELLING_HOURS, Calls, Norms
from orgmodel.measures.printing import GRID_FORMATS, TABLE_FORMATS
from orgmodel.measures.ratio import (
    CoverageRatio,
    Productivity,
    Split,
    coverage_ratio,
    revenue_per_head,
)
from orgmodel.measures.rolling import rolled_up
from orgmodel.measures.spans import BANDS, Band, Span, Spans, at_side, spans
from orgmodel.measures.table import Difference, Figure, Measure, Number, Table, compare, said
from orgmodel.measures.targets import RollUp, TargetKind, TargetRollUp, is_overlay, periods, targets
from orgmodel.measures.vacancies import Vacancy, vacancies
from orgmodel.measures.workload import Load, Workload, hours_of, workload

__all__ = [
    "BANDS",
    "CALLS",
    "GRID_FORMATS",
    "LIMIT_BAND",
    "MEASURES",
    "PEOPLE",
    "SELLING_HOURS",
    "TABLE_FORMATS",
    "WARNING_BAND",
    "Balance",
    "Band",
    "Book",
    "BuyingCentre",
    "By",
    "Calls",
    "Concentration",
    "Continuity",
    "Cost",
    "CoverageRatio",
    "Difference",
    "Figure",
    "Grouping",
    "Handover",
    "Headcount",
    "Index",
    "Layer",
    "Load",
    "Loss",
    "Measure",
    "Measured",
    "Norms",
    "Number",
    "Priced",
    "Productivity",
    "Quantity",
    "RollUp",
    "Share",
    "Span",
    "Spans",
    "Split",
    "StaffGrouping",
    "Table",
    "Takeover",
    "TargetKind",
    "TargetRollUp",
    "Team",
    "Totals",
    "Unpriced",
    "Vacancy",
    "Workload",
    "at_side",
    "balance",
    "books",
    "buying_centre",
    "buying_centres",
    "buying_table",
    "compare",
    "concentration",
    "continuity",
    "cost",
    "coverage_ratio",
    "detail",
    "handovers",
    "headcount",
    "headcount_by",
    "hours_of",
    "is_overlay",
    "layers",
    "peers",
    "periods",
    "revenue_per_head",
    "rolled_up",
    "said",
    "spans",
    "table",
    "targets",
    "totals",
    "vacancies",
    "workload",
]
