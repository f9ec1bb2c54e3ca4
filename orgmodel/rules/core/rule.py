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
"""How the codes of rules begin that do not come with the package."""

_EXAMPLE = re.compile(r"```yaml (bad|good)\n(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class Rule:
    """One thing that a sound organisation keeps to.

    Attributes:
        code: Three letters for what it is about and three digits, never used again for another.
        severity: How grave a breach is unless the settings say otherwise.
        origin: Where the norm or its threshold comes from.
        check: Yields what breaks the rule; its keyword-only parameters are the rule's options.
        judges_findings: Whether it is applied last, to what the other rules found.
        needs: What a design must hold for the rule to have something to look at.
        fix: What it can do about its findings: at best a safe change, or one to decide about.
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
        """All that is written about the rule, examples included."""
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


def rule(  # noqa: PLR0913 - what a decorator says stands by name
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
        code: Three letters and three digits; ``X`` as first letter is kept for users' rules.
        severity: How grave a breach is unless the settings say otherwise.
        origin: Where the norm or its threshold comes from; "judgement" if nowhere.
        judges_findings: Whether it takes, behind the design, an Examination by the other rules.
        needs: What a design must hold, or the rule has nothing to look at and is passed over:
            sections of a design file (``customers``), or fields of which at least one entity says
            something else than the default (``customers.revenue``); ``a | b`` is either.
        fix: The best that its findings can carry as their third part: ``safe`` where a change of
            the design is certain, ``offered`` where a person must decide about it.

    Raises:
        ValueError: If something needed is no section and no field of one.
    """
    for need in needs:
        check_need(need)
    needed = tuple(needs)
    return lambda check: Rule(code, severity, origin, check, judges_findings, needed, fix)
