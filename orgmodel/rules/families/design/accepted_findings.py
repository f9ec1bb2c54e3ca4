"""Accepted findings: MOD004 to MOD006."""

from orgmodel.model import AcceptedFinding
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.examination import Examination
from orgmodel.rules.core.fix import offered, safe
from orgmodel.rules.core.fixes import put, take_out
from orgmodel.rules.core.rule import rule
from orgmodel.rules.families.design.spelling import certain
from orgmodel.text import counted, did_you_mean, nearest


@rule(
    "MOD004",
    "error",
    origin="import-linter: unmatched ignored imports",
    judges_findings=True,
    needs=["accepted"],
    fix="safe",
)
def unmatched_acceptance(design: RuleContext, examined: Examination) -> Issues:
    """Every accepted finding still occurs.

    What was accepted has been fixed or renamed; the acceptance would hide the next finding of the
    same kind. Only rules that were applied are considered, and none that judge findings themselves.

    ```yaml bad
    positions:
      ann: {role: sales_director}
    accepted:
      ring: {rule: ORG101, about: "position:ann", because: Founders manage each other.}
    ```
    ```yaml good
    positions:
      ann: {role: sales_manager, reports_to: bob}
      bob: {role: sales_manager, reports_to: ann}
    accepted:
      ring: {rule: ORG101, about: "position:ann", because: Founders manage each other.}
    ```
    """
    found = {(f.code, f.subject) for f in examined.findings}
    for accepted in design.org.all(AcceptedFinding):
        named = examined.named(accepted.rule)
        over = accepted.until is not None and accepted.until <= design.day
        if named in examined.applied and not over and (named.code, accepted.about) not in found:
            others = counted(sum(code == named.code for code, _ in found), "finding")
            what = f"none of the {others} of {named.code}: none is about '{accepted.about}'"
            gone = take_out(design, accepted)
            # on another day of a design with dates it may fit
            fix = offered(gone) if design.org.dated else safe(gone)
            yield accepted, f"Acceptance '{accepted}' matches {what}.", fix


@rule(
    "MOD005",
    "warning",
    origin="judgement: an exception without an end is a change of the rule",
    judges_findings=True,
    needs=["accepted.until"],
    fix="safe",
)
def expired_acceptance(design: RuleContext, examined: Examination) -> Issues:
    """Every accepted finding is resolved before its acceptance ends.

    From its last day on the finding is reported again; renew the acceptance or remove it.

    ```yaml bad
    positions:
      ann: {role: sales_director, reports_to: ann}
    accepted:
      x: {rule: ORG102, about: "position:ann", because: New system in 2020., until: 2020-01-01}
    ```
    ```yaml good
    positions:
      ann: {role: sales_director, reports_to: ann}
    accepted:
      x: {rule: ORG102, about: "position:ann", because: New system some day., until: 2999-01-01}
    ```
    """
    found = {(name, f.subject) for f in examined.findings for name in (f.code, f.name)}
    for accepted in design.org.all(AcceptedFinding):
        if accepted.until is not None and accepted.until <= design.day:
            days = counted((design.day - accepted.until).days, "day")
            end = f"ended on {accepted.until}, {days} before {design.day}; renew or remove it"
            named, gone = examined.named(accepted.rule), take_out(design, accepted)
            over = named in examined.applied and (accepted.rule, accepted.about) not in found
            # what still occurs must be fixed, or accepted for longer
            fix = safe(gone) if over and not design.org.dated else offered(gone)
            yield accepted, f"Acceptance '{accepted}' of {accepted.rule} {end}.", fix


@rule(
    "MOD006",
    "error",
    origin="judgement",
    judges_findings=True,
    needs=["accepted"],
    fix="safe",
)
def acceptance_of_no_rule(design: RuleContext, examined: Examination) -> Issues:
    """Every acceptance names an existing rule, by code or name.

    Otherwise it accepts nothing, and the finding that it was written for is still reported.

    ```yaml bad
    positions:
      ann: {role: sales_director, reports_to: ann}
    accepted:
      x: {rule: self-raport, about: "position:ann", because: She is the head.}
    ```
    ```yaml good
    positions:
      ann: {role: sales_director, reports_to: ann}
    accepted:
      x: {rule: self-report, about: "position:ann", because: She is the head.}
    ```
    """
    known = [name for rule in examined.rules for name in (rule.code, rule.name)]
    for accepted in design.org.all(AcceptedFinding):
        if examined.named(accepted.rule) is None:
            what = f"names the rule '{accepted.rule}', which does not exist"
            near, hint = nearest(accepted.rule, known), did_you_mean(accepted.rule, known)
            fix = safe if certain(accepted.rule, known) == near else offered
            renamed = put(design, accepted, rule=near) if near else None
            yield accepted, f"Acceptance '{accepted}' {what}{hint}", fix(renamed)
