"""Designs that are written about a number: of people, customers, levels, days."""

import datetime as dt

from rules.findings import team
from rules.test_limits import chain, known

from orgmodel.model import today


def rows(number, write):
    """Write a row for each number from 0 on."""
    return "".join(f"  {write(n)}\n" for n in range(number))


def overlay(share):
    """Write two specialists with so much credit together."""
    return (
        "positions: {ada: {}, sam: {}, sue: {}}\n"
        "customers: {acme: {managed_by: ada}}\nassignments:\n"
        "  a1: {customer: acme, position: sue, role: specialist, share: 50}\n"
        f"  a2: {{customer: acme, position: sam, role: specialist, share: {share - 50}}}\n"
    )


def worker(fte, more="", tier="A"):
    """Write an account manager of so much time with one customer; A asks for 48.6 hours a year."""
    return (
        f"positions:\n  ada: {{role: account_manager, held_by: Ada Rossi, fte: {fte}}}\n"
        f"customers:\n  acme: {{managed_by: ada, tier: {tier}}}\n{more}"
    )


def deputised(fte):
    """Write a deputy of so much time who takes over one customer of tier A."""
    return (
        worker(1)
        .replace("tier: A", "tier: A, deputy: ben")
        .replace("customers:", f"  ben: {{held_by: Ben Koch, fte: {fte}}}\ncustomers:")
    )


def rated(tiered, everyone, fte=1):
    """Write so many customers with a tier among all."""
    more = rows(tiered - 1, lambda n: f"t{n}: {{managed_by: ada, tier: C}}")
    more += rows(everyone - tiered, lambda n: f"c{n}: {{managed_by: ada}}")
    return worker(fte, more)


def balanced(first, others=3, each=4):
    """Write territories with so many customers of tier A each, another in the first."""
    names = [f"t{n}" for n in range(others + 1)]
    fields = rows(others + 1, lambda n: f"t{n}: {{where: {{industry: [i{n}]}}}}")
    cover = f"positions:\n  rep: {{held_by: Bob Ray, covers: [{', '.join(names)}]}}\n"
    sizes = [first, *[each] * others]
    customers = "".join(
        f"  c{n}x{k}: {{tier: A, revenue: 10, industry: i{n}}}\n"
        for n, size in enumerate(sizes)
        for k in range(size)
    )
    return f"territories:\n{fields}{cover}customers:\n{customers}"


def earners(first, number):
    """Write so many people with a customer of 100 each, the first with another figure."""
    posts = rows(number, lambda n: f"p{n}: {{held_by: Person {n}, role: account_manager}}")
    book_ = rows(
        number, lambda n: f"c{n}: {{managed_by: p{n}, revenue: {first if n == 0 else 100}}}"
    )
    return f"positions:\n{posts}customers:\n{book_}"


def buyers(first, number, place="IT"):
    """Write so many customers of one territory with 10 each, the first with another figure."""
    book_ = rows(number, lambda n: f"c{n}: {{place: {place}, revenue: {first if n == 0 else 10}}}")
    return (
        "territories:\n  north: {where: {place: [IT]}}\n"
        f"positions:\n  rep: {{held_by: Bob Ray, covers: [north]}}\ncustomers:\n{book_}"
    )


def ring(number):
    """Write so many deputies in a ring."""
    return "positions:\n" + rows(number, lambda n: f"p{n}: {{deputy: p{(n + 1) % number}}}")


def tiers(first, everyone):
    """Write so many customers of the first tier among all."""
    more = rows(first, lambda n: f"a{n}: {{tier: A, revenue: 100}}")
    more += rows(everyone - first, lambda n: f"b{n}: {{tier: B, revenue: 10}}")
    return f"positions: {{ada: {{}}}}\ncustomers:\n{more}"


def benchmark(years):
    """Write a benchmark that is so many years old, and a day."""
    day = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=int(365 * years) + 1)
    return (
        "positions: {ann: {role: sales_manager}}\npay_benchmarks:\n"
        "  bls: {role: sales_manager, low: 1, benchmark_currency: USD, publisher: BLS, "
        f"as_of: {day}}}\n"
    )


