"""Names: API names of Salesforce for the ids of a design."""

import re
import unicodedata

LONGEST = 80
"""Characters of an API name and of a label."""
_OTHERS = re.compile(r"[^A-Za-z0-9]+")


class Names:
    """Gives each thing a unique API name: letters, digits and single underscores."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, text: str) -> str:
        """Return an API name that is like a text and not taken yet, in any letter case."""
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
        base = _OTHERS.sub("_", plain).strip("_") or "X"
        base = (base if base[0].isalpha() else f"T_{base}")[:LONGEST].rstrip("_")
        name, number = base, 2
        while name.casefold() in self._taken:
            end = f"_{number}"
            name, number = f"{base[: LONGEST - len(end)].rstrip('_')}{end}", number + 1
        self._taken.add(name.casefold())
        return name
