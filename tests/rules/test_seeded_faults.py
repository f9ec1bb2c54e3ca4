"""What is wrong is found where it is, and what is sound is left in peace."""

import random

import pytest
from rules.faults import FAULTS
from rules.sound import DAY, sound

from orgmodel import validate


def chances(seed):
    """Make choices that are the same every time."""
    return random.Random(seed)  # noqa: S311 - no secret hangs on it


def places(rows, code):
    """Give what a rule's findings are about, with their lines."""
    report = validate(rows.org(), on=DAY)
    return {f.subject: f.source.line if f.source else None for f in report if f.code == code}


@pytest.mark.parametrize("seed", range(25))
def test_a_sound_organisation_has_no_errors_and_no_warnings(seed):
    """Whatever its size, nothing is found that would fail a check, and next to nothing besides."""
    report = validate(sound(chances(seed)).org(), on=DAY)
    assert not report.at_least("warning")
    assert len(report) <= 3


@pytest.mark.parametrize("seed", [1, 7])
@pytest.mark.parametrize("code", FAULTS)
def test_a_seeded_fault_is_found_at_its_place(code, seed):
    """The rule is silent about the place before, and names it and its line after."""
    rows = sound(chances(seed))
    node, fault = FAULTS[code]
    assert node not in places(rows, code)
    fault(rows)
    found = places(rows, code)
    assert node in found
    assert found[node] == (rows.line_of(node) if node in rows else None)


@pytest.mark.parametrize("seed", range(12))
def test_several_faults_are_found_together(seed):
    """Faults of different regions do not hide each other."""
    chance = chances(seed)
    rows = sound(chance)
    plain = ["KEY514", "CUS410", "TGT806", "KEY518", "CUS408", "ROL104", "ORG104", "MOD010"]
    chosen = chance.sample(plain, 4)
    for code in chosen:
        FAULTS[code][1](rows)
    for code in chosen:
        assert FAULTS[code][0] in places(rows, code), chosen


def test_at_least_forty_kinds_of_faults_are_seeded():
    """Enough that no family goes untested."""
    assert len(FAULTS) >= 40
    assert len({code[:3] for code in FAULTS}) >= 12
