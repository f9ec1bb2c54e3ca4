"""``orgmodel plan``."""

import datetime as dt
import sys
from collections import defaultdict
from pathlib import Path

import click

from orgmodel.changes import PLAN_FORMATS, Diff, Plan, Remark, Remarks, diff, lapses
from orgmodel.cli.plain import day_option, plainly, plugins_option, say
from orgmodel.cli.plan_designs import both
from orgmodel.cli.rulebook import rules_for
from orgmodel.files import write_whole
from orgmodel.rules import Finding, read_settings, validate

CHANGED, UNUSABLE = 2, 1

_ENDINGS = {".md": "markdown", ".json": "json"}


@click.command()
@click.argument("designs", metavar="BEFORE AFTER", nargs=-1, required=True, type=click.Path())
@click.option("--git", "revision", metavar="REVISION", help="BEFORE is AFTER as of this revision.")
@day_option
@click.option(
    "--format",
    "as_",
    type=click.Choice([*PLAN_FORMATS]),
    help="How to write the plan; unless told, by the ending of --output, or as text.",
)
@click.option("-o", "--output", type=click.Path(), help="Write the plan to this file.")
@click.option("--chart", type=click.Path(), help="Draw both designs in one picture, to this file.")
@click.option(
    "--handover", type=click.Path(), help="Write lists per person to this .xlsx: who gets what."
)
@click.option(
    "--guess-renames/--no-guess-renames",
    default=True,
    help="Whether to take entities for the same where much speaks for it.",
)
@plugins_option
def command(  # noqa: PLR0913 - one for each option
    *,
    designs: tuple[str, ...],
    revision: str | None,
    on: dt.date | None,
    as_: str | None,
    output: str | None,
    chart: str | None,
    handover: str | None,
    guess_renames: bool,
    plugins: bool,
) -> None:
    """Say what changes from one design to another: the impact first, then everything.

    BEFORE and AFTER are designs, git:REVISION:PATH for one in a git repository, or AFTER is a
    scenario: a file with changes to BEFORE. A scenario that names its base may stand alone.

    Exit codes: 0 nothing changes, 2 something does, 1 the designs or the call cannot be used, 3 the
    program failed. (Other commands exit with 1 for findings and 2 for what cannot be used.)
    """
    changed = False

    @plainly
    def planned() -> None:
        nonlocal changed
        if len(designs) > 2 or (revision is not None and len(designs) > 1):  # noqa: PLR2004
            sys.exit(_misused("Name BEFORE and AFTER, or AFTER alone with --git."))
        before, after = both(designs, revision)
        found = diff(before, after, on=on, guess_renames=guess_renames)
        remarks = _remarks(found, _folder(designs), plugins=plugins) if found else Remarks()
        plan = Plan(found, remarks, lapses(after) if found else ())
        _tell(plan, as_ or _ENDINGS.get(Path(output or "").suffix.lower(), "text"), output)
        if chart is not None:
            _draw(found, chart)
        if handover is not None:
            _hand_over(found, handover)
        changed = bool(found)

    try:
        planned()
    except SystemExit as ended:
        sys.exit(UNUSABLE if ended.code == CHANGED else ended.code)
    sys.exit(CHANGED if changed else 0)


def _folder(designs: tuple[str, ...]) -> Path:
    """Return the folder whose settings hold: that of the later design."""
    return Path(designs[-1]).parent


def _misused(sentence: str) -> int:
    say(sentence, err=True)
    return UNUSABLE


def _tell(plan: Plan, as_: str, output: str | None) -> None:
    text = PLAN_FORMATS[as_](plan)
    if output is not None:
        write_whole(output, text.encode())
        say(f"Wrote {output}.")
    elif as_ == "text":
        say(text, nl=False)
    else:
        # bytes, for other programs read UTF-8 whatever the terminal does
        click.echo(text.encode(), nl=False)


def _remarks(found: Diff, folder: Path, *, plugins: bool) -> Remarks:
    """Judge both designs by the same rules, and compare findings by rule and subject.

    Where a rule finds more about an entity than before, as many as are more are new.
    """
    rules, settings = rules_for(read_settings(folder), plugins=plugins)
    old = validate(found.former.graph.org, settings=settings, on=found.on, rules=rules)
    new = validate(found.later.graph.org, settings=settings, on=found.on, rules=rules)
    before, after = _by_key(old.findings), _by_key(new.findings)
    sorted_: dict[str, list[Remark]] = {"new": [], "mended": [], "standing": []}
    for key in dict.fromkeys([*after, *before]):
        mine, theirs = before.get(key, []), after.get(key, [])
        both_ = min(len(mine), len(theirs))
        sorted_["standing"] += theirs[:both_]
        sorted_["new"] += theirs[both_:]
        sorted_["mended"] += mine[both_:]
    return Remarks(**{name: tuple(remarks) for name, remarks in sorted_.items()})


def _by_key(findings: tuple[Finding, ...]) -> dict[tuple[str, str], list[Remark]]:
    found: dict[tuple[str, str], list[Remark]] = defaultdict(list)
    for f in findings:
        found[f.code, f.subject].append(Remark(f.code, f.subject, f.sentence))
    return found


def _draw(found: Diff, path: str) -> None:
    from orgmodel.charts import BeforeAfter  # noqa: PLC0415 - slow to load, and seldom asked for

    say(f"Wrote {BeforeAfter(found.before, found.after, on=found.on).save(path)}.")


def _hand_over(found: Diff, path: str) -> None:
    from orgmodel.formats.handovers import handover_lists  # noqa: PLC0415 - seldom asked for

    say(f"Wrote {write_whole(path, handover_lists(found))}.")
