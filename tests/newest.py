"""Which dependency moved since the tests last passed: python -m tests.newest [--here | --record].

``newest.txt`` beside this file lists the releases with which all tests passed. Without an option
the releases of today are asked for (this needs ``uv`` and a registry); ``--here`` compares what is
installed; ``--record`` writes down what is installed, after all tests have passed with it.
Exit code: 0 where nothing moved, 1 where something did, 2 where the releases cannot be found out.
"""

import argparse
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
RECORD = ROOT / "tests" / "newest.txt"
PROJECT = "orgmodel"


def name_of(written: str) -> str:
    """Return the name of a package in the one spelling that registries compare."""
    return re.sub(r"[-_.]+", "-", written).lower()


def pins(text: str) -> dict[str, str]:
    """Read lines such as ``click==8.2.0``; return the release of each package."""
    lines = (line.partition("#")[0].partition(";")[0].strip() for line in text.splitlines())
    split = (line.partition("==") for line in lines if "==" in line)
    return {name_of(name): release.strip() for name, _, release in split}


def direct() -> set[str]:
    """Return the packages that ``pyproject.toml`` itself asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    return {name_of(Requirement(each).name) for group in groups for each in group}


def moves(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each package that moved, came or went, direct dependencies first."""
    asked = direct()
    for name in sorted(old.keys() | new.keys(), key=lambda each: (each not in asked, each)):
        before, after = old.get(name), new.get(name)
        if before != after:
            what = f"{before} -> {after}" if before and after else f"new: {after}"
            what = what if after else f"gone: {before}"
            yield f"{name} {what}" + ("" if name in asked else " (not asked for directly)")


def installed() -> dict[str, str]:
    """Return the release of each installed package that the project needs, its tests included."""
    found: dict[str, str] = {}
    waiting = [Requirement(f"{PROJECT}[all]")]
    seen = set()
    while waiting:
        needed = waiting.pop()
        if str(needed) in seen:
            continue
        seen.add(str(needed))
        try:
            package = distribution(needed.name)
        except PackageNotFoundError:
            continue
        if name_of(needed.name) != PROJECT:
            found[name_of(needed.name)] = package.version
        inner = [Requirement(each) for each in package.requires or ()]
        extras = [{"extra": extra} for extra in ("", *needed.extras)]
        waiting += [
            each for each in inner if not each.marker or any(map(each.marker.evaluate, extras))
        ]
    return found


def offered() -> dict[str, str]:
    """Return the release of each package that a fresh environment would have today."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-header"]
    command += ["--no-annotate", "--extra", "all", "pyproject.toml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"The releases of today cannot be found out: {done.stderr.strip()}", file=sys.stderr)
        raise SystemExit(2)
    return pins(done.stdout)


def main(words: list[str] | None = None) -> int:
    """Print what moved, or record what is installed."""
    parser = argparse.ArgumentParser("python -m tests.newest", description=__doc__)
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--here", action="store_true", help="compare what is installed")
    either.add_argument("--record", action="store_true", help="write down what is installed")
    asked = parser.parse_args(words)
    if asked.record:
        lines = [f"{name}=={release}" for name, release in sorted(installed().items())]
        RECORD.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return 0
    old = pins(RECORD.read_text(encoding="utf-8"))
    moved = list(moves(old, installed() if asked.here else offered()))
    print(*moved or ["Nothing moved since the tests last passed."], sep="\n")
    return 1 if moved else 0


if __name__ == "__main__":
    raise SystemExit(main())
