"""Plans as JSON for programs."""

import json
from decimal import Decimal
from typing import Any

from orgmodel.changes.differences.handovers import Handover
from orgmodel.changes.differences.people_changes import PersonChange
from orgmodel.changes.plan.contents import PlanContents
from orgmodel.changes.plan.findings import SPLIT, Remark
from orgmodel.changes.plan.impact import Impact, Value
from orgmodel.changes.plan.sequence import Step
from orgmodel.model import Position, Territory
from orgmodel.timeline import Lapse

VERSION = 2
"""Version of the JSON: higher where an old reader would go wrong."""

_PEOPLE = (
    "joined",
    "left",
    "moved",
    "new_managers",
    "retitled",
    "respelt",
    "regraded",
    "transferred",
    "reterritoried",
    "gained",
    "dropped",
)


def to_json(plan: PlanContents) -> str:
    """Return a plan as JSON: ``changed``, the impact, and every list, with ids and amounts."""
    return dumped(as_object(plan))


def dumped(value: object) -> str:
    """Return plain values as JSON."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def as_object(plan: PlanContents) -> dict[str, Any]:
    """Return a plan as plain values: texts, numbers, lists and dictionaries."""
    diff, remarks = plan.diff, plan.remarks
    found: dict[str, Any] = {
        "version": VERSION,
        "changed": bool(diff),
        "before": diff.before.name,
        "after": diff.after.name,
        "on": diff.on.isoformat(),
        "currency": diff.after.currency,
        "impact": impact_object(plan.impact),
        "revenue": str(diff.revenue),
        "key_accounts": [each.customer.id for each in diff.key_accounts],
        "customers": [_handover(each) for each in diff.handovers],
        "people": {n: [_person(p) for p in getattr(diff.people, n)] for n in _PEOPLE},
        **_entities(plan),
        **_guesses(plan),
        "lapses": {
            key: [_lapse(x) for x in getattr(plan.lapses, name)] for key, (name, _) in SPLIT.items()
        },
        "calendar": [{"day": day.isoformat(), "what": what} for day, what in plan.calendar],
        "order": [_step(step) for step in plan.transition.steps],
        "obstacles": plan.transition.obstacles,
        "contradictions": plan.transition.contradictions,
    }
    if remarks is not None:
        found["findings"] = {
            key: [_remark(r) for r in getattr(remarks, name)] for key, (name, _) in SPLIT.items()
        }
    return found


def impact_object(impact: Impact) -> dict[str, Any]:
    """Return the numbers of an impact by their keys, each before and after."""
    return {
        row.key: {"before": _plain(row.before), "after": _plain(row.after)}
        if row.compared
        else _plain(row.after)
        for row in impact.rows()
    }


def _plain(value: Value) -> object:
    if isinstance(value, tuple):
        return list(map(_plain, value))
    return f"{value.normalize():f}" if isinstance(value, Decimal) else value


def _entities(plan: PlanContents) -> dict[str, Any]:
    diff = plan.diff
    return {
        "positions": {
            "opened": [p.id for p in diff.added(Position)],
            "closed": [p.id for p in diff.removed(Position)],
            "filled": [p.after.id for p in diff.filled],
            "vacated": [p.after.id for p in diff.vacated],
        },
        "territories": {
            "added": [t.id for t in diff.added(Territory)],
            "removed": [t.id for t in diff.removed(Territory)],
            "rules": [pair.after.id for pair in diff.rules],
        },
    }


def _guesses(plan: PlanContents) -> dict[str, Any]:
    renamings = [
        {
            "kind": r.what.__name__,
            "before": r.id,
            "after": r.to,
            "agreement": round(r.agreement, 3),
            "evidence": r.evidence,
        }
        for r in plan.diff.renamings
    ]
    successions = [
        {
            "before": each.before.id,
            "after": each.after.id,
            "reports": each.reports,
            "same_title": each.same_title,
        }
        for each in plan.diff.people.successions
    ]
    numbers = [{"before": r.id, "after": r.to} for r in plan.diff.found_again]
    return {"renamings": renamings, "successions": successions, "renumbered": numbers}


def _lapse(lapse: Lapse) -> dict[str, Any]:
    return {
        "subject": lapse.subject.node,
        "key_account": lapse.key_account,
        "trouble": lapse.trouble,
        "since": lapse.since and lapse.since.isoformat(),
        "until": lapse.until and lapse.until.isoformat(),
        "said": str(lapse),
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "what": step.what,
        "because": step.because,
        "days": [day.isoformat() for day in step.days],
        "changes": list(map(str, step.changes)),
    }


def _remark(remark: Remark) -> dict[str, str]:
    return {
        "code": remark.code,
        "level": remark.severity,
        "about": remark.subject,
        "sentence": remark.sentence,
    }


def _person(person: PersonChange) -> dict[str, Any]:
    ids = {"before": person.before, "after": person.after}
    boxes = {name: [box.id for box in held] for name, held in ids.items()}
    return {"id": person.person, "name": person.name, **boxes}


def _handover(each: Handover) -> dict[str, Any]:
    posts = {"from": each.before, "to": each.after}
    ends = {
        name: post and {"position": post.id, "person": post.held_by} for name, post in posts.items()
    }
    return {
        "id": each.customer.id,
        "name": each.customer.name,
        "key_account": each.customer.key_account,
        "revenue": str(each.revenue),
        **ends,
    }
