"""The product answers what plain counting does; ``python -m tests.reference.compare`` goes on."""

import pytest
from reference import compare


@pytest.mark.parametrize("seed", range(25))
def test_every_answer_is_that_of_plain_counting(seed):
    """Coverage, gaps, differences, hand-overs, continuity and counts of people, on several days."""
    found = [each for each in compare.disagreements(seed) if each[1]]
    assert found == []


def test_a_disagreement_is_printed_with_its_seed(monkeypatch, capsys):
    """What is wrong can be made again."""
    monkeypatch.setattr(compare.Plain, "outcome", lambda *_: ("nobody", None, None))
    assert compare.main(1, 7) > 0
    assert "seed 7, coverage: " in capsys.readouterr().out
