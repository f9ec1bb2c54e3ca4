"""Ranges of postal codes are the codes from one end to the other, and no others."""

import pytest

from orgmodel.model import Where
from orgmodel.model.where import holds


@pytest.mark.parametrize("code", ["01000", "02799", "01002-1234"])
def test_codes_of_a_range_are_in_it(code):
    """Both ends belong to it, and so does a longer code that begins with one of its codes."""
    assert holds(Where(postal_code=["01000-02799"]), {"postal_code": code})


@pytest.mark.parametrize("code", ["00999", "02800", "10000"])
def test_other_codes_are_not(code):
    """The neighbours of both ends lie outside."""
    assert not holds(Where(postal_code=["01000-02799"]), {"postal_code": code})


def test_a_code_with_a_hyphen_is_no_range():
    """100-0001 is one code of Japan."""
    assert holds(Where(postal_code=["100-0001"]), {"postal_code": "100-0001"})
