"""Layouts of the D3 family in node: d3-hierarchy, d3-flextree, d3-org-chart's compact one.

All place boxes of one size. They are installed from npm into a folder that is removed afterwards.
"""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

BOX = 120.0, 40.0
"""Width and height of every box, in points; gaps are those of ours: 14 across, 32 down."""
PACKAGES = "d3-hierarchy@3", "d3-flextree@2", "d3-org-chart@3"
PROGRAM = Path(__file__).with_suffix(".js")


class Outcome(NamedTuple):
    """How long a layout took, in seconds, and how large the drawing is, in points."""

    seconds: float
    width: float
    height: float


class Peers:
    """Layouts that can be asked for; none where node or its packages are not to be had.

    Attributes:
        names: Of the layouts that are there.
        lacking: Why some are not.
    """

    def __init__(self, names: Sequence[str], lacking: str, running: "Pipes | None" = None) -> None:
        self.names, self.lacking, self._running = names, lacking, running

    def lay_out(self, name: str, boxes: int) -> Outcome:
        """Lay out the organisation of a size."""
        assert self._running
        into, out = self._running
        print(name, boxes, file=into, flush=True)
        return Outcome(*json.loads(out.readline()))


Pipes = tuple[IO[str], IO[str]]


@contextmanager
def node_peers(organisations: Sequence[Sequence[int]]) -> Iterator[Peers]:
    """Layouts in node of organisations that are told apart by their sizes."""
    if not (shutil.which("node") and shutil.which("npm")):
        yield Peers((), "node and npm were not found, so the layouts of D3 are left out")
        return
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "parents.json").write_text(json.dumps([list(o) for o in organisations]))
        Path(folder, "package.json").write_text('{"type": "module"}')
        shutil.copy(PROGRAM, Path(folder, "peers.js"))
        install = ["npm", "install", "--silent", *PACKAGES]
        if subprocess.run(install, cwd=folder, check=False, capture_output=True).returncode:
            yield Peers((), "npm could not install the layouts of D3, so they are left out")
            return
        with subprocess.Popen(
            ["node", "peers.js", *map(str, BOX)],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as running:
            assert running.stdin
            assert running.stdout
            names = json.loads(running.stdout.readline())
            lacking = "" if "compact" in names else "d3-org-chart could not be loaded"
            yield Peers(names, lacking, (running.stdin, running.stdout))
            running.stdin.close()
