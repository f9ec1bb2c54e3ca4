"""Settings in files: ``[tool.orgmodel]`` of a ``pyproject.toml``, or ``orgmodel.toml``."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from orgmodel.model import DesignError, Problem, Source
from orgmodel.rules.contract_language import Contract
from orgmodel.rules.settings.settings import Settings
from orgmodel.text import did_you_mean

CHART = "chart"
"""The table of settings for charts, which rules do not read."""


def read_settings(folder: Path) -> Settings:
    """Read the settings of a folder: the nearest file that has any, going upwards.

    Raises:
        DesignError: If the file cannot be read as TOML, or has an unknown setting.
    """
    file, table = settings_table(folder)
    return _settings(file, {key: value for key, value in table.items() if key != CHART})


def settings_table(folder: Path) -> tuple[Path, Mapping[str, Any]]:
    """Return the nearest file with settings and its table; an empty table if there is none.

    Raises:
        DesignError: If the file cannot be read as TOML.
    """
    for place in (folder.resolve(), *folder.resolve().parents):
        for name, path in (("orgmodel.toml", ()), ("pyproject.toml", ("tool", "orgmodel"))):
            found = _table(place / name, path)
            if found is not None:
                return place / name, _unwrapped(found)
    return folder, {}


def _unwrapped(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what stands under the name that the table has in a ``pyproject.toml``, if any."""
    tool = table.get("tool")
    inner = tool.get("orgmodel") if isinstance(tool, dict) and len(table) == 1 else None
    return inner if isinstance(inner, dict) else table


def _table(file: Path, path: Sequence[str]) -> Mapping[str, Any] | None:
    if not file.is_file():
        return None
    try:
        table: Any = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError, RecursionError) as error:
        raise DesignError(
            [Problem(f"Cannot be read as TOML: {error}.", Source(str(file)))]
        ) from None
    for key in path:
        table = table.get(key) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else None


def _settings(file: Path, table: Mapping[str, Any]) -> Settings:
    plain = {key.replace("-", "_"): value for key, value in table.items()}
    try:
        return TypeAdapter(Settings).validate_python(plain)
    except ValidationError as error:
        raise DesignError(
            Problem(_sentence(detail["loc"], detail["msg"]), Source(str(file)))
            for detail in error.errors()
        ) from None


def _sentence(place: Sequence[int | str], message: str) -> str:
    # TOML has no numbers for tables in a row; people count them from 1
    steps = [str(step + 1) if isinstance(step, int) else step for step in place]
    name, inner = ".".join(steps), len(place) > 1 and place[0] == "contracts"
    if not inner:  # the words of contracts are written with underscores
        name = name.replace("_", "-")
    if "Unexpected" in message:
        kind: type[Any] = Contract if inner else Settings
        known = [field.name if inner else field.name.replace("_", "-") for field in fields(kind)]
        given = str(place[-1]) if inner else name
        return f"There is no setting {name!r}{did_you_mean(given, known)}"
    return f"Setting {name!r}: {message.removeprefix('Value error, ')}."
