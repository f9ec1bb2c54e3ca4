"""Plan: the changes between two designs, as text, Markdown or JSON."""

from dataclasses import dataclass

from orgmodel.changes.plan.contents import PlanContents
from orgmodel.changes.plan.text import PLAN_FORMATS
from orgmodel.model import UnknownError
from orgmodel.text import did_you_mean


@dataclass(frozen=True)
class Plan(PlanContents):
    """The changes from one design to another, for those who approve them.

    Attributes:
        diff: What differs.
        remarks: Findings before and after; None if not checked.
    """

    def render(self, form: str) -> str:
        """Return the plan as text in a format: ``text``, ``markdown`` or ``json``.

        Raises:
            UnknownError: If there is no such format.
        """
        if form not in PLAN_FORMATS:
            raise UnknownError(
                f"{form!r} is not a format of plans{did_you_mean(form, PLAN_FORMATS)}"
            )
        return PLAN_FORMATS[form](self)

    def to_markdown(self) -> str:
        """Return the plan in Markdown, for a pull request."""
        return self.render("markdown")

    def to_json(self) -> str:
        """Return the plan as JSON, for other programs."""
        return self.render("json")

    def __str__(self) -> str:
        return self.render("text")
