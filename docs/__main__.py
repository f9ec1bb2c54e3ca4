"""Writes everything that is made from the code anew: ``python -m docs``, or some of it by name.

Run it from the root of the project, then look at the differences before you keep them.
"""

import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCRIPTS = {
    "rules": "docs/rule_pages.py",
    "fields": "docs/fields.py",
    "schemas": "docs/schemas.py",
    "gallery": "docs/gallery.py",
    "golden": "tests/charts/golden_charts.py",
}
"""The scripts by the names of what they write; pictures come last, for they take long."""


def main(names: list[str]) -> None:
    """Run some scripts, or all."""
    if unknown := [name for name in names if name not in SCRIPTS]:
        raise SystemExit(f"{', '.join(unknown)}: unknown; choose from {', '.join(SCRIPTS)}.")
    for name in names or SCRIPTS:
        sys.stdout.write(f"{name}: {SCRIPTS[name]}\n")
        sys.stdout.flush()
        runpy.run_path(str(ROOT / SCRIPTS[name]), run_name="__main__")


if __name__ == "__main__":
    main(sys.argv[1:])
