"""Whose turn it was: what a round robin remembers from one lead to the next."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from orgmodel.files import write_whole
from orgmodel.propose.core.errors import ProposeError

_VERSION = 1


@dataclass(frozen=True)
class Memory:
    """How many leads each position got.

    Attributes:
        given: Leads by position id.
    """

    given: Mapping[str, int] = field(default_factory=dict)

    def after(self, position: str) -> "Memory":
        """Return what is remembered when a position got one more."""
        return Memory({**self.given, position: self.given.get(position, 0) + 1})

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write it to a file; an old file stays whole until the new one is.

        Raises:
            CannotWriteError: If the file cannot be written.
        """
        text = json.dumps(
            {"version": _VERSION, "given": dict(sorted(self.given.items()))}, indent=2
        )
        write_whole(path, f"{text}\n".encode())


def read_memory(path: str | os.PathLike[str]) -> Memory:
    """Read whose turn it was; a file that does not exist yet remembers nothing.

    Raises:
        ProposeError: If the file is not such a memory.
    """
    file = Path(path)
    if not file.exists():
        return Memory()
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        given = data["given"]
        counts = {str(name): int(count) for name, count in given.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        sentence = (
            f"{file}: this file is not a memory of routing; name one that 'propose route' wrote, "
            "or a new file."
        )
        raise ProposeError(sentence) from None
    if any(count < 0 for count in counts.values()):
        raise ProposeError(f"{file}: counts of leads are at least 0; correct the file.")
    return Memory(counts)
