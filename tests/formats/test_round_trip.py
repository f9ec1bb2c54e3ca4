"""What is written reads back as the same."""

from hypothesis import HealthCheck, given, settings
from strategies import orgs

from orgmodel.formats import dumps, loads


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(orgs())
def test_every_design_reads_back_as_it_was_written(org):
    """No entity, field, digit or letter is lost or changed, and their order is kept."""
    assert loads(dumps(org)) == org
