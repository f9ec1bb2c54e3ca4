"""The nouns of a sales organisation, their ids and references; nothing here looks upward."""

from orgmodel.model.accepted_finding import AcceptedFinding
from orgmodel.model.account_profile import AccountProfile, Rating
from orgmodel.model.activity import Activity, ActivityType
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
from orgmodel.model.deal import Contract, Opportunity
from orgmodel.model.entities import Entities, UnknownIdError
from orgmodel.model.goal import Goal, Result
from orgmodel.model.money import Amount, Money, exact
from orgmodel.model.org import SECTIONS, Entity, Org, entity_label
from orgmodel.model.place_names import bare_name, country_code, named_places, state_codes
from orgmodel.model.plan import (
    AccountPlan,
    PayBenchmark,
    PlannedActivity,
    ProspectingPlan,
    Target,
    TerritoryPlan,
)
from orgmodel.model.position import Position
from orgmodel.model.postal_ranges import range_ends
from orgmodel.model.product import Product
from orgmodel.model.ref import Id, OneOrMany, Ref, kind_of, references
from orgmodel.model.relation import Relation, RelationType, Successor
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
from orgmodel.model.validation.fields import adapter, defaults, nested, numbers_or_texts
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
    "AccountProfile",
    "AccountRole",
    "Activity",
    "ActivityType",
    "Amount",
    "Assignment",
    "Attachment",
    "Between",
    "BuyingRole",
    "Condition",
    "Contact",
    "Contract",
    "Count",
    "Customer",
    "Dated",
    "Day",
    "Department",
    "DesignError",
    "Entities",
    "Entity",
    "Goal",
    "Holding",
    "Id",
    "Leave",
    "Money",
    "OneOrMany",
    "Opportunity",
    "Org",
    "OrgmodelError",
    "PayBenchmark",
    "Person",
    "PlannedActivity",
    "Position",
    "Problem",
    "Product",
    "ProspectingPlan",
    "Rating",
    "Ref",
    "Relation",
    "RelationType",
    "ReportingLine",
    "Result",
    "Role",
    "Source",
    "Stage",
    "Status",
    "Successor",
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
    "bare_name",
    "checked",
    "choose",
    "country_code",
    "defaults",
    "entity_label",
    "exact",
    "first_of",
    "holds",
    "kind_of",
    "matches",
    "named_places",
    "nested",
    "numbers_or_texts",
    "range_ends",
    "references",
    "require",
    "require_day",
    "state_codes",
    "today",
    "wording",
]
