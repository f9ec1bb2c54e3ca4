"""Plans as text for a terminal, as Markdown for a pull request, as JSON for programs."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from orgmodel.changes.handovers import Handover
from orgmodel.changes.plan import Plan, Remark
from orgmodel.changes.staff import PersonChange
from orgmodel.model import Position, Territory

NOTHING = "No changes."
MOST_LINES = 20
"""Lines of a section that text shows; Markdown folds what is longer, JSON has all."""

VERSION = 1
"""Of the JSON: greater where an old reader would go wrong."""


def to_text(plan: Plan) -> str:
    """Return a plan for a terminal; long sections end with how much more there is."""
    if not plan.diff:
        return f"{NOTHING}\n"
    return "\n".join([plan.title, *_text(plan), ""])


def _text(plan: Plan) -> Iterator[str]:
    for section in plan.sections:
        yield ""
        yield section.heading
        yield from (f"  {line}" for line in section.lines[:MOST_LINES])
        if len(section.lines) > MOST_LINES:
            yield f"  and {len(section.lines) - MOST_LINES:,} more"


def to_markdown(plan: Plan) -> str:
    """Return a plan for a pull request; long sections are folded."""
    if not plan.diff:
        return f"{NOTHING}\n"
    return "\n".join([f"## {_escaped(plan.title)}", *_markdown(plan), ""])


def _markdown(plan: Plan) -> Iterator[str]:
    for section in plan.sections:
        lines = [f"- {_escaped(line)}" for line in section.lines]
        heading = _escaped(section.heading)
        if len(lines) > MOST_LINES:
            head = f"<details><summary>{heading}</summary>"
            yield from ("", head, "", *lines, "", "</details>")
        else:
            yield from ("", f"### {heading}", "", *lines)


_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>#|~&"})


def _escaped(text: str) -> str:
    escaped = text.translate(_SPECIAL)
    # a number and a stop at the start would begin a list inside the list
    head, stop, rest = escaped.partition(". ")
    return f"{head}\\. {rest}" if stop and head.isdigit() else escaped


def to_json(plan: Plan) -> str:
    """Return a plan as JSON: ``changed``, the impact, and every list, with ids and amounts."""
    return json.dumps(_json(plan), ensure_ascii=False, indent=1) + "\n"


def _json(plan: Plan) -> dict[str, Any]:
    diff, people, remarks = plan.diff, plan.diff.people, plan.remarks
    lists = ("joined", "left", "moved", "new_managers", "retitled", "regraded", "transferred")
    found: dict[str, Any] = {
        "version": VERSION,
        "changed": bool(diff),
        "before": diff.before.name,
        "after": diff.after.name,
        "on": diff.on.isoformat(),
        "currency": diff.after.currency,
        "revenue": str(diff.revenue),
        "key_accounts": [each.customer.id for each in diff.key_accounts],
        "customers": [_handover(each) for each in diff.handovers],
        "people": {name: [_person(p) for p in getattr(people, name)] for name in lists},
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
        "renamings": [
            {
                "kind": r.what.__name__,
                "before": r.id,
                "after": r.to,
                "agreement": round(r.agreement, 3),
                "evidence": r.evidence,
            }
            for r in diff.renamings
        ],
        "lapses": [_lapse(vars(each), str(each)) for each in plan.lapses],
        "order": [str(step) for step in plan.transition.steps],
        "obstacles": plan.transition.obstacles,
    }
    if remarks is not None:
        names = ("new", "mended", "standing")
        found["findings"] = {n: [_remark(r) for r in getattr(remarks, n)] for n in names}
    return found


def _lapse(fields: Mapping[str, Any], said: str) -> dict[str, Any]:
    since, until = fields["since"], fields["until"]
    return {
        "subject": fields["subject"].node,
        "trouble": fields["trouble"],
        "since": since and since.isoformat(),
        "until": until and until.isoformat(),
        "said": said,
    }


def _remark(remark: Remark) -> dict[str, str]:
    return {"code": remark.code, "about": remark.subject, "sentence": remark.sentence}


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


PLAN_FORMATS: Mapping[str, Callable[[Plan], str]] = {
    "text": to_text,
    "markdown": to_markdown,
    "json": to_json,
}
"""How plans are written, by the names of the formats."""
