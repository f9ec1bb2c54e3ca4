"""References that occur twice: MOD019."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from orgmodel.model import Id, references
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import safe
from orgmodel.rules.core.fixes import put
from orgmodel.rules.core.phrases import foremost, listed, opening
from orgmodel.rules.core.rule import rule


@rule("MOD019", "warning", origin="judgement, as linters of code do", fix="safe")
def named_twice(design: RuleContext, *, most: int = 20) -> Issues:
    """A list of references names each entity once.

    The second mention adds nothing, and removing only the first changes nothing. The rule looks at
    territories, dotted lines, departments and other lists; the first 20 entities are listed.

    ```yaml bad
    territories:
      north: {where: {place: [IT]}}
    positions:
      rep: {role: sales_representative, covers: [north, north]}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    ```
    """
    issues = []
    for entity in design.org.whole:
        once = _once(entity)
        if once:
            twice = {ref for name in once for ref in _repeated(getattr(entity, name))}
            what = f"names {listed(twice)} more than once in {listed(once)}"
            issues.append((entity, f"{opening(entity)} {what}.", safe(put(design, entity, **once))))
    yield from foremost(issues, most, "entities name another more than once")


def _once(entity: Id[Any]) -> Mapping[str, tuple[str, ...]]:
    """Return the lists of an entity that name an entity twice, with each name once."""
    lists = ((name, getattr(entity, name)) for name in references(type(entity)))
    return {n: tuple(dict.fromkeys(v)) for n, v in lists if isinstance(v, tuple) and _repeated(v)}


def _repeated(refs: tuple[str, ...]) -> list[str]:
    if len(refs) == len({*refs}):
        return []
    return [ref for ref, number in Counter(refs).items() if number > 1]
