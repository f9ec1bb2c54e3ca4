"""How text gets into a page: escaped for its place, and bound to the page's own code and looks."""

import hashlib
import json
from base64 import b64encode
from html import escape

from orgmodel.text import clean

# Inside of a script element these could end it or open a comment.
_AWAKE = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&"})


def told(text: str) -> str:
    """Return a text that may stand between tags and in quoted attributes."""
    return escape(clean(text), quote=True)


def data(value: object) -> str:
    """Return a value as JSON that may stand in a script element."""
    return json.dumps(value, separators=(",", ":")).translate(_AWAKE)


def policy(style: str, script: str) -> str:
    """Return a content security policy: this style, this script, and nothing from anywhere."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hash(style)}",
            f"script-src {_hash(script)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
