"""The nouns of a sales organisation, their ids and references; nothing here looks upward."""

from orgmodel.model.accepted_finding import AcceptedFinding
from orgmodel.model.as_of import LINES, first_of
from orgmodel.model.customer import (
    AccountRole,
    Assignment,
    BuyingRole,
    Contact,
    Customer,
    Stage,
    Status,
)
from orgmodel.model.dated import Dated
from orgmodel.model.dated_relations import Holding, Leave, ReportingLine, TerritoryAssignment
from orgmodel.model.day import Day, today
from orgmodel.model.entities import Entities, UnknownIdError
from orgmodel.model.money import Amount, Money, exact
from orgmodel.model.org import SECTIONS, Entity, Org, entity_label
from orgmodel.model.plan import (
    AccountPlan,
    PayBenchmark,
    PlannedActivity,
    ProspectingPlan,
    Target,
    TerritoryPlan,
)
from orgmodel.model.position import Position
from orgmodel.model.ref import Id, OneOrMany, Ref, kind_of, references
from orgmodel.model.role import Attachment, Count, Department, Person, Role
from orgmodel.model.source import DesignError, OrgmodelError, Problem, Source, UnknownError
from orgmodel.model.territory import (
    CHANNEL,
    DIRECT,
    OVERLAY,
    STANDARD_TYPES,
    Territory,
    TerritoryType,
)
from orgmodel.model.text import Text
from orgmodel.model.validation.arguments import WrongKindError, choose, require, require_day
from orgmodel.model.validation.entity import checked
from orgmodel.model.validation.fields import adapter, defaults, numbers_or_texts
from orgmodel.model.validation.messages import wording
from orgmodel.model.where import (
    NUMBER_FIELDS,
    TEXT_FIELDS,
    Between,
    Condition,
    Value,
    Where,
    holds,
    matches,
)

__all__ = [
    "CHANNEL",
    "DIRECT",
    "LINES",
    "NUMBER_FIELDS",
    "OVERLAY",
    "SECTIONS",
    "STANDARD_TYPES",
    "TEXT_FIELDS",
    "AcceptedFinding",
    "AccountPlan",
    "AccountRole",
    "Amount",
    "Assignment",
    "Attachment",
    "Between",
    "BuyingRole",
    "Condition",
    "Contact",
    "Count",
    "Customer",
    "Dated",
    "Day",
    "Department",
    "DesignError",
    "Entities",
    "Entity",
    "Holding",
    "Id",
    "Leave",
    "Money",
    "OneOrMany",
    "Org",
    "OrgmodelError",
    "PayBenchmark",
    "Person",
    "PlannedActivity",
    "Position",
    "Problem",
    "ProspectingPlan",
    "Ref",
    "ReportingLine",
    "Role",
    "Source",
    "Stage",
    "Status",
    "Target",
    "Territory",
    "TerritoryAssignment",
    "TerritoryPlan",
    "TerritoryType",
    "Text",
    "UnknownError",
    "UnknownIdError",
    "Value",
    "Where",
    "WrongKindError",
    "adapter",
    "checked",
    "choose",
    "defaults",
    "entity_label",
    "exact",
    "first_of",
    "holds",
    "kind_of",
    "matches",
    "numbers_or_texts",
    "references",
    "require",
    "require_day",
    "today",
    "wording",
]
