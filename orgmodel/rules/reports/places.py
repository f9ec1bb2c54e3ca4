"""Places of findings, for programs that open files."""

import os
from pathlib import Path, PurePath
from urllib.parse import quote

from orgmodel.model import Org, Source
from orgmodel.rules.core.finding import Finding


def source_of(finding: Finding, org: Org) -> Source | None:
    """Return the place of a finding; one about the whole is at the first line of its file."""
    if finding.source is not None:
        return finding.source
    sources = (org.source_of(entity) for entity in org)
    file = next((source.file for source in sources if source is not None), None)
    return Source(file, 1) if file else None


def file_of(source: Source) -> str:
    """Return the path of a file from the current folder, with slashes; absolute if not below it."""
    path = os.path.normpath(source.file)
    here = str(Path.cwd()) + os.sep
    return PurePath(path.removeprefix(here)).as_posix()


def uri_of(source: Source) -> str:
    """Return the URI of a file: relative to the current folder, or absolute if not below it."""
    path = file_of(source)
    encoded = quote(path.encode("utf-8", "surrogatepass"), safe="/!$&'()*+,;=@~")
    return f"file://{encoded}" if path.startswith("/") else encoded
