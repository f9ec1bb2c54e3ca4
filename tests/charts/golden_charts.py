"""The charts that golden pictures are kept of; run it to draw the pictures anew.

From the root of the project: ``python tests/charts/golden_charts.py``. Look at what has changed
before you keep it.
"""

import sys
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
DPI = 50


def charts():
    """Return small charts of every kind by name."""
    from charts.offices import Remark, north  # noqa: PLC0415  # once the path is set below
    from charts.test_kinds import KINDS  # noqa: PLC0415

    from orgmodel.charts import ChartLook, LookRule, OrgChart  # noqa: PLC0415
    from orgmodel.model import Position  # noqa: PLC0415

    org = north()
    marks = [Remark(org.get(Position, "tm"), "error"), Remark(org.get(Position, "am"))]
    rules = (LookRule("Vacant", vacant=True, border="#b3261e", badge="V"),)
    found = {name.replace(" ", "-"): make(north()) for name, make in KINDS.items()}
    found["org"] = OrgChart(org, marks, look=ChartLook(rules, initials=True))
    return found


if __name__ == "__main__":
    sys.path[:0] = [str(FOLDER.parents[2]), str(FOLDER.parents[1])]
    for name, chart in charts().items():
        chart.save(FOLDER / f"{name}.png", dpi=DPI)
