"""Contracts across layers that every sales organisation has: CTR1xx."""

from orgmodel.rules.contract_language import Contract, rule_of

_OUT_OF_LINE = """\
territories:
  north: {where: {place: [IT]}}
positions:
  eve: {role: executive, held_by: Eve Long}
  tom: {role: territory_manager, held_by: Tom Berg, covers: [north], reports_to: eve}
  rep: {role: sales_representative, held_by: Bob Ray, reports_to: tom}
  ada: {role: account_manager, held_by: Ada Rossi, reports_to: eve}
customers:
  acme: {key_account: true, place: IT, managed_by: ada}
"""

KEY_ACCOUNT_IN_LINE = rule_of(
    Contract(
        of="key account",
        needs="owner",
        severity="info",
        name="key-account-manager-out-of-line",
        because=(
            "Who answers for the account and who answers for the ground it stands on have a\n"
            "manager in common below the head; otherwise every dispute goes to the top. Who has\n"
            "no account manager at all is KEY501."
        ),
        by_name=True,
        held=False,
        in_line_of="territory branch",
    ),
    "CTR101",
    origin="founding facts: account managers report to a manager of the territory; a judgement",
    needs=["territories", "positions.covers", "customers.managed_by | assignments"],
    examples={
        "bad": _OUT_OF_LINE,
        "good": _OUT_OF_LINE.replace("Ada Rossi, reports_to: eve", "Ada Rossi, reports_to: tom"),
    },
    told_elsewhere=True,
)

_UNPLANNED = """\
territories:
  north: {where: {place: [IT]}}
  south: {where: {place: [FR]}}
positions:
  tom: {role: territory_manager, covers: [north, south]}
territory_plans:
  p1: {territory: north, owner: tom}
"""

TERRITORY_WITH_PLAN = rule_of(
    Contract(
        of="territory",
        needs="territory plan",
        severity="info",
        name="territory-without-plan",
        because=(
            "The plan says what is done for sales and marketing there and what it costs. The rule\n"
            "is silent where no territory has a plan."
        ),
    ),
    "CTR102",
    origin="definition of the role: a territory manager owns the territory plan",
    needs=["territory_plans"],
    examples={
        "bad": _UNPLANNED,
        "good": _UNPLANNED + "  p2: {territory: south, owner: tom}\n",
    },
)

_NO_PROSPECTING = """\
positions:
  bob: {role: sales_representative}
  joe: {role: sales_representative}
prospecting_plans:
  p1: {owner: bob}
"""

SELLER_WITH_PLAN = rule_of(
    Contract(
        of="sales_representative",
        needs="prospecting plan",
        severity="info",
        name="seller-without-prospecting-plan",
        because=(
            "Who is to find new customers says where, and how many calls it takes. The rule is\n"
            "silent where nobody has such a plan."
        ),
    ),
    "CTR103",
    origin="definition of the role: representatives have a prospecting plan",
    needs=["prospecting_plans"],
    examples={"bad": _NO_PROSPECTING, "good": _NO_PROSPECTING + "  p2: {owner: joe}\n"},
)

_TIERED = """\
positions:
  rep: {role: sales_representative, held_by: Bob Ray, covers: [north]}
  ada: {role: account_manager, held_by: Ada Rossi}
territories:
  north: {where: {place: [IT]}}
customers:
  acme: {tier: A, place: IT}
  nova: {tier: A, managed_by: ada}
"""

FIRST_TIER_BY_NAME = rule_of(
    Contract(
        of="existing customer",
        needs="owner",
        tier=["A"],
        severity="info",
        name="first-tier-without-manager",
        because=(
            "A customers are few and matter most; a territory alone gives them to whoever comes\n"
            "next. The tier is called A; a contract of your own says another."
        ),
        by_name=True,
        held=False,
    ),
    "CTR104",
    origin="ABC practice: tiers have roles; which ones is a judgement",
    needs=["customers.managed_by | assignments"],
    examples={
        "bad": _TIERED,
        "good": _TIERED.replace("place: IT}\n  nova", "managed_by: ada}\n  nova"),
    },
)

_DEPUTIES = """\
positions:
  eve: {role: sales_director, held_by: Eve Long, deputy: ann}
  ann: {role: sales_manager, held_by: Ann Lee, reports_to: eve}
  ada: {role: account_manager, held_by: Ada Rossi, reports_to: ann}
"""

MANAGER_WITH_DEPUTY = rule_of(
    Contract(
        of="manager",
        needs="deputy",
        severity="info",
        name="manager-without-deputy",
        because=(
            "While a manager is away somebody decides. The rule is silent where no position names\n"
            "a deputy."
        ),
        held=False,
    ),
    "CTR105",
    origin="judgement: a team needs somebody who decides from day to day",
    needs=["positions.deputy"],
    examples={
        "bad": _DEPUTIES,
        "good": _DEPUTIES.replace("reports_to: eve}", "reports_to: eve, deputy: eve}"),
    },
)
