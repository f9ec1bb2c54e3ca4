"""What measures are taken of: an organisation, in whatever form it is at hand."""

from typing import TypeAlias

from orgmodel.cover import Coverage
from orgmodel.model import Org, require
from orgmodel.network import OrgGraph

Subject: TypeAlias = Org | OrgGraph | Coverage
"""A design today, its indexed views on some day, or who covers whom on some day."""

_KINDS = (Org, OrgGraph, Coverage)


def graph_of(subject: Subject, by: str) -> OrgGraph:
    """Return the indexed views of a design.

    Args:
        subject: The design.
        by: The function that asks.

    Raises:
        WrongKindError: If it is not a design.
    """
    if isinstance(subject, OrgGraph):
        return subject
    require(subject, *_KINDS, by=by)
    return subject.graph if isinstance(subject, Coverage) else OrgGraph(subject)


def coverage_of(subject: Subject, by: str) -> Coverage:
    """Return who covers whom in a design; arguments and errors as above."""
    if isinstance(subject, Coverage):
        return subject
    return Coverage(graph_of(subject, by))
