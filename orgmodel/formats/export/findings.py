"""Remarks: findings about entities in an export."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from orgmodel.model import Id, Source


class Remark(Protocol):
    """A remark about one entity, as a finding of a check."""

    @property
    def entity(self) -> Id[Any] | None:
        """The entity that the remark is about; None is the organisation itself."""
        ...

    @property
    def severity(self) -> str:
        """Severity: `error`, `warning` or `info`."""
        ...

    @property
    def code(self) -> str:
        """Code of the rule."""
        ...

    @property
    def sentence(self) -> str:
        """The sentence of the finding."""
        ...

    @property
    def source(self) -> Source | None:
        """Where the entity was written, if that is known."""
        ...


def by_node(remarks: Iterable[Remark]) -> Mapping[str, list[Remark]]:
    """Return the remarks by the nodes of what they are about; of the organisation by nothing."""
    found: dict[str, list[Remark]] = defaultdict(list)
    for remark in remarks:
        found[remark.entity.node if remark.entity is not None else ""].append(remark)
    return found
