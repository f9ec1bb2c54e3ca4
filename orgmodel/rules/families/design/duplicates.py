"""What is said twice: MOD019."""

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
    """A list of references should name each thing once.

    The second mention says nothing, and whoever takes out the first finds that nothing changes. It
    concerns territories, dotted lines, departments and the like; the first 20 are told one by one.

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
    yield from foremost(issues, most, "entities name something more than once")


def _once(entity: Id[Any]) -> Mapping[str, tuple[str, ...]]:
    """Return the lists of an entity that name something twice, with each thing once."""
    lists = ((name, getattr(entity, name)) for name in references(type(entity)))
    return {n: tuple(dict.fromkeys(v)) for n, v in lists if isinstance(v, tuple) and _repeated(v)}


def _repeated(refs: tuple[str, ...]) -> list[str]:
    if len(refs) == len({*refs}):
        return []
    return [ref for ref, number in Counter(refs).items() if number > 1]
