"""Contracts across layers that every sales organisation has: CTR101 to CTR105."""

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
            "The account manager and the positions that cover the territory have a manager in\n"
            "common below the head; otherwise every dispute goes to the top. Key accounts\n"
            "without any account manager are KEY501."
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
    none_elsewhere=True,
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
            "The plan lists the sales and marketing activities there and their cost. The rule is\n"
            "silent where no territory has a plan."
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
            "The plan states where new customers are to be found, and how many calls it takes.\n"
            "The rule is silent where nobody has such a plan."
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
            "A customers are few and matter most; a territory alone passes them on with every\n"
            "change. The tier is called A; a contract of your own can name another."
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
            "Somebody decides while a manager is away. The rule is silent where no position names\n"
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
