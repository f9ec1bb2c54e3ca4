"""Export formats: the format of each file suffix, and how its files are written."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from orgmodel.files import write_all, write_whole
from orgmodel.model import Org
from orgmodel.rules import Finding
from orgmodel.text import counted

SUFFIXES: Mapping[str, str] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".xlsx": "xlsx",
    ".csv": "csv",
    "": "tables",
    ".graphml": "graphml",
    ".jsonld": "jsonld",
    ".md": "markdown",
    ".mmd": "mermaid",
    ".dot": "dot",
    ".gv": "dot",
    ".drawio": "drawio",
}
"""The format of each file suffix; no suffix is a folder of CSV tables."""

TERRITORY2 = "salesforce-territory2"
"""The format that is a folder of Salesforce metadata."""

_CHARTS = {"mermaid": ".mmd", "dot": ".dot", "drawio": ".drawio"}


@dataclass(frozen=True)
class Export:
    """An export: the organisation and the options.

    Attributes:
        org: The organisation.
        findings: The findings to show on entities, in formats that can.
        on: The as-of date.
        separator: The separator of CSV files.
        byte_order_mark: Whether CSV files begin with a byte-order mark.
        schema: The path or URL of the JSON schema, for editors.
        messages: Remarks about what was written, for the user.
    """

    org: Org
    findings: Sequence[Finding] = ()
    on: dt.date | None = None
    separator: Literal[",", ";", "\t"] = ","
    byte_order_mark: bool = True
    schema: str | None = None
    messages: list[str] = field(default_factory=list)

    def write(self, name: str, path: Path) -> Path:
        """Write a file, or a folder of files, whole or not at all.

        Raises:
            CannotWriteError: If a file cannot be written; the old ones are untouched.
            OrgmodelError: If the format cannot hold the organisation, or an extra is missing.
        """
        if name == "tables":
            tables = {path / file: data for file, data in self._tables().items()}
            write_all(tables, folder=path)
            return path
        if name == TERRITORY2:
            return self._territory2(path)
        if name in _CHARTS:
            return self._chart(path, _CHARTS[name])
        return write_whole(path, self._makers()[name]())

    def _makers(self) -> Mapping[str, Callable[[], bytes]]:
        return {
            "yaml": self._yaml,
            "json": self._json,
            "xlsx": self._xlsx,
            "csv": self._csv,
            "graphml": self._graphml,
            "jsonld": self._jsonld,
            "markdown": self._markdown,
        }

    # each of these imports its format only when it is used

    def _yaml(self) -> bytes:
        from orgmodel.formats import dumps  # noqa: PLC0415

        return dumps(self.org, schema=self.schema).encode()

    def _json(self) -> bytes:
        from orgmodel.formats import to_json  # noqa: PLC0415

        return to_json(self.org, schema=self.schema).encode()

    def _xlsx(self) -> bytes:
        from orgmodel.formats.export.office import to_xlsx  # noqa: PLC0415

        return to_xlsx(self.org, self.findings, on=self.on)

    def _csv(self) -> bytes:
        from orgmodel.formats.export import to_csv_roster  # noqa: PLC0415

        return to_csv_roster(self.org, separator=self.separator, mark=self.byte_order_mark)

    def _tables(self) -> dict[str, bytes]:
        from orgmodel.formats.export import to_csv_tables  # noqa: PLC0415

        return to_csv_tables(self.org, separator=self.separator, mark=self.byte_order_mark)

    def _graphml(self) -> bytes:
        from orgmodel.formats.export import to_graphml  # noqa: PLC0415

        return to_graphml(self.org)

    def _jsonld(self) -> bytes:
        from orgmodel.formats.export import to_jsonld  # noqa: PLC0415

        return to_jsonld(self.org).encode()

    def _markdown(self) -> bytes:
        from orgmodel.formats.export.handbook import to_markdown  # noqa: PLC0415

        return to_markdown(self.org, on=self.on).encode()

    def _territory2(self, path: Path) -> Path:
        from orgmodel.formats.salesforce import to_territory2  # noqa: PLC0415

        metadata = to_territory2(self.org)
        files = {path / file: data for file, data in metadata.files.items()}
        write_all(files, folder=path)
        self.messages.extend(metadata.notes())
        if others := sorted({*path.rglob("*.territory2*-meta.xml")} - files.keys()):
            files_ = counted(len(others), "file")
            sentence = f"The folder has {files_} of other designs, for example {others[0]}."
            self.messages.append(sentence)
        return path

    def _chart(self, path: Path, suffix: str) -> Path:
        from orgmodel.charts import OrgChart  # noqa: PLC0415

        chart = OrgChart(self.org, marks=self.findings)
        return write_whole(path, chart.contents(suffix))
