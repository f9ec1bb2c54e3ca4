"""A fix in the file of a design leaves everything else as it is."""

import random
from functools import partial

import pytest
from rules.faults import FAULTS
from rules.sound import DAY, sound

from orgmodel import validate
from orgmodel.changes import Set
from orgmodel.cli.fixes import apply_fixes, fixable, with_edits
from orgmodel.formats import dumps
from orgmodel.formats.designs.editing import Editable

judge = partial(validate, on=DAY)


def commented(text):
    """Return a design with a comment above every entity and beside every other one."""
    lines = []
    for number, line in enumerate(text.splitlines()):
        is_entity = line.startswith("  ") and line[2] not in {" ", "-"}
        lines += [f"  # above {number}"] if is_entity else []
        lines.append(f"{line}  # beside {number}" if is_entity and number % 2 else line)
    return "\n".join([*lines, ""])


def blocks(text):
    """Return the lines of each entity by section and id, comments above it left out."""
    found, section, block = {}, "", []
    for line in text.splitlines():
        if line[:1] not in {" ", ""}:
            section, block = line, []
        elif line.startswith("  ") and line[2] not in {" ", "-", "#"}:
            block = found.setdefault((section, line.partition(":")[0]), [])
        if line.strip() and not line.lstrip().startswith("#"):
            block.append(line)
    return found


def faulty(code, file):
    """Write a sound organisation with one fault, and comments, to a file."""
    rows = sound(random.Random(3))  # noqa: S311 - no secret hangs on it
    FAULTS[code][1](rows)
    file.write_text(commented(dumps(rows.org())), encoding="utf-8")
    return Editable(file)


@pytest.mark.parametrize("code", FAULTS)
def test_all_else_stays_as_it_is(code, tmp_path):
    """Of what no fix is about every line stays, every comment too, and no error comes."""
    file = tmp_path / "plan.yaml"
    design = faulty(code, file)
    before = file.read_text(encoding="utf-8")
    result = apply_fixes(design, judge, unsafe=False)
    result.design.save()
    after = file.read_text(encoding="utf-8")
    touched = {(type(c).__name__, c.id) for f in result.resolved for c in f.fix.changes}
    ids = {f"  {id_}" for _, id_ in touched}
    old, new = blocks(before), blocks(after)
    assert {key: b for key, b in old.items() if key[1] not in ids} == {
        key: b for key, b in new.items() if key[1] not in ids
    }
    assert before.count("#") == after.count("#")
    assert not fixable(result.report, unsafe=False) or result.refused
    assert len(result.report.at_least("error")) <= len(judge(design.org).at_least("error"))
    assert len(result.report) <= len(judge(design.org)) - bool(result.resolved)


@pytest.mark.parametrize("code", [code for code in FAULTS if code[:3] in {"MOD", "ORG", "TIM"}])
def test_each_offered_change_can_be_written(code, tmp_path):
    """What a report offers has its edits, and these make the same design as the change does."""
    file = tmp_path / "plan.yaml"
    design = faulty(code, file)
    for finding in with_edits(judge(design.org), str(file)):
        if finding.fix is not None:
            assert finding.fix.edits
            design.with_edits(finding.fix.edits, finding.fix.changes)


def test_the_same_is_fixed_every_time(tmp_path):
    """Conflicts are resolved by place, not by chance."""
    text = """name: A
positions:
  ann-lee: {role: sales_manager}
  rep: {reports_to: ann-lea, deputy: ann-lei, dotted_to: [rep], covers: [x, x]}
territories: {x: {where: {}}}
"""
    made = []
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(text)
        result = apply_fixes(Editable(tmp_path / f"{name}.yaml"), judge, unsafe=False)
        made.append([(f.code, f.sentence) for f in result.resolved])
        changes = [c for f in result.resolved for c in f.fix.changes]
        assert all(isinstance(change, Set) for change in changes)
    assert made[0] == made[1]
    assert [code for code, _ in made[0]] == ["MOD001", "MOD001", "MOD019", "ORG104"]
