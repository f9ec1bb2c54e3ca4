"""Holds the product against plain counting: python -m tests.reference.compare [designs] [first].

Every design is made from a seed, aimed at ties, shared answers and dates. Coverage, coverage gaps,
differences and hand-overs, continuity and measures of people are worked out a second time as slowly
and plainly as the pages say it. It prints how many designs and answers were compared, and each
disagreement with its seed; the exit code is 1 if there was one.
"""

import math
import sys
import time
from collections import Counter
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from plain_coverage import Plain
from reference.aimed import DAYS, aimed, day

from orgmodel import Customer, Position, coverage
from orgmodel.changes import apply, diff, lapses, same
from orgmodel.measures import continuity, headcount, layers, spans

ON = (-1, 3, 7, DAYS)


def disagreements(seed):
    """Yield what was compared for a seed: the subject, and a text where it differs."""
    org = aimed(seed)
    for number in ON:
        today = org.as_of(day(number))
        seen = coverage(org, on=day(number))
        yield from _of_coverage(today, seen, number)
        yield from _of_people(today, seen, number)
    yield from _of_gaps(org)
    yield from _of_differences(org, aimed(seed + 1_000_003), ON[1])


def _told(subject, found, expected, about):
    """Return a comparison: the subject, and what differs or nothing."""
    return subject, None if found == expected else f"{about}: {found!r}, expected {expected!r}"


def _id(entity):
    return entity and entity.id


def _of_coverage(today, seen, number):
    for limit in (1, 2, None):
        for cover in coverage(today, on=day(number), winners=limit) if limit != 1 else seen:
            plain = Plain(today, cover.customer, day(number))
            most = math.inf if limit is None else limit
            found = [
                (c.how, _id(c.territory or c.posts[0]), [p.id for p in c.posts], c.verdict)
                for c in cover.candidates
            ]
            about = f"{cover.customer.id} on day {number}, {limit} winners"
            yield _told("candidates", found, plain.candidates(most), about)
            outcome = cover.state, _id(cover.position), _id(cover.stand_in)
            yield _told("coverage", outcome, plain.outcome(most), about)


def _of_gaps(org):
    """Compare the days without cover with the state on each day."""
    found = Counter()
    for lapse in lapses(org):
        if isinstance(lapse.subject, Customer) and lapse.trouble in {"nobody", "vacant"}:
            for number in range(-1, DAYS + 1):
                if lapse.on(day(number)):
                    found[lapse.subject.id, number] = lapse.trouble
    for number in range(-1, DAYS + 1):
        today = org.as_of(day(number))
        for customer in today.all(Customer):
            state = Plain(today, customer, day(number)).outcome(1)[0]
            gap = None if state == "covered" else state
            yield _told(
                "gaps", found[customer.id, number] or None, gap, f"{customer.id}, day {number}"
            )


def _of_differences(before, after, number):
    """Compare differences with the designs, and hand-overs with who holds the position."""
    on = day(number)
    changed = diff(before, after, on=on, guess_renames=False)
    yield _told("changes", same(apply(before, changed.changes), after), expected=True, about="same")
    yield _told("changes", apply(before, changed.ordered) == after, expected=True, about="equal")
    old, new = before.as_of(on), after.as_of(on)
    former = {c.id: _holder(old, c, on) for c in old.all(Customer)}
    later = {c.id: _holder(new, c, on) for c in new.all(Customer)}
    moved = [id_ for id_ in later if id_ in former and former[id_] != later[id_]]
    found = [each.customer.id for each in changed.handovers]
    yield _told("hand-overs", found, moved, "ids")
    revenue = sum(c.revenue or 0 for c in new.all(Customer) if c.id in moved)
    yield _told("hand-overs", changed.revenue, revenue, "revenue")


def _holder(today, customer, on):
    """Return who holds the position that covers a customer, or the vacant position, or nobody."""
    post = Plain(today, customer, on).outcome(1)[1]
    if post is None:
        return None
    holder = {p.id: p.held_by for p in today.all(Position)}[post]
    return ("person", holder) if holder else ("vacant", post)


def _of_people(today, seen, number):
    """Compare counts of positions, reports and layers, and what each person alone keeps covered."""
    posts = {p.id: p for p in today.all(Position)}
    counted = headcount(seen.graph)
    held = [p for p in posts.values() if p.held_by]
    expected = len(held), len(posts) - len(held), sum(p.fte for p in held)
    found = counted.held, counted.vacant, counted.fte
    yield _told("measures", found, expected, f"headcount, day {number}")
    reports = Counter(p.reports_to for p in posts.values() if p.reports_to in posts)
    found = {each.manager.id: each.reports for each in spans(seen.graph, count_side=True).all}
    yield _told("measures", found, dict(reports), f"spans, day {number}")
    depth = Counter(_depth(posts, id_) for id_ in posts)
    sizes = [layer.size for layer in layers(seen.graph)]
    yield _told("measures", sizes, [depth[n] for n in sorted(depth)], f"layers, day {number}")
    alone = continuity(seen)
    for who in dict.fromkeys(p.held_by for p in held):
        kept = [
            c.id
            for c in today.all(Customer)
            if _kept(Plain(today, c, day(number))) and not _kept(Plain(today, c, day(number)), who)
        ]
        found = [c.id for c in alone.of(who).customers]
        yield _told("continuity", sorted(found), sorted(kept), f"{who}, day {number}")


def _depth(posts, id_):
    steps = 0
    while (id_ := posts[id_].reports_to) in posts:
        steps += 1
    return steps


def _kept(plain, gone=None):
    """Return whether a customer has cover once a person has left all positions."""
    serving = [p for way in plain.candidates(1) if way[3] == "wins" for p in way[2]]
    some = [*serving, *(p for role, p, _ in plain.team if role == "deputy")]
    some += [plain.posts[p].deputy for p in serving]
    leaves = [plain._leave(p) for p in serving]  # noqa: SLF001 - the reference is its own friend
    some += [leave.stand_in for leave in leaves if leave]
    return any(plain._there(p) and plain.posts[p].held_by != gone for p in some)  # noqa: SLF001


def main(designs=1_000, first=0):
    """Compare designs, print what was found, and return the number of disagreements."""
    start, compared, wrong = time.process_time(), Counter(), 0
    for seed in range(first, first + designs):
        for subject, differs in disagreements(seed):
            compared[subject] += 1
            if differs:
                wrong += 1
                print(f"seed {seed}, {subject}: {differs}")  # noqa: T201 - a command
    listed = ", ".join(f"{number:,} of {subject}" for subject, number in compared.items())
    spent = f"{time.process_time() - start:.0f} CPU s"
    print(f"{designs:,} designs from seed {first}, {wrong} disagreements, {spent}: {listed}")  # noqa: T201
    return wrong


if __name__ == "__main__":
    raise SystemExit(bool(main(*map(int, sys.argv[1:3]))))
