"""Write the published schemas anew: ``python -m docs schemas``."""

import json
from pathlib import Path

from orgmodel.formats import json_schema
from orgmodel.formats.designs.schema import PUBLISHED

FOLDER = Path(__file__).parent / "schema"


def main() -> None:
    """Write every schema that editors find in ``docs/schema``."""
    for name, (draft, part) in PUBLISHED.items():
        text = json.dumps(json_schema(draft, part=part), indent=2, ensure_ascii=False) + "\n"
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