def filled(with_, everyone, field="revenue: 10"):
    """Write so many customers with a field among all, and a territory that asks for industries."""
    more = rows(with_, lambda n: f"w{n}: {{{field}}}")
    more += rows(everyone - with_, lambda n: f"c{n}: {{}}")
    where = "territories:\n  x: {where: {industry: [x]}}\n"
    return f"{where}positions: {{ada: {{covers: [x]}}}}\ncustomers:\n{more}"


def beside_key(revenue, number=1):
    """Write so many customers of a revenue beside a key account with 100."""
    more = rows(number, lambda n: f"c{n}: {{revenue: {revenue}}}")
    return f"positions: {{ada: {{}}}}\ncustomers:\n  k: {{key_account: true, revenue: 100}}\n{more}"


def heads(number):
    """Write so many heads with a report each."""
    lines = rows(number, lambda n: f"h{n}: {{}}") + rows(
        number, lambda n: f"r{n}: {{reports_to: h{n}}}"
    )
    return f"positions:\n{lines}"


def helpers(number, deputy=""):
    """Write somebody who does the inside work of so many positions, in two boxes."""
    posts = rows(number, lambda n: f"p{n}: {{coordinated_by: z{n % 2}}}")
    return f"positions:\n  z0: {{held_by: Zoe{deputy}}}\n  z1: {{held_by: Zoe}}\n{posts}"


def hunters(busy, everyone):
    """Write hunters, so many of whom have a prospect, and more prospects of the first."""
    posts = rows(everyone, lambda n: f"p{n}: {{role: sales_representative, held_by: Person {n}}}")
    book_ = rows(everyone, lambda n: f"c{n}: {{status: prospect, managed_by: p{n % busy}}}")
    return f"positions:\n{posts}customers:\n{book_}"


def headed(span, below=50):
    """Write a head with so many direct reports and so many positions below in all."""
    lines = rows(span, lambda n: f"a{n:02}: {{reports_to: eve}}")
    lines += rows(below - span, lambda n: f"b{n:02}: {{reports_to: a00}}")
    return f"positions:\n  eve: {{}}\n{lines}"


def spanned(special, others, size, rest):
    """Write managers without a head: some with teams of one size, the others with another."""
    lines = ""
    for n in range(special + others):
        lines += f"  m{n}: {{}}\n"
        count = size if n < special else rest
        lines += rows(count, lambda k, n=n: f"m{n}r{k}: {{reports_to: m{n}}}")
    return f"positions:\n{lines}"


def levels(number, size):
    """Write so many levels for so many positions."""
    more = rows(size - number, lambda n: f"x{n}: {{reports_to: p0}}")
    return f"{chain(number)}\n{more}"


def stage(name, number):
    """Write a relation at a stage in which so many know each other."""
    return (
        known(number).replace("stage: partnership", f"stage: {name}")
        if number
        else (f"positions: {{p: {{held_by: P}}}}\ncustomers:\n  x: {{stage: {name}}}\n")
    )


def named(by_name, everyone):
    """Write a territory so many of whose customers are named into it."""
    more = rows(by_name, lambda n: f"n{n}: {{place: FR, territories: [north]}}")
    more += rows(everyone - by_name, lambda n: f"r{n}: {{place: IT}}")
    ground_ = "territories:\n  north: {where: {place: [IT]}}\npositions: {rep: {covers: [north]}}\n"
    return f"{ground_}customers:\n{more}"


def copied(number):
    """Write so many territories that lie as their positions report."""
    fields = rows(number, lambda n: f"t{n}: {{{f'within: t{n - 1}' if n else ''}}}")
    posts = rows(
        number, lambda n: f"p{n}: {{covers: [t{n}]{f', reports_to: p{n - 1}' if n else ''}}}"
    )
    return f"territories:\n{fields}positions:\n{posts}"


def spread(costs):
    """Write a territory plan with a budget of 100 and such costs."""
    return (
        "territories: {x: {}}\npositions: {ada: {covers: [x]}}\nterritory_plans:\n"
        "  p: {territory: x, owner: ada, budget: 100, "
        f"activities: [{{name: Fair, cost: {costs}}}]}}\n"
    )


