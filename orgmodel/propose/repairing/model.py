"""The fewest changes that make rules pass, as an integer program."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from orgmodel.changes import Change, Move, Reassign, Set
from orgmodel.cover import Coverage
from orgmodel.measures import Norms
from orgmodel.model import Customer, Position
from orgmodel.propose.assignment.task import Fits, hours_or_least, may_have, same_person
from orgmodel.propose.core.program import Program, Solution
from orgmodel.propose.repairing.faults import FULL, Faults, span_of, widest

_TIE = 0.4
"""All preferences among plans with equally many changes together cost less than half a change."""


@dataclass
class Repair:
    """The program, with the variable of every change that is possible.

    Attributes:
        coverage: Who covers whom.
        faults: What must change.
        norms: What work is counted with.
        locked: Ids of customers and positions that may not change.
        deputed: Whether key accounts must keep a useful deputy.
        program: The program.
        owners: The variable of each pair of customer and new owner.
        deputies: The variable of each pair of key account and new deputy.
        managers: The variable of each pair of position and new manager.
    """

    coverage: Coverage
    faults: Faults
    norms: Norms
    locked: Collection[str]
    deputed: bool = True
    program: Program = field(default_factory=Program)
    owners: dict[tuple[str, str], int] = field(default_factory=dict)
    deputies: dict[tuple[str, str], int] = field(default_factory=dict)
    managers: dict[tuple[str, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        graph = self.coverage.graph
        self._org = graph.org
        self._present = [p for p in self._org.all(Position) if graph.present(p)]
        present = {c.customer.id: c.position.id if c.position else None for c in self.coverage}
        self._owner = present
        self._fits = Fits(self.coverage, self._present, present)
        whole = sum(map(len, (self.faults.owners, self.faults.movable, self.faults.deputies)))
        whole += len(self.faults.reports) + sum(self.faults.crowded.values())
        self._tie = _TIE / max(whole + len(self._org.all(Position)), 1)
        self._add_owners()
        self._add_deputies()
        self._add_managers()

    def _add_owners(self) -> None:
        for id_ in (*self.faults.owners, *self.faults.movable):
            customer = self._org.customers[id_]
            must = id_ in self.faults.owners
            row = [] if id_ in self.locked else [*self._owner_row(customer)]
            if must:
                label = f"customer {id_!r} needs another owner ({self.faults.owners[id_]})"
                label += self._stays(id_)
                self.program.row(row, least=1, most=1, label=label)
            else:
                self.program.row(row, most=1)
        self._add_capacity()

    def _owner_row(self, customer: Customer) -> Iterator[int]:
        deputy = self._org.get(Position, customer.deputy)
        if customer.id in self._key_accounts():
            deputy = None  # it may get another one
        for at, position in enumerate(self._present):
            role = self.coverage.graph.known.role_of(position)
            seller = role is not None and role.attaches_by in {"named account", "territory"}
            if not seller or not may_have(self.coverage.graph, customer, position):
                continue
            if position.id == self._owner[customer.id] and customer.id in self.faults.movable:
                continue
            if deputy is not None and same_person(deputy, position):
                continue
            misfit = (self._fits.place(customer, at) + self._fits.industry(customer, at)) / 2
            variable = self.program.variable(1 + self._tie * misfit)
            self.owners[customer.id, position.id] = variable
            yield variable

    def _add_capacity(self) -> None:
        """Bound the hours of each position: what it keeps, gets and gives away."""
        hours: dict[str, float] = defaultdict(float)
        for cover in self.coverage:
            gone = cover.customer.id in self.faults.owners
            if cover.position is not None and not gone:
                hours[cover.position.id] += hours_or_least(self.norms, cover.customer)
        for position in self._present:
            terms: dict[int, float] = {}
            for (id_, to), variable in self.owners.items():
                load = hours_or_least(self.norms, self._org.customers[id_])
                if to == position.id:
                    terms[variable] = load
                elif self._owner[id_] == position.id and id_ in self.faults.movable:
                    terms[variable] = -load
            most = self.norms.capacity_of(self.coverage.graph, position) * FULL
            label = f"{position.id!r} has at most {most:,.0f} hours a year"
            room = most - hours[position.id]
            if terms:
                must = any(factor < 0 for factor in terms.values())
                self.program.row(terms, most=room if must else max(room, 0.0), label=label)

    def _stays(self, id_: str) -> str:
        """Return the end of a limit whose subject is locked."""
        return " and may not change" if id_ in self.locked else ""

    def _key_accounts(self) -> dict[str, str]:
        """Return the key accounts that may get another deputy, with the rule that asks for it."""
        found = dict(self.faults.deputies)
        if self.deputed:
            for id_ in (*self.faults.owners, *self.faults.movable):
                if self._org.customers[id_].key_account:
                    found.setdefault(id_, "")
        return found

    def _add_deputies(self) -> None:
        for id_, code in self._key_accounts().items():
            row = [] if id_ in self.locked else [*self._deputy_row(id_)]
            self.program.row(row, most=1)
            known = self._org.get(Position, self._org.customers[id_].deputy)
            fine = known is not None and not known.vacant and known
            mine = [(p, v) for (c, p), v in self.owners.items() if c == id_]
            if id_ in self.faults.owners:
                # the present deputy will do if it is there and does not become the owner
                row += [
                    v for p, v in mine if fine and not same_person(fine, self._org.positions[p])
                ]
                least = 1
            else:
                least = int(bool(code))
            if not code and id_ in self.faults.movable and fine:
                for p, v in mine:
                    if same_person(fine, self._org.positions[p]):
                        self.program.row({**dict.fromkeys(row, 1.0), v: -1.0}, least=0)
            label = f"key account {id_!r} needs a deputy ({code or 'KEY503'}){self._stays(id_)}"
            self.program.row(row, least=least, label=label)

    def _deputy_row(self, id_: str) -> Iterator[int]:
        """Yield the variables of new deputies, none of whom is the owner."""
        owner = self._org.get(Position, self._owner[id_])
        mine = [(p, v) for (c, p), v in self.owners.items() if c == id_]
        for position in self._present:
            role = self.coverage.graph.known.role_of(position)
            if role is None or (role.attaches_by is None and not role.manages_people):
                continue
            if id_ not in self.faults.owners and owner and same_person(owner, position):
                continue
            named = role.attaches_by == "named account"
            far = 0.0 if named else 0.5 if role.manages_people else 1.0
            variable = self.program.variable(1 + self._tie * far)
            self.deputies[id_, position.id] = variable
            for to, other in mine:
                if same_person(self._org.positions[to], position):
                    self.program.row([variable, other], most=1)
            yield variable

    def _add_managers(self) -> None:
        for id_, code in self.faults.reports.items():
            row = self._manager_row(self._org.positions[id_])
            label = f"{id_!r} needs a manager whom its role may report to ({code})"
            label += self._stays(id_)
            self.program.row(row, least=1, most=1, label=label)
        for manager, excess in self.faults.crowded.items():
            row = []
            for report in span_of(self.coverage, self._org.positions[manager]):
                if report.id in self.faults.reports:
                    row += [v for (r, _), v in self.managers.items() if r == report.id]
                else:
                    mine = self._manager_row(report)
                    self.program.row(mine, most=1)
                    row += mine
            most = widest(self.coverage, self._org.positions[manager])
            label = f"{manager!r} has at most {most} direct reports (SPN201)"
            self.program.row(row, least=excess, label=label)
        self._add_spans()

    def _manager_row(self, report: Position) -> list[int]:
        graph, row = self.coverage.graph, []
        role, present = graph.known.role_of(report), graph.lines.manager_of(report)
        allowed = set(map(str, role.may_report_to)) if role else set()
        if report.id in self.locked:
            return []
        for manager in self._present:
            above = graph.known.role_of(manager)
            ring = {p.id for p in (manager, *graph.lines.chain_of(manager))}
            if above is None or not above.manages_people or (allowed and above.id not in allowed):
                continue
            if report.id in ring or (present is not None and manager.id == present.id):
                continue
            variable = self.program.variable(1 + self._tie * self._far(report, present, manager))
            self.managers[report.id, manager.id] = variable
            row.append(variable)
        return row

    def _far(self, report: Position, present: Position | None, manager: Position) -> float:
        """Return how unusual a new manager is, from 0 (a peer of the present one) to 1."""
        lines = self.coverage.graph.lines
        above, own = (lines.manager_of(present) if present else None), lines.manager_of(manager)
        if above is not None and own is not None and above.id == own.id:
            return 0.0
        return 0.5 if manager.id in {p.id for p in lines.chain_of(report)} else 1.0

    def _add_spans(self) -> None:
        """Keep every manager who gets reports within the limit."""
        gets: dict[str, list[int]] = defaultdict(list)
        for (_, to), variable in self.managers.items():
            gets[to].append(variable)
        for manager, variables in gets.items():
            position = self._org.positions[manager]
            most = widest(self.coverage, position)
            room = max(most - len(span_of(self.coverage, position)), 0)
            label = f"{manager!r} has at most {most} direct reports"
            self.program.row(variables, most=room, label=label)

    def changes(self, found: Solution) -> list[tuple[str, str | None, str, str, Change]]:
        """Return node, state before, state afterwards, rule and change of all that is chosen."""
        made: list[tuple[str, str | None, str, str, Change]] = []
        for (id_, to), variable in self.owners.items():
            if found.chosen(variable):
                code = self.faults.owners.get(id_) or self.faults.movable[id_]
                change: Change = Reassign(to, customers=(id_,))
                made.append((f"customer:{id_}", self._owner[id_], to, f"new owner, {code}", change))
        for (id_, to), variable in self.deputies.items():
            if found.chosen(variable):
                was = self._org.customers[id_].deputy
                code = self.faults.deputies.get(id_, "KEY503")
                change = Set(Customer, id_, {"deputy": to})
                was_id = str(was) if was else None
                made.append((f"customer:{id_}", was_id, to, f"deputy, {code}", change))
        for (id_, to), variable in self.managers.items():
            if found.chosen(variable):
                manager = self.coverage.graph.lines.manager_of(self._org.positions[id_])
                code = self.faults.reports.get(id_, "SPN201")
                was_id = manager.id if manager else None
                made.append((f"position:{id_}", was_id, to, f"manager, {code}", Move(id_, to)))
        return made
