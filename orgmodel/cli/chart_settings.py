"""Chart settings in files: ``[tool.orgmodel.chart]``, and look files."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from orgmodel.charts import (
    Align,
    ChartLook,
    Colour,
    Direction,
    LookRule,
    Paper,
    Style,
    Telling,
    ratio,
)
from orgmodel.charts import Field as CardField
from orgmodel.model import DesignError, Problem, Source
from orgmodel.rules import CHART, settings_table
from orgmodel.text import did_you_mean


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class ChartSettings:
    """Defaults for the options of ``orgmodel chart``; None leaves the choice to the chart.

    Attributes:
        look: A file with rules, colours and initials; those of these settings come first.
        photos: A folder of photos. Both paths are relative to the folder of the settings.
    """

    title: str | None = None
    style: Style | None = None
    direction: Direction | None = None
    align: Align | None = None
    proportions: Annotated[float, BeforeValidator(ratio)] | None = None
    show: tuple[CardField, ...] | None = None
    coordination: Telling | None = None
    redact: bool | None = None
    pages: Paper | None = None
    dpi: Annotated[int, Field(ge=10, le=1200)] | None = None
    photos: str | None = None
    look: str | None = None
    rules: tuple[LookRule, ...] = ()
    colours: Mapping[str, Colour] = Field(default_factory=dict)
    initials: bool = False


_OF_LOOKS = {field.name for field in fields(ChartLook)}


def read_chart_settings(folder: Path) -> dict[str, Any]:
    """Return the chart settings of a folder as options of the command.

    Raises:
        DesignError: If the file is not valid TOML, or a setting is unknown or invalid.
    """
    file, table = settings_table(folder)
    given = table.get(CHART, {})
    if not isinstance(given, dict):
        raise DesignError([Problem("Setting 'chart' should be a table.", Source(str(file)))])
    settings = _validated(ChartSettings, given, file, "chart.")
    values = {f.name: getattr(settings, f.name) for f in fields(ChartSettings)}
    options = {n: v for n, v in values.items() if n not in _OF_LOOKS and v is not None}
    options |= {n: file.parent / options[n] for n in ("photos", "look") if n in options}
    own = ChartLook(settings.rules, settings.initials, settings.colours)
    return {**options, "own_look": own}


def look_for(own: ChartLook, file: str | Path | None) -> ChartLook:
    """Return the look of the settings and of a file together; rules of the file come last.

    Raises:
        DesignError: If the file cannot be read, or is not a valid look in TOML.
    """
    if file is None:
        return own
    try:
        table = tomllib.loads(Path(file).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError, RecursionError) as error:
        sentence = f"The look file is not valid TOML: {error}."
        raise DesignError([Problem(sentence, Source(str(file)))]) from None
    more = _validated(ChartLook, table, Path(file), "")
    rules, colours = (*own.rules, *more.rules), {**more.colours, **own.colours}
    return ChartLook(rules, own.initials or more.initials, colours)


def _validated(kind: Any, table: Mapping[str, Any], file: Path, above: str) -> Any:  # noqa: ANN401
    plain = {key.replace("-", "_"): value for key, value in table.items()}
    try:
        return TypeAdapter(kind).validate_python(plain)
    except ValidationError as error:
        raise DesignError(
            Problem(_problem(kind, detail, above), Source(str(file))) for detail in error.errors()
        ) from None


def _problem(kind: Any, detail: Any, above: str) -> str:  # noqa: ANN401  # as pydantic has it
    place: Sequence[int | str] = [s for s in detail["loc"] if not str(s).startswith("function-")]
    # tables of an array have no names in TOML; people count them from 1
    name = above + ".".join(str(s + 1) if isinstance(s, int) else s for s in place)
    if "Unexpected" in detail["msg"]:
        inner = len(place) > 1 and place[0] == "rules"
        within = name.rpartition(".")[0]
        names = (f.name for f in fields(LookRule if inner else kind))
        known = [f"{within}.{one}" if within else one for one in names]
        return f"There is no setting {name!r}{did_you_mean(name, known)}"
    return f"Setting {name!r}: {detail['msg'].removeprefix('Value error, ')}."
