"""The nouns of a sales organisation, their ids and references; nothing here looks upward."""

from orgmodel.model.accepted_finding import AcceptedFinding
from orgmodel.model.as_of import LINES, first_of
from orgmodel.model.customer import AccountRole, Assignment, BuyingRole, Contact, Customer, Stage
from orgmodel.model.dated import Dated
from orgmodel.model.dated_relations import Holding, Leave, ReportingLine, TerritoryAssignment
from orgmodel.model.day import today
from orgmodel.model.entities import Entities, UnknownIdError
from orgmodel.model.money import exact
from orgmodel.model.org import SECTIONS, Entity, Org, said
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
from orgmodel.model.role import Attachment, Department, Person, Role
from orgmodel.model.source import DesignError, OrgmodelError, Problem, Source, UnknownError
from orgmodel.model.territory import (
    CHANNEL,
    DIRECT,
    OVERLAY,
    STANDARD_TYPES,
    Territory,
    TerritoryType,
)
from orgmodel.model.validation.arguments import WrongKindError, choose, want, want_day
from orgmodel.model.validation.suggestions import did_you_mean, nearest
from orgmodel.model.where import Between, Condition, Where, holds

__all__ = [
    "CHANNEL",
    "DIRECT",
    "LINES",
    "OVERLAY",
    "SECTIONS",
    "STANDARD_TYPES",
    "AcceptedFinding",
    "AccountPlan",
    "AccountRole",
    "Assignment",
    "Attachment",
    "Between",
    "BuyingRole",
    "Condition",
    "Contact",
    "Customer",
    "Dated",
    "Department",
    "DesignError",
    "Entities",
    "Entity",
    "Holding",
    "Id",
    "Leave",
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
    "Target",
    "Territory",
    "TerritoryAssignment",
    "TerritoryPlan",
    "TerritoryType",
    "UnknownError",
    "UnknownIdError",
    "Where",
    "WrongKindError",
    "choose",
    "did_you_mean",
    "exact",
    "first_of",
    "holds",
    "kind_of",
    "nearest",
    "references",
    "said",
    "today",
    "want",
    "want_day",
]
