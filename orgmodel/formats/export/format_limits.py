"""Limits of formats: what each format cannot hold of a design."""

from orgmodel.model import UnknownError
from orgmodel.text import did_you_mean

LOSSES: dict[str, str] = {
    "yaml": "Nothing of the design. Comments are not part of it; `orgmodel format` keeps them.",
    "json": "Nothing. Other programs may round amounts of more than 15 digits.",
    "xlsx": "Contacts, plans, targets, benchmarks, contracts of roles and accepted findings. "
    "Amounts keep 15 digits, texts 32,767 letters, and rules of territories are words.",
    "csv": "All but the people: the roster has positions, who holds them and who leads them.",
    "tables": "Nothing but the types of cells: a text such as 0123 differs from a number by its "
    "column alone, and what has fields of its own is JSON in a cell.",
    "graphml": "Fields with fields of their own (rules, contacts, attributes, plans) and accepted "
    "findings. Amounts are numbers of double precision, days and lists are texts.",
    "jsonld": "Rules of territories, amounts, contacts, assignments, plans, targets and accepted "
    "findings: the ontology has no words for them.",
    "markdown": "Targets, benchmarks, plans of territories, accepted findings, and customers "
    "beyond the first 1,000: it is for reading.",
    "salesforce-territory2": "All but the territories, their rules and types. What of these cannot "
    "be said is listed; a rule that cannot be said is left out whole.",
    "mermaid": "All but the text of the boxes, and the lines between them. At most 500 lines "
    "and 50,000 characters.",
    "dot": "All but the text of the boxes, and the lines between them.",
    "drawio": "All but the text of the boxes, and the lines between them.",
}
"""By the name of the format."""

LOSSLESS = ("yaml", "json")
"""Formats from which the same design is read again."""


def losses(name: str) -> str:
    """Return in words what a format cannot hold of a design.

    Raises:
        UnknownError: If there is no such format; the message names the nearest.
    """
    if name not in LOSSES:
        raise UnknownError(f"There is no format {name!r}{did_you_mean(name, LOSSES)}")
    return LOSSES[name]
