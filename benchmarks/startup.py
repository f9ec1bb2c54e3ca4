"""How long the command takes to start, beside a bare command made with click.

Whole processes take turns, so that other work on the machine slows all alike. Times are CPU seconds
of the process and its children, medians of many rounds. Run with `python benchmarks/startup.py`.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from orgmodel.cli import main as orgmodel_command

HEAVY = "matplotlib", "networkx", "numpy", "pydantic", "yaml", "click"
BARE = """
import click
@click.group()
def main():
    '''A command that does nothing.'''
for n in range({commands}):
    @main.command(f"command-{{n}}")
    def command():
        '''Do nothing.'''
main()
"""
COMMANDS = orgmodel_command.list_commands(click.Context(orgmodel_command))
Command = Sequence[str]


def cpu_seconds(command: Command, folder: Path) -> float:
    """CPU seconds that a process takes from start to end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1 or "Traceback" in done.stderr:  # 1 says that there are findings
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def python(code: str) -> Command:
    """A process that runs some Python."""
    return sys.executable, "-c", code


def orgmodel(*words: str) -> Command:
    """A process that runs the command."""
    return python(f"import sys; from orgmodel.cli import main; sys.argv[1:] = {words!r}; main()")


def commands() -> Mapping[str, Command]:
    """What is measured, the yardstick first."""
    return {
        "bare click, --help": (*python(BARE.format(commands=len(COMMANDS))), "--help"),
        "python alone": python("pass"),
        "orgmodel --help": orgmodel("--help"),
        "import orgmodel": python("import orgmodel"),
        "import orgmodel.model": python("import orgmodel.model"),
        "import networkx": python("import networkx"),
        "import pydantic dataclasses": python("import pydantic.dataclasses"),
        "orgmodel check design.yaml": orgmodel("check", "design.yaml"),
        "orgmodel check design.py": orgmodel("check", "design.py"),
    }


def loaded(code: str) -> str:
    """Which of the heavy libraries are loaded after some Python ran."""
    ask = f"{code}\nimport sys\nprint(*[n for n in {HEAVY} if n in sys.modules], sep=', ')"
    done = subprocess.run(python(ask), check=True, capture_output=True, text=True)
    return done.stdout.strip() or "none of them"


def measure(rounds: int, folder: Path) -> Mapping[str, float]:
    """Median seconds of each command."""
    for name in ("design.yaml", "design.py"):
        subprocess.run(orgmodel("init", name), cwd=folder, check=True, capture_output=True)
    times: dict[str, list[float]] = {name: [] for name in commands()}
    for _ in range(rounds):
        for name, command in commands().items():
            times[name].append(cpu_seconds(command, folder))
    return {name: statistics.median(seconds) for name, seconds in times.items()}


def main() -> None:
    """Measure, and print each time and its ratio to the bare command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=11)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        medians = measure(rounds, Path(folder))
    yardstick = next(iter(medians.values()))
    print(f"{'CPU seconds, median of ' + str(rounds):<32}{'time':>8}{'ratio':>8}")
    for name, seconds in medians.items():
        print(f"{name:<32}{seconds:8.3f}{seconds / yardstick:8.2f}")
    print(f"\nOf {', '.join(HEAVY)}:")
    for code in ("import orgmodel", "import orgmodel.cli", "import orgmodel.charts"):
        print(f"  {code} loads {loaded(code)}")


if __name__ == "__main__":
    main()
