"""Faults to seed in sound organisations, each with the rule and the place that must tell it."""

import datetime as dt

from orgmodel import Assignment, Contact, Customer, Position, Territory, Where
from orgmodel.model import (
    AccountPlan,
    Activity,
    Contract,
    Goal,
    Holding,
    Leave,
    Opportunity,
    PayBenchmark,
    Person,
    Product,
    ProspectingPlan,
    Relation,
    RelationType,
    Result,
    Role,
    Successor,
    Target,
    TerritoryAssignment,
    TerritoryPlan,
    TerritoryType,
)

MARCH, APRIL = dt.date(2026, 3, 1), dt.date(2026, 4, 1)
LATER = dt.date(2999, 1, 1)


def change(node, **fields):
    """Seed by changing fields of an entity, which the finding is then about."""
    return node, lambda rows: rows.change(node, **fields)


def put(node, *entities):
    """Seed by adding entities; the finding is about the node."""
    return node, lambda rows: rows.put(*entities)


def both(node, *seeds):
    """Seed several changes; the finding is about the node."""

    def seed(rows):
        for _, each in seeds:
            each(rows)

    return node, seed


def without(node, gone):
    """Seed by taking an entity away; the finding is about the node."""
    return node, lambda rows: rows.pop(gone)


def newcomer(id_="new", role="sales_representative", **fields):
    """Make a position that is like the others."""
    given = {"held_by": "Yann Quill", "reports_to": "t0", "coordinated_by": "c0", "grade": 3}
    return Position(id_, role, **{**given, **fields})


def holding(id_, person, **fields):
    """Make a holding of the new position."""
    return Holding(id_, "new", person, **fields)


S, K, T, C = "position:s00", "position:k0", "position:t0", "customer:small-0-0-0"
KEY, AREA, LEAD = "customer:key-0-0", "territory:area-0-0", "customer:lead-0-0"
ALL = "organisation"

