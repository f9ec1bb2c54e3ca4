"""A rule: a generator function with a code, and a docstring that is its page."""

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from orgmodel.rules.core.context import Issues
from orgmodel.rules.core.data_requirements import check_need
from orgmodel.rules.core.finding import Severity
from orgmodel.rules.core.fix import Fixing

PLUGIN_PREFIX = "X"
"""The beginning of codes of rules that do not come with the package."""

_EXAMPLE = re.compile(r"```yaml (bad|good)\n(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class Rule:
    """One statement that holds for a sound organisation.

    Attributes:
        code: Three letters for its family and three digits; never used again for another rule.
        severity: The severity of a breach by default.
        origin: The source of the norm or its threshold.
        check: Yields the breaches; its keyword-only parameters are the rule's options.
        judges_findings: Whether it is applied last, to the findings of the other rules.
        needs: The data that a design must hold for the rule to apply.
        fix: The best fix of its findings: none, a change to decide about, or a safe one.
    """

    code: str
    severity: Severity
    origin: str
    check: Callable[..., Issues]
    judges_findings: bool = False
    needs: tuple[str, ...] = ()
    fix: Fixing = "none"

    @property
    def name(self) -> str:
        """The rule's name, as in ``span-too-wide``."""
        return str(self.check.__name__).replace("_", "-")

    @cached_property
    def page(self) -> str:
        """The whole text about the rule, examples included."""
        return inspect.cleandoc(self.check.__doc__ or "")

    @property
    def norm(self) -> str:
        """The rule in one sentence."""
        return self.page.partition("\n")[0]

    @property
    def examples(self) -> Mapping[str, str]:
        """A ``bad`` and a ``good`` design as YAML."""
        return dict(_EXAMPLE.findall(self.page))

    @cached_property
    def options(self) -> Mapping[str, Any]:
        """The rule's options with their defaults."""
        parameters = inspect.signature(self.check).parameters.values()
        return {p.name: p.default for p in parameters if p.kind is p.KEYWORD_ONLY}


def rule(  # noqa: PLR0913 - all but the first two by name
    code: str,
    severity: Severity,
    *,
    origin: str,
    judges_findings: bool = False,
    needs: Sequence[str] = (),
    fix: Fixing = "none",
) -> Callable[[Callable[..., Issues]], Rule]:
    """Make a rule of a generator function that takes a :class:`RuleContext` and yields issues.

    Args:
        code: Three letters and three digits; ``X`` as first letter is reserved for users' rules.
        severity: The severity of a breach by default.
        origin: The source of the norm or its threshold; "judgement" if there is none.
        judges_findings: Whether it takes, behind the design, an Examination by the other rules.
        needs: The data that a design must hold, or the rule is silent: sections of a design file
            (``customers``), or fields that differ from the default in at least one entity
            (``customers.revenue``); ``a | b`` is either.
        fix: The best fix that its findings carry as their third part: ``safe`` if a change of the
            design is certain, ``offered`` if a person decides about it.

    Raises:
        ValueError: If a need is neither a section nor a field of one.
    """
    for need in needs:
        check_need(need)
    needed = tuple(needs)
    return lambda check: Rule(code, severity, origin, check, judges_findings, needed, fix)
