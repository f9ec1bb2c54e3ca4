"""Rooms are entered by their doors: packages that list what others may use."""

import ast
from pathlib import Path

import pytest

import orgmodel

PACKAGE = Path(orgmodel.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path):
    """Return the top-level room that a module stands in."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_from_other_rooms(path):
    """Yield line, module and names of what a module takes from other rooms."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("orgmodel."):
            parts = node.module.split(".")[1:]
            if parts[0] != room_of(path) and len(parts) > 1:
                yield node.lineno, parts, [alias.name for alias in node.names]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_reaches_past_a_door(path):
    """What a room takes from another comes from a package, and that package lists it."""
    for line, parts, names in imports_from_other_rooms(path):
        door = PACKAGE.joinpath(*parts, "__init__.py")
        where = f"{path.relative_to(PACKAGE.parent)}:{line} takes from orgmodel.{'.'.join(parts)}"
        assert door.exists(), f"{where}, which is a module inside a room; use the room's door"
        listed = ast.parse(door.read_text(encoding="utf-8"))
        known = {n.value for n in ast.walk(listed) if isinstance(n, ast.Constant)}
        missing = [name for name in names if name not in known]
        assert not missing, f"{where} {missing}, which __all__ there does not list"
