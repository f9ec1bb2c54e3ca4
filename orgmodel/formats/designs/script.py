"""Designs as Python scripts: run the script and take the organisation that it builds."""

import contextlib
import os
import runpy
import sys
import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType

from orgmodel.model import DesignError, Org, Problem, Source

MODULE_NAME = "__orgmodel__"
"""``__name__`` of a script while it is loaded: parts under ``if __name__ == "__main__"``, such as
drawing charts, are not run."""


def load_script(path: str | os.PathLike[str]) -> Org:
    """Run a script and return the organisation that it builds.

    The script runs whole, with its own folder on the import path and what it prints on standard
    error; only the parts under ``if __name__ == "__main__"`` are left out. It should leave one
    ``Org`` in its variables, or name one of them ``org``.

    Raises:
        DesignError: If the script fails, at the line where it does, or leaves no organisation.
    """
    file = os.fspath(path)
    with _surroundings(file):
        try:
            variables = runpy.run_path(file, run_name=MODULE_NAME)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            # a failure of pytest, say, is no Exception; it must not pass for that of a command
            raise DesignError(_problems(file, error)) from error
    return _only_org(file, variables)


def _problems(file: str, error: BaseException) -> list[Problem]:
    place = _line_in(file, error)
    match error:
        case DesignError():
            return [Problem(each.sentence, each.source or place) for each in error.problems]
        case SystemExit():
            message = f"The script ends early (sys.exit with {error.code!r}). Remove the exit."
        case SyntaxError():
            place = _source(error.filename or file, error.lineno)
            message = f"This is not Python: {error.msg}."
        case _:
            message = " ".join(f"{type(error).__name__}: {_text(error)}".split()).removesuffix(":")
    return [Problem(message, place)]


def _text(error: BaseException) -> str:
    """Return what an error says; that of a script may fail in saying it."""
    try:
        return str(error)
    except Exception:  # noqa: BLE001 - it is the script's own code
        return "it has no text that can be shown."


def _only_org(file: str, variables: Mapping[str, object]) -> Org:
    found = {name: value for name, value in variables.items() if isinstance(value, Org)}
    if isinstance(org := found.get("org"), Org):
        return org
    different = {id(value): value for value in found.values()}
    if len(different) == 1:
        return next(iter(different.values()))
    sentence = (
        f"The script builds several organisations: {', '.join(found)}. Name the one to use 'org'."
        if found
        else "The script leaves no organisation. Write 'org = Org(...)' outside any function."
    )
    raise DesignError([Problem(sentence, _source(file))])


@contextlib.contextmanager
def _surroundings(file: str) -> Iterator[None]:
    """Let a script feel at home, and put everything back when it is done."""
    arguments, search, loaded = sys.argv, sys.path[:], set(sys.modules)
    folder = Path(file).resolve().parent
    sys.argv = [file]
    sys.path.insert(0, str(folder))
    try:
        with contextlib.redirect_stdout(sys.stderr):
            yield
    finally:
        sys.argv, sys.path[:] = arguments, search
        _forget_neighbours(folder, set(sys.modules) - loaded)


def _forget_neighbours(folder: Path, loaded: set[str]) -> None:
    """Unload the modules beside a script: those beside the next one may be namesakes."""
    tops = {name.partition(".")[0] for name in loaded} - {__name__.partition(".")[0]}
    beside = {top for top in tops if _is_in(folder, sys.modules.get(top))}
    for name in loaded:
        if name.partition(".")[0] in beside:
            del sys.modules[name]


def _is_in(folder: Path, module: ModuleType | None) -> bool:
    file = Path(getattr(module, "__file__", None) or "")
    return folder == (file.parent.parent if file.name == "__init__.py" else file.parent)


def _line_in(file: str, error: BaseException) -> Source:
    """Find the last line of the script, or of a module beside it, on the way to an error."""
    folder = Path(file).resolve().parent
    place = _source(file)
    for frame, line in traceback.walk_tb(error.__traceback__):
        name = frame.f_code.co_filename
        if name == file or Path(name).parent == folder:
            place = _source(name, line)
    return place


def _source(file: str, line: int | None = None) -> Source:
    """Name a file as one would type it from here."""
    return Source(file.removeprefix(f"{Path.cwd()}{os.sep}"), line)
