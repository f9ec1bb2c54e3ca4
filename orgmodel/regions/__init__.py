"""Territory rules as sets of customers: matched by the thousand, compared exactly."""

from orgmodel.regions.cut import Example
from orgmodel.regions.example import customer_like, describe
from orgmodel.regions.hit import Hit, Precision
from orgmodel.regions.matcher import Matcher, Overlap
from orgmodel.regions.region import Region
from orgmodel.regions.space import Space

__all__ = [
    "Example",
    "Hit",
    "Matcher",
    "Overlap",
    "Precision",
    "Region",
    "Space",
    "customer_like",
    "describe",
]
