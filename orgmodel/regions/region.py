"""Sets of customers, of those that are and those that could be."""

from dataclasses import dataclass

from orgmodel.regions.cut import Cut, Example
from orgmodel.regions.diagram import NONE, Operation, both, either, without


@dataclass(frozen=True)
class Region:
    """A set of customers; those of one space combine by ``&``, ``|`` and ``-``, exactly.

    ``<=`` asks whether one lies within another, ``==`` whether they are the same customers; one
    that nobody can be in is false. Combining raises DesignError if the rules are too intricate,
    and ValueError for regions of two spaces.

    Attributes:
        cut: Of the space that it is a part of.
        node: Which part, as a number that means something only there.
    """

    cut: Cut
    node: int

    @property
    def empty(self) -> bool:
        """Whether it is empty."""
        return self.node == NONE

    def example(self) -> Example | None:
        """Return values of a customer in it, by field; None if it is empty.

        They are as few as possible. None means no value; a field left out may have any.
        """
        return self.cut.example_of(self.node)

    def __bool__(self) -> bool:
        return not self.empty

    def __and__(self, other: "Region") -> "Region":
        return self._combined(both, other)

    def __or__(self, other: "Region") -> "Region":
        return self._combined(either, other)

    def __sub__(self, other: "Region") -> "Region":
        return self._combined(without, other)

    def __le__(self, other: "Region") -> bool:
        return (self - other).empty

    def _combined(self, how: Operation, other: "Region") -> "Region":
        if other.cut is not self.cut:
            raise ValueError("these regions are of two spaces; make one space from all the rules")
        return Region(self.cut, self.cut.diagram.combined(how, self.node, other.node))
