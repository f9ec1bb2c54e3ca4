"""What hangs on whom: what loses its cover when somebody leaves."""

from orgmodel.charts.kinds.continuity.chart import ContinuityChart
from orgmodel.charts.kinds.continuity.stake import Stake

__all__ = ["ContinuityChart", "Stake"]
