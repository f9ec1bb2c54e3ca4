"""Numbers about an organisation: spans, load, cost, concentration, balance, continuity."""

from orgmodel.measures.catalogue.catalogue import MEASURES, table
from orgmodel.measures.catalogue.detail import By, detail
from orgmodel.measures.catalogue.measured import Measured
from orgmodel.measures.core.output import GRID_FORMATS, TABLE_FORMATS
from orgmodel.measures.core.rolling import rolled_up
from orgmodel.measures.core.table import Difference, Figure, Measure, Number, Table, compare, said
from orgmodel.measures.market.balance import LIMIT_BAND, WARNING_BAND, Balance, Index, balance
from orgmodel.measures.market.buying_centre import (
    PEOPLE,
    BuyingCentre,
    buying_centre,
    buying_centres,
    buying_table,
)
from orgmodel.measures.market.concentration import Concentration, Share, concentration
from orgmodel.measures.market.grouping import Grouping, Quantity, Totals, peers, totals
from orgmodel.measures.market.norms import CALLS, SELLING_HOURS, Calls, Norms
from orgmodel.measures.market.portfolios import Book, books
from orgmodel.measures.market.ratio import (
    CoverageRatio,
    Productivity,
    Split,
    coverage_ratio,
    revenue_per_head,
)
from orgmodel.measures.market.targets import (
    RollUp,
    TargetKind,
    TargetRollUp,
    is_overlay,
    periods,
    targets,
)
from orgmodel.measures.market.workload import Load, Workload, hours_of, workload
from orgmodel.measures.people.cost import Cost, Priced, Unpriced, cost
from orgmodel.measures.people.headcount import Headcount, StaffGrouping, headcount, headcount_by
from orgmodel.measures.people.layers import Layer, layers
from orgmodel.measures.people.spans import BANDS, Band, Span, Spans, at_side, spans
from orgmodel.measures.people.vacancies import Vacancy, vacancies
from orgmodel.measures.risk.continuity import Continuity, Loss, Team, continuity
from orgmodel.measures.risk.handover import Handover, Takeover, handovers

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
