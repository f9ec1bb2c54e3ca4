"""Why customers cannot be assigned: the smallest group for which the room is too small."""

from collections.abc import Iterator

from orgmodel.propose.assignment.task import Task
from orgmodel.propose.core.program import Program
from orgmodel.text import counted, listed, quoted

_NAMED = 8


def reasons(task: Task, *, seconds: float, most_lost: int | None) -> tuple[str, ...]:
    """Return in words why no assignment keeps all limits; one sentence for each cause."""
    alone = tuple(_nowhere(task))
    if alone:
        return alone
    large = tuple(_too_large(task))
    if large:
        return large
    group = _crowded(task, seconds)
    if group is None:
        return (_indivisible(task, most_lost),)
    customers, positions = group
    work = sum(task.loads[c] for c in customers)
    room = sum(task.room[p] for p in positions)
    names = quoted(task.positions[p].id for p in sorted(positions))
    whom = [task.labels[c] for c in sorted(customers)]
    sentence = (
        f"{_several(whom)} {work:,.1f} {task.unit}; {listed(names, _NAMED)}, the only positions "
        f"that may take them, have room for {room:,.1f}. Raise their capacity by "
        f"{work - room:,.1f}, name more positions, or leave customers out."
    )
    return (sentence,)


def _nowhere(task: Task) -> Iterator[str]:
    for label, why, costs in zip(task.labels, task.barred, task.costs, strict=True):
        if not costs:
            yield f"{label[:1].upper()}{label[1:]} {why}."


def _too_large(task: Task) -> Iterator[str]:
    for label, load, costs in zip(task.labels, task.loads, task.costs, strict=True):
        most = max(task.room[p] for p in costs)
        if load > most + 1e-9:
            yield (
                f"{label[:1].upper()}{label[1:]} needs {load:,.1f} {task.unit}; no position that "
                f"may take it has room for more than {most:,.1f}."
            )


def _crowded(task: Task, seconds: float) -> tuple[set[int], set[int]] | None:
    """Return customers whose work exceeds the room of all positions that may take them.

    Work is divided as far as it goes; from a customer that remains, what it competes with is
    followed until nothing new appears: all those positions are full (a minimal cut).
    """
    program = Program()
    share = [{p: program.variable(0.0, integral=False) for p in c} for c in task.costs]
    left = [program.variable(load, integral=False) for load in task.loads]
    for row, rest in zip(share, left, strict=True):
        program.row([*row.values(), rest], least=1, most=1)
    for at, room in enumerate(task.room):
        used = {row[at]: task.loads[c] for c, row in enumerate(share) if at in row}
        if used:
            program.row(used, most=room)
    found = program.solve(seconds=seconds, relaxed=True)
    if not found.values:
        return None
    over = [c for c, rest in enumerate(left) if found.values[rest] > _SOME]
    if not over:
        return None
    holds: dict[int, set[int]] = {}
    for c, row in enumerate(share):
        for p, variable in row.items():
            if found.values[variable] > _SOME:
                holds.setdefault(p, set()).add(c)
    return _closure(task, over[0], holds)


_SOME = 1e-7


def _closure(task: Task, start: int, holds: dict[int, set[int]]) -> tuple[set[int], set[int]]:
    customers, positions, queue = {start}, set[int](), [start]
    while queue:
        for p in set(task.costs[queue.pop()]) - positions:
            positions.add(p)
            new = holds.get(p, set()) - customers
            customers |= new
            queue += sorted(new)
    return customers, positions


def _several(labels: list[str]) -> str:
    """Begin a sentence about what needs work, with how much of it there is."""
    kinds = {label.partition(" ")[0] for label in labels}
    noun = kinds.pop() if len(kinds) == 1 else "item"
    need = "needs" if len(labels) == 1 else "need"
    return f"{counted(len(labels), noun)} ({listed(labels, _NAMED)}) {need}"


def _indivisible(task: Task, most_lost: int | None) -> str:
    work, room = sum(task.loads), sum(task.room)
    limit = f"; no position may lose more than {most_lost}" if most_lost is not None else ""
    return (
        f"The room would do in sum ({work:,.1f} of {room:,.1f} {task.unit}), but no combination "
        f"of whole customers fits{limit}. Raise a capacity or a limit."
    )