def credited(share):
    """Write two owners, one of whom has 60 % of the credit."""
    return (
        "positions: {ada: {}, ben: {}}\ncustomers: {acme: {}}\nassignments:\n"
        "  a1: {customer: acme, position: ada, share: 60}\n"
        f"  a2: {{customer: acme, position: ben, share: {share}}}\n"
    )


def wanted(least):
    """Write a manager of two whose role asks for so many reports."""
    lead = f"{{title: Lead, manages_people: true, min_span: {least}}}"
    return f"roles:\n  lead: {lead}\n" + team(2, "ann: {role: lead}")


def reachable(potential):
    """Write a target of 100 for an account manager whose customer could buy so much."""
    return worker(1).replace("tier: A", f"potential: {potential}") + (
        'targets:\n  t: {position: ada, period: "2026", revenue: 100}\n'
    )


def customer(**fields):
    """Write a customer with such figures."""
    said = ", ".join(f"{name}: {value}" for name, value in fields.items())
    return f"positions: {{ada: {{}}}}\ncustomers: {{acme: {{{said}}}}}\n"


def ones_own(number, write):
    """Write customers that the only position does not cover."""
    return f"positions: {{ada: {{role: account_manager}}}}\ncustomers:\n{rows(number, write)}"


def timed(fte):
    """Write a person in two positions, the second of so much time."""
    return (
        "positions:\n  ann: {role: sales_manager, held_by: Ann Lee, fte: 0.5}\n"
        f"  tm: {{role: territory_manager, held_by: Ann Lee, fte: {fte}}}\n"
    )


def contacted(times):
    """Write a customer of tier A that is visited so often."""
    return (
        "positions: {ada: {role: account_manager, held_by: Ada Rossi}}\n"
        "customers: {acme: {managed_by: ada, tier: A}}\n"
        f"activities: {{a: {{position: ada, type: visit, customer: acme, times: {times}}}}}\n"
    )


def busy(hours):
    """Write an account manager of so many hours of activities, with 1,350 hours a year."""
    return (
        "positions: {ada: {role: account_manager, held_by: Ada Rossi}}\n"
        f"activities: {{a: {{position: ada, type: visit, hours: {hours}}}}}\n"
    )


def noticed(days):
    """Write a contract that ends so many days from now, with a notice of 90 days."""
    until = today() + dt.timedelta(days)
    return (
        "positions: {ada: {role: account_manager, held_by: Ada Rossi}}\n"
        "customers: {acme: {managed_by: ada}}\n"
        f"contracts: {{c: {{customer: acme, owner: ada, until: {until}}}}}\n"
    )


def won(target):
    """Write a plan that is expected to win 4 customers, and a target of so many."""
    return (
        "positions: {bob: {role: sales_representative, held_by: Bob Ray}}\n"
        "prospecting_plans: {p: {owner: bob, period: y, meetings: 20, win_rate: 20}}\n"
        f"targets: {{t: {{position: bob, period: y, new_customers: {target}}}}}\n"
    )


def goal_of(figure):
    """Write a manager's target of 100, which contains a report's of 60, and a goal of so much."""
    return (
        "positions: {ann: {role: sales_manager}, bob: {role: sales_representative, "
        "reports_to: ann}}\n"
        f"goals: {{grow: {{period: y, revenue: {figure}}}}}\ntargets:\n"
        "  t1: {position: ann, period: y, revenue: 100, goal: grow}\n"
        "  t2: {position: bob, period: y, revenue: 60, goal: grow}\n"
    )


def spent(cost):
    """Write a territory plan with a budget of 100, and so much spent."""
    return (
        "territories: {north: {where: {place: [IT]}}}\n"
        "positions: {bob: {role: territory_manager, covers: [north]}}\n"
        "territory_plans: {p: {territory: north, owner: bob, period: y, budget: 100}}\n"
        f"results: {{r: {{position: bob, period: y, territory: north, cost: {cost}}}}}\n"
    )
