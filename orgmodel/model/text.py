"""The type of text fields: cleaned and not empty."""

from typing import Annotated

from pydantic import AfterValidator

from orgmodel.text import clean


def _written(text: str) -> str:
    cleaned = clean(text)
    if not cleaned:
        raise ValueError("is empty; write something or leave it out")
    return cleaned


Text = Annotated[str, AfterValidator(_written)]
"""A cleaned piece of text that is not empty."""