FAULTS = {
    "MOD001": change(S, deputy="nobody-at-all"),
    "MOD002": put("position:new", newcomer(role=None, title="Wizard of Xyzzy")),
    "MOD009": put("customer:twin-1", Customer("twin-1", "Twin Co"), Customer("twin-2", "TWIN-CO")),
    "MOD010": put("role:idle", Role("idle", "Idle")),
    "MOD013": put("territory_type:idle", TerritoryType("idle", 7)),
    "MOD014": put(ALL, newcomer("a,b")),
    "MOD015": put(
        "pay_benchmark:old",
        PayBenchmark(
            "old",
            "sales_manager",
            9,
            benchmark_currency="USD",
            publisher="BLS",
            as_of=dt.date(2010, 5, 1),
        ),
    ),
    "MOD016": put(
        "pay_benchmark:odd",
        PayBenchmark(
            "odd",
            "sales_manager",
            9,
            high=5,
            benchmark_currency="USD",
            publisher="BLS",
            as_of=dt.date(2026, 5, 1),
        ),
    ),
    "ORG101": both("position:m0", change("position:m0", reports_to="t0")),
    "ORG102": change(S, reports_to="s00"),
    "ORG103": put(ALL, newcomer("x1", "executive", reports_to=None), newcomer(reports_to="x1")),
    "ORG104": change(S, dotted_to=["t0"]),
    "ORG105": change(T, held_by="Holder m 0"),
    "ORG106": change(T, held_by=None, deputy=None),
    "ORG107": change(T, grade=3),
    "ORG108": change("position:m0", grade=12),
    "ORG109": put("position:new", newcomer(reports_to=None)),
    "ORG110": both(S, put("", newcomer(held_by=None)), change(S, deputy="new")),
    "ROL101": change("position:m0", reports_to="t1"),
    "ROL102": both(K, change(S, reports_to="k0")),
    "ROL103": both(K, change(LEAD, managed_by="k0")),
    "ROL104": change(S, coordinated_by=None),
    "ROL106": both(T, change(S, coordinated_by="t0")),
    "ROL107": change(K, covers=["rest"]),
    "ROL108": both("position:c0", change(C, managed_by="c0")),
    "ROL111": put("prospecting_plan:new", ProspectingPlan("new", "k0")),
    "ROL112": put("position:new", newcomer(role="account_manager", coordinated_by=None)),
    "SPN201": put("position:t0", *(newcomer(f"n{chr(97 + n)}") for n in range(11))),
    "SPN206": put("position:c0", *(newcomer(f"n{chr(97 + n)}", reports_to="t1") for n in range(5))),
    "TER301": put("territory:new", Territory("new", Where(place=["FR"]))),
    "TER302": both(AREA, change(S, held_by=None)),
    "TER303": put(
        AREA,
        Territory("zone", Where(place=["IT-0"], industry=["chemicals"]), within="north-0"),
        newcomer(covers=["zone"]),
    ),
    "TER304": put(
        "territory:new",
        Territory("new", Where(place="IT", exclude=Where(place="IT"))),
        newcomer(covers=["new"]),
    ),
    "TER305": without(ALL, "territory:rest"),
    "TER307": put(
        "territory:new",
        Territory("new", Where(place=["IT-0"], industry=["food"]), type="channel"),
        newcomer(covers=["new"]),
    ),
    "TER308": put(AREA, newcomer(covers=["area-0-0"])),
    "TER309": both("territory:area-0-0", change("territory:north-0", within="area-0-0")),
    "TER311": change(AREA, where=Where(place=["IT-9"], industry=["chemicals"])),
    "TER312": change("territory:rest", where=Where(attributes={"chanel": ["web"]})),
    "TER316": put(
        "territory_type:twin",
        TerritoryType("twin", 1),
        Territory("new", Where(place=["FR"]), type="twin"),
        newcomer(covers=["new"]),
    ),
    "TER319": put("territory_plan:new", TerritoryPlan("new", "area-0-0", "s10", period="3000")),
    "TER320": put(AREA, TerritoryPlan("new", "area-0-0", "s00", period="2999")),
    "CUS401": put("customer:new", Customer("new", place="FR", excluded_from=["rest"])),
    "CUS402": both("position:new", put("", newcomer(held_by=None)), change(C, managed_by="new")),
    "CUS403": put("customer:new", Customer("new", status="prospect", place="FR")),
    "CUS404": put(KEY, Assignment("new", "key-0-0", "l0")),
    "CUS405": put(C, Assignment("new", "small-0-0-0", "s00", share=60)),
    "CUS406": both(
        "customer:key-0-0", change("customer:key-0-1", parent="key-0-0", managed_by="l0")
    ),
    "CUS407": both(
        "customer:key-0-0",
        change("customer:key-0-1", parent="key-0-0"),
        change("customer:key-0-0", parent="key-0-1"),
    ),
    "CUS408": change(C, territories=["rest"], excluded_from=["rest"]),
    "CUS409": change(C, territories=["area-1-0"]),
    "CUS410": change(C, profit=5000),
    "CUS411": change(C, potential=1),
    "CUS412": change(LEAD, revenue=10),
    "KEY501": change(KEY, managed_by=None),
    "KEY502": both(KEY, change(KEY, deputy=None), change(K, deputy=None)),
    "KEY503": change(KEY, deputy="k0"),
    "KEY504": without(KEY, "account_plan:plan-key-0-0"),
    "KEY505": change(KEY, contacts=[Contact("Jo Hill", "purchasing", known_by="k0")]),
    "KEY506": change(KEY, contacts=[Contact("Jo Hill", "purchasing")]),
    "KEY508": without(KEY, "assignment:sponsor-key-0-0"),
    "KEY510": both(KEY, change(K, held_by=None)),
    "KEY512": put("account_plan:new", AccountPlan("new", "key-0-0", "s10", period="3000")),
    "KEY513": put(KEY, AccountPlan("new", "key-0-0", "k0", period="2999")),
    "KEY514": change("account_plan:plan-key-0-0", actions=[]),
    "KEY515": change(KEY, profit=-5),
    "KEY516": change(KEY, revenue=None),
    "KEY517": change(C, revenue=201),
    "KEY518": change(KEY, contacts=[Contact("Jo Hill", "purchasing", known_by="k0")]),
    "ACC601": put(
        C, *(Assignment(f"n{n}", "small-0-0-0", f"s0{n}", "specialist", share=60) for n in (0, 1))
    ),
    "ACC602": change(C, managed_by="s00", deputy="s00"),
    "ACC603": put(
        "assignment:n1",
        *(Assignment(f"n{n}", "small-0-0-0", "s01", "specialist") for n in (1, 2)),
    ),
    "ACC606": put(K, Assignment("new", "small-0-0-0", "k0", "coordinator")),
    "ACC607": put(S, Assignment("new", "key-0-0", "s00", "executive sponsor")),
    "CTR101": both(KEY, change(K, reports_to="m1")),
    "CTR102": without(AREA, "territory_plan:plan-0-0"),
    "CTR103": without(S, "prospecting_plan:hunt-0-0"),
    "CTR105": change(T, deputy=None),
    "CAP701": change(K, fte=0.01),
    "CNT955": change("position:l0", fte=0.05),
    "CNT958": put("position:c0", *(newcomer(f"n{chr(97 + n)}", reports_to="t1") for n in range(5))),
    "CNT957": both(
        "position:k0",
        change("position:k0", deputy="l0"),
        change("position:l0", deputy="m0"),
        change("position:m0", deputy="k0"),
    ),
    "CUS415": change(C, place="Italy"),
    "TER323": put(
        "territory:new", Territory("new", Where(place="Georgia")), newcomer(covers=["new"])
    ),
    "DEA101": put("opportunity:new", Opportunity("new", LEAD[9:], source="marketing lead")),
    "DEA102": put("position:new", newcomer(held_by=None), Opportunity("deal", C[9:], "new")),
    "DEA103": put("opportunity:new", Opportunity("new", LEAD[9:], "k0")),
    "DEA104": put("opportunity:new", Opportunity("new", C[9:], "s00", closes=MARCH)),
    "DEA105": put(KEY, Contract("new", C[9:], "s00")),
    "DEA106": put("contract:new", Contract("new", C[9:], "s00", until=dt.date(2026, 6, 1))),
    "DEA107": put("contract:new", Contract("new", C[9:])),
    "DEA108": put(
        "account_plan:new",
        Product("pumps"),
        Contract("deal", C[9:], "s00", products=["pumps"]),
        AccountPlan("new", C[9:], "s00", targets={"valves": 5}),
    ),
    "ACT101": put(S, Activity("new", "s00", "visit", times=10_000, hours=1)),
    "ACT102": put(
        "position:new",
        Role("apprentice", "Apprentice", wins_new_business=True, coached=1),
        newcomer(role="apprentice"),
    ),
    "ACT103": both(C, change(C, tier="A"), put("", Activity("new", "s00", customer=C[9:]))),
    "ACT104": put(KEY, Activity("new", "k0", "communication", customer=KEY[9:])),
    "ACT105": put("account_plan:new", AccountPlan("new", C[9:], "s00")),
    "ACT106": put(
        "prospecting_plan:new",
        ProspectingPlan("new", "s00", period="2998", meetings=10, win_rate=10),
        Target("new", "s00", "2998", new_customers=2),
    ),
    "PPL101": put("position:new", newcomer(held_by="Holder s 0 0")),
    "PPL102": put(
        "position:new",
        Role("expert", "Expert", wins_new_business=True, skills={"negotiation": 5}),
        Person("yann", "Yann Quill", skills={"negotiation": 4}),
        newcomer(role="expert", held_by="yann"),
    ),
    "PPL103": put("person:bot", Person("bot", holder="software"), newcomer(held_by="bot")),
    "PPL104": put(ALL, newcomer(coordinated_by=None, deputy=None)),
    "PPL105": put(ALL, Successor("new", "t0", "Yann Quill")),
    "PPL106": put(
        "relation_type:mentors", RelationType("mentors", required_for=["sales_representative"])
    ),
    "PPL107": put(T, RelationType("mentors", most=0), Relation("new", "mentors", "t0", "s00")),
    "TGT812": put("goal:new", Goal("new", period="2999", revenue=5)),
    "TGT814": put(
        "territory_plan:plan-north-0", Result("new", "m0", "2999", territory="north-0", cost=1001)
    ),
    "TGT801": without(T, "target:goal-s00"),
    "TGT802": both(T, change("target:goal-s00", revenue=1)),
    "TGT803": both(T, change("target:goal-s00", revenue=9000)),
    "TGT804": both(S, change(S, held_by=None)),
    "TGT806": change("target:goal-s00", set_by="k0"),
    "TGT808": put("target:new", Target("new", "s00", "2999")),
    "TGT809": put("target:new", Target("new", "k0", "2999", new_customers=3)),
    "TGT810": put(S, Target("new", "s00", "2999", revenue=1)),
    "TIM001": put(
        "customer:new",
        Customer("new", excluded_from=["rest"], place="FR"),
        Assignment("n1", "new", "k0", until=MARCH),
        Assignment("n2", "new", "l0", since=APRIL),
    ),
    "TIM002": put(
        "customer:new",
        Customer("new", place="FR"),
        Assignment("n1", "new", "k0", until=APRIL),
        Assignment("n2", "new", "l0", since=MARCH, until=APRIL),
    ),
    "TIM003": put(
        "position:new",
        newcomer(held_by=None),
        holding("h1", "Ida Voss", until=APRIL),
        holding("h2", "Omar Nell", since=MARCH),
    ),
    "TIM004": put(
        "position:new", newcomer(held_by=None), holding("h1", "Ida Voss", until=dt.date(2025, 1, 1))
    ),
    "TIM005": put(
        "territory:new",
        Territory("new", Where(place=["FR"])),
        TerritoryAssignment("n1", "new", "s00", until=MARCH),
        TerritoryAssignment("n2", "new", "s01", since=APRIL),
    ),
    "TIM006": put(
        "holding:h1",
        newcomer(held_by=None, since=APRIL),
        holding("h1", "Ida Voss", since=MARCH),
    ),
    "TIM007": put("assignment:new", Assignment("new", "small-0-0-0", "s00", temporary=True)),
    "TIM008": both(
        "leave:new",
        change(S, deputy=None),
        put("", Leave("new", "Holder s 0 0", since=APRIL, until=LATER)),
    ),
    "TIM009": put("leave:new", Leave("new", "Holder s 0 0", since=APRIL)),
    "TIM016": put(
        "position:new", newcomer(held_by="gone"), Person("gone", "Ulf Gone", until=MARCH)
    ),
    "TIM013": both(
        C,
        put("", holding("h1", "Ida Voss", until=LATER)),
        put("", newcomer(held_by=None)),
        change(C, managed_by="new"),
    ),
    "TIM014": both(
        "territory:new",
        put(
            "",
            Territory("new", Where(place=["FR"])),
            newcomer(held_by=None, covers=["new"]),
            holding("h1", "Ida Voss", until=LATER),
        ),
    ),
    "TIM015": both(
        "position:new",
        put("", newcomer(held_by=None), holding("h1", "Ida Voss", until=LATER)),
        change(S, reports_to="new"),
    ),
    "TIM010": both(S, change(T, until=LATER)),
    "TIM011": both(AREA, change("territory:north-0", until=LATER)),
}
"""By the code of the rule that must find it: what it is found at, and how it is seeded."""
