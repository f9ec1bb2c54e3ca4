"""Integer programs, built row by row and solved by HiGHS."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from orgmodel.propose.core.solvers import solver

_INTEGRAL = 0.5


@dataclass(frozen=True)
class Solution:
    """What a solver found.

    Attributes:
        values: The value of every variable; empty where no solution was found.
        objective: The sum of costs; None without a solution.
        bound: No solution costs less; None where nothing is proven.
        infeasible: Whether it is proven that there is no solution.
    """

    values: tuple[float, ...]
    objective: float | None
    bound: float | None
    infeasible: bool = False

    def chosen(self, variable: int) -> bool:
        """Return whether a variable of 0 or 1 is 1."""
        return self.values[variable] > _INTEGRAL


@dataclass
class Program:
    """Variables with costs, and rows that bound sums of them.

    Rows are kept as they are added, so that a caller can add more and solve again.
    """

    costs: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    integral: list[bool] = field(default_factory=list)
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)

    def variable(self, cost: float, *, upper: float = 1.0, integral: bool = True) -> int:
        """Add a variable from 0 to an upper limit; return its number."""
        self.costs.append(cost)
        self.upper.append(upper)
        self.integral.append(integral)
        return len(self.costs) - 1

    def row(
        self,
        terms: Mapping[int, float] | Iterable[int],
        *,
        least: float = -float("inf"),
        most: float = float("inf"),
        label: str = "",
    ) -> int:
        """Bound a sum of variables, given with factors or each with 1; return the row's number.

        The label says in words which limit the row is; rows of one label are one limit.
        """
        factors = dict(terms) if isinstance(terms, Mapping) else dict.fromkeys(terms, 1.0)
        self.rows.append((factors, least, most))
        self.labels.append(label)
        return len(self.rows) - 1

    def solve(
        self, *, seconds: float, seed: int = 0, relaxed: bool = False, gap: float = 0.0
    ) -> Solution:
        """Find the variables of least cost.

        One thread, so that a seed gives the same answer on one machine.

        Args:
            seconds: When to stop with the best so far.
            seed: Of the solver's random choices.
            relaxed: Whether to pass over that variables are whole numbers.
            gap: The share of the objective that may remain unproven.
        """
        if any(not terms and not least <= 0 <= most for terms, least, most in self.rows):
            return Solution((), None, None, infeasible=True)
        if not self.costs:
            return Solution((), 0.0, 0.0)
        highspy = solver("highspy")
        model = _quiet(highspy)
        for name, value in (
            ("output_flag", False),
            ("threads", 1),
            ("random_seed", seed),
            ("time_limit", max(seconds, 0.01)),
            ("mip_rel_gap", gap),
            ("mip_abs_gap", 1e-6),
        ):
            model.setOptionValue(name, value)
        model.passModel(self._model(highspy, relaxed=relaxed))
        model.run()
        return _solution(highspy, model, mixed=not relaxed and any(self.integral))

    def conflict(self, *, seconds: float) -> tuple[str, ...]:
        """Return the smallest set of limits that contradict each other, by their labels.

        Each limit in turn is left out for good if no solution appears without it (a deletion
        filter); those that remain contradict each other, and any one less would do. Rows without
        a label always hold. Where the time ends first the set may have more than it needs.
        """
        end = time.monotonic() + seconds
        relaxed = self.solve(seconds=seconds, relaxed=True).infeasible
        kept = list(dict.fromkeys(filter(None, self.labels)))
        for label in list(kept):
            left = end - time.monotonic()
            if left <= 0:
                break
            fewer = [each for each in kept if each != label]
            if self._only(fewer).solve(seconds=left, relaxed=relaxed).infeasible:
                kept = fewer
        return tuple(kept)

    def _only(self, labels: Iterable[str]) -> "Program":
        """Return the program with some limits, and with the rows that have no label."""
        wanted = {*labels, ""}
        pairs = zip(self.rows, self.labels, strict=True)
        rows = [row for row, label in pairs if label in wanted]
        return Program(self.costs, self.upper, self.integral, rows, [""] * len(rows))

    def _model(self, highspy: Any, *, relaxed: bool) -> Any:  # noqa: ANN401 - an extra without types
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.costs), len(self.rows)
        lp.col_cost_ = np.array(self.costs, dtype=float)
        lp.col_lower_ = np.zeros(len(self.costs))
        lp.col_upper_ = np.array(self.upper, dtype=float)
        lp.row_lower_ = np.array([least for _, least, _ in self.rows], dtype=float)
        lp.row_upper_ = np.array([most for _, _, most in self.rows], dtype=float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        sizes = [len(terms) for terms, _, _ in self.rows]
        lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
        lp.a_matrix_.index_ = np.array([v for t, _, _ in self.rows for v in t], dtype=np.int32)
        lp.a_matrix_.value_ = np.array([f for t, _, _ in self.rows for f in t.values()])
        if not relaxed and any(self.integral):
            kinds = highspy.HighsVarType
            lp.integrality_ = [kinds.kInteger if i else kinds.kContinuous for i in self.integral]
        return lp


def _quiet(highspy: Any) -> Any:  # noqa: ANN401 - an extra without types
    """Return a solver that prints nothing.

    highspy 1.16 prints its banner to standard output when the constructor enables callbacks,
    before any option can be set; they are not needed here.
    """
    silent = type("_Quiet", (highspy.Highs,), {"enableCallbacks": lambda _self: None})
    return silent()


def _solution(highspy: Any, model: Any, *, mixed: bool) -> Solution:  # noqa: ANN401 - an extra without types
    status, kinds = model.getModelStatus(), highspy.HighsModelStatus
    if status in {kinds.kInfeasible, kinds.kUnboundedOrInfeasible}:
        return Solution((), None, None, infeasible=True)
    info = model.getInfo()
    bound = float(info.mip_dual_bound) if mixed else None
    if status == kinds.kOptimal and not mixed:
        bound = float(info.objective_function_value)
    if info.primal_solution_status != _FEASIBLE:
        return Solution((), None, bound)
    values = tuple(map(float, model.getSolution().col_value))
    return Solution(values, float(info.objective_function_value), bound)


_FEASIBLE = 2
"""HiGHS' number for a solution that keeps all rows."""
