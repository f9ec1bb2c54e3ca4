"""Territory rules as sets of customers: matched by the thousand, compared exactly."""

from orgmodel.regions.alternative import alternatives
from orgmodel.regions.axis import MISSING, Axis
from orgmodel.regions.cut import Example
from orgmodel.regions.example import customer_like, describe
from orgmodel.regions.hit import Hit, Precision
from orgmodel.regions.matcher import Matcher, Overlap
from orgmodel.regions.number_axis import NumberAxis
from orgmodel.regions.region import Region
from orgmodel.regions.space import Space
from orgmodel.regions.text_axis import TextAxis

__all__ = [
    "MISSING",
    "Axis",
    "Example",
    "Hit",
    "Matcher",
    "NumberAxis",
    "Overlap",
    "Precision",
    "Region",
    "Space",
    "TextAxis",
    "alternatives",
    "customer_like",
    "describe",
]
