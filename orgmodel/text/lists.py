"""Lists in sentences, and the number of items that a list leaves out."""

from collections.abc import Iterable


def quoted(names: Iterable[object]) -> list[str]:
    """Return names in single quotes, as in ``'acme'``."""
    return [f"'{name}'" for name in names]


def listed(names: Iterable[object], most: int | None = None) -> str:
    """Return names in their order, as in "a, b and c" or "a, b, c and 4 more".

    Args:
        names: The names.
        most: How many to name before the others are counted; None names all. One name more than
            that is named as well, because "and 1 more" takes the same room.
    """
    texts = [str(name) for name in names]
    if most is not None and len(texts) > most + 1:
        return f"{', '.join(texts[:most])} {more(len(texts), most)}".lstrip()
    return " and ".join(filter(None, [", ".join(texts[:-1]), *texts[-1:]]))


def more(total: int, shown: int) -> str:
    """Return what a list leaves out, as in "and 1,200 more"; empty where it shows everything."""
    return f"and {total - shown:,} more" if total > shown else ""
