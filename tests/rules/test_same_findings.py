"""What is found depends on the design, and on nothing else."""

import dataclasses
import datetime as dt
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import orgs

from orgmodel import Assignment, Contact, Customer, Org, Position, Territory, Where, validate
from orgmodel.model import AccountPlan, references
from orgmodel.rules import RULES, Settings

DAY = dt.date(2026, 5, 4)
ROLES = ["sales_manager", "territory_manager", "account_manager", "sales_representative"]
ROLES += ["sales_coordinator", "sales_director"]


def positions(post, area):
    """Make what a position may say, in ways that are often wrong."""
    return st.builds(
        Position,
        st.just("?"),
        st.sampled_from(ROLES),
        held_by=st.none() | st.sampled_from(["Ada", "Ben", "Eve"]),
        reports_to=st.none() | post,
        dotted_to=st.lists(post, max_size=1),
        coordinated_by=st.none() | post,
        deputy=st.none() | post,
        covers=st.lists(area, max_size=2, unique=True),
        grade=st.none() | st.integers(1, 6),
    )


def territories(area):
    """Make rules that overlap, contradict and leave gaps."""
    values = st.lists(st.sampled_from(["IT", "IT-21", "FR"]), min_size=1, max_size=2, unique=True)
    conditions = st.fixed_dictionaries({}, optional={"place": values, "industry": values})
    where = st.none() | conditions.map(lambda given: Where(**given))
    return st.builds(Territory, st.just("?"), where, within=st.none() | area)


def customers(post, customer):
    """Make customers, many of whom somebody forgot."""
    contact = st.builds(Contact, st.just("Jo"), known_by=post)
    return st.builds(
        Customer,
        st.just("?"),
        status=st.sampled_from(["existing", "prospect"]),
        key_account=st.booleans(),
        place=st.none() | st.sampled_from(["IT", "IT-21", "FR", "DE"]),
        industry=st.none() | st.sampled_from(["IT", "FR"]),
        revenue=st.none() | st.integers(0, 100),
        managed_by=st.none() | post,
        deputy=st.none() | post,
        parent=st.none() | customer,
        contacts=st.lists(contact, max_size=1),
    )


@st.composite
def designs(draw):
    """Make small designs in which much is wrong: rings, vacancies, gaps, overlaps, lone people."""
    ids = {
        letter: [f"{letter}{n}" for n in range(draw(st.integers(least, most)))]
        for letter, least, most in (("p", 1, 7), ("t", 0, 4), ("c", 0, 4))
    }
    post, area = st.sampled_from(ids["p"]), st.sampled_from([*ids["t"], "nowhere"])
    customer = st.sampled_from(ids["c"] or ["nobody"])
    made = {
        "p": positions(post, area),
        "t": territories(area),
        "c": customers(post, customer),
    }
    rows = [dataclasses.replace(draw(made[key]), id=id_) for key in made for id_ in ids[key]]
    share = st.none() | st.just(50)
    assigned = st.builds(Assignment, st.just("?"), customer, post, st.just("deputy"), share=share)
    helpers = draw(st.lists(assigned, max_size=2))
    rows += [dataclasses.replace(row, id=f"a{n}") for n, row in enumerate(helpers)]
    plans = st.builds(AccountPlan, st.just("plan"), customer, post)
    return [*rows, *draw(st.lists(plans, max_size=1))]


def org_of(rows):
    """Add rows to an organisation."""
    org = Org("Aurora")
    for row in rows:
        org.add(row)
    return org


def told(rows, **options):
    """Count what is found about what, in which words."""
    report = validate(org_of(rows), on=DAY, **options)
    return Counter((f.code, f.subject, f.sentence) for f in report)


def renamed(row):
    """Give an entity and all that it refers to another id, which keeps the alphabetical order."""
    changes = {"id": f"x-{row.id}"}
    for name, kind in references(type(row)).items():
        value = getattr(row, name)
        if isinstance(value, tuple):
            changes[name] = [f"x-{ref}" for ref in value]
        elif isinstance(value, str) and kind in {"position", "territory", "customer"}:
            changes[name] = f"x-{value}"
    if isinstance(row, Customer):
        known = [dataclasses.replace(c, known_by=f"x-{c.known_by}") for c in row.contacts]
        changes["contacts"] = known
    return dataclasses.replace(row, **changes)


@given(designs())
@settings(max_examples=150, deadline=None)
def test_renaming_changes_only_the_names(rows):
    """The same mistakes are found under other ids."""
    before = Counter((code, about) for code, about, _ in told(rows).elements())
    after = told([renamed(row) for row in rows])
    shorn = Counter((code, about.replace(":x-", ":")) for code, about, _ in after.elements())
    assert shorn == before


@given(designs(), st.randoms())
@settings(max_examples=150, deadline=None)
def test_the_order_of_rows_changes_nothing(rows, random):
    """Not even a word: whoever is named as an example is chosen by the alphabet."""
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert told(shuffled) == told(rows)


def tree(letter, specialists):
    """Make a head with a deputy and a few specialists, who have nothing to do with anybody else."""
    head, deputy = f"{letter}0", f"{letter}1"
    rows = [Position(head, "sales_director", held_by=f"Zoe {letter}", deputy=deputy)]
    return rows + [
        Position(f"{letter}{n}", "sales_specialist", held_by=f"Zed {letter} {n}", reports_to=head)
        for n in range(1, specialists + 1)
    ]


@given(designs())
@settings(max_examples=150, deadline=None)
def test_an_unrelated_tree_changes_nothing_about_what_was_there(rows):
    """Only findings about the organisation as a whole may change.

    Some rules are silent until anybody has a line or a deputy at all; one tree that has both is
    there before and after.
    """

    def about(found):
        return {(code, of) for code, of, _ in found if of != "organisation" and ":z" not in of}

    rows = [*rows, *tree("y", 2)]
    before, after = told(rows), told([*rows, *tree("z", 2)])
    assert about(after) == about(before)
    assert not [issue for issue in after if ":z" in issue[1]]


@given(orgs(most=4))
@settings(max_examples=100, deadline=None)
def test_no_rule_stumbles_over_a_sound_organisation(org):
    """Whatever a design holds, every rule comes to an end, and twice to the same one."""
    first, again = (validate(org, on=DAY) for _ in range(2))
    assert first.findings == again.findings
    assert all(finding.sentence.strip() for finding in first)


@given(designs(), st.sampled_from(RULES))
@settings(max_examples=150, deadline=None)
def test_a_rule_finds_the_same_alone_and_among_all(rows, rule):
    """No rule leans on another having run before."""
    if rule.judges_findings:
        return
    alone = told(rows, settings=Settings(select=[rule.code]))
    assert alone == Counter({k: n for k, n in told(rows).items() if k[0] == rule.code})
