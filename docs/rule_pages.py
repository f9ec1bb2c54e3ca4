"""The pages of all rules, made from their docstrings: ``python docs/rule_pages.py`` writes them."""

from pathlib import Path

from orgmodel.rules import RULES
from orgmodel.rules.engine.handbook import handbook

FOLDER = Path(__file__).parent / "rules"


def main() -> None:
    """Write the index and one page per family, and remove pages of families that are gone."""
    pages = handbook(RULES)
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
