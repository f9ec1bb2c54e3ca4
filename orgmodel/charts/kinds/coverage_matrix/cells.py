"""Who fills which role on a customer."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from orgmodel.charts.canvas.palette import LEADERSHIP, SALES_MANAGER, TERRITORY_MANAGER, family_of
from orgmodel.charts.kinds.coverage_matrix.states import (
    AWAY,
    EMPTY_POST,
    HELD,
    MISSING,
    NOT_NEEDED,
    STOOD_IN,
    Cell,
)
from orgmodel.charts.org_view.naming import Naming
from orgmodel.cover import Cover
from orgmodel.model import AccountRole, Customer, Position

ROLES: tuple[AccountRole, ...] = (
    "owner",
    "deputy",
    "executive sponsor",
    "specialist",
    "coordinator",
)
COLUMNS = (*ROLES, "territory manager", "sales manager")
"""What there is to be on a customer: the roles on the account, then the managers above."""

_STEERS = (SALES_MANAGER, LEADERSHIP)


@dataclass(frozen=True)
class Row:
    """A customer, how it is covered, and a cell per column."""

    customer: Customer
    cover: Cover
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class Cells:
    """How the cells of customers are filled.

    Attributes:
        naming: What everybody is called.
        needed: The roles that a key account needs besides an owner.
    """

    naming: Naming
    needed: Collection[AccountRole]
    _held: dict[str, Cell] = field(default_factory=dict)

    def row(self, cover: Cover) -> Row:
        """Return the row of a customer."""
        chain = self.naming.staff.coverage.chain_of(cover)
        cells: dict[str, Cell] = {role: self._on_account(role, cover) for role in ROLES[1:]}
        above = (p for p in chain if self._family(p) == TERRITORY_MANAGER)
        steering = (p for p in chain if self._family(p) in _STEERS)
        cells["territory manager"] = self._filled(list(above)[:1], needed=False)
        cells["sales manager"] = self._filled(list(steering)[:1], needed=True)
        return Row(cover.customer, cover, {"owner": self._owner(cover), **cells})

    def _family(self, position: Position) -> object:
        return family_of(self.naming.staff.graph.known.role_of(position))

    def _owner(self, cover: Cover) -> Cell:
        cell = self._filled([cover.position] if cover.position else [], needed=True)
        if cover.stand_in is None:
            return cell
        state = STOOD_IN if cover.state == "covered" else cell.state
        return Cell(state, f"for now {self.naming.holder(cover.stand_in)}")

    def _on_account(self, role: AccountRole, cover: Cover) -> Cell:
        team = self.naming.staff.coverage.team_of(cover.customer)
        named = [member.position for member in team if member.role == role]
        positions = named or list(_OTHERWISE[role](self, cover))
        return self._filled(positions, needed=self._needs(role, cover))

    def _needs(self, role: AccountRole, cover: Cover) -> bool:
        if role == "coordinator" and cover.position is not None:
            contract = self.naming.staff.graph.known.role_of(cover.position)
            return contract is not None and contract.needs_coordinator
        if role == "specialist" and any(c.verdict == "supports" for c in cover.candidates):
            return True
        return cover.customer.key_account and role in self.needed

    def _filled(self, positions: Sequence[Position], *, needed: bool) -> Cell:
        there = [p for p in positions if self.naming.staff.graph.present(p)]
        if there:
            more = f" +{len(there) - 1}" if len(there) > 1 else ""
            return Cell(HELD, f"{self.naming.holder(there[0])}{more}")
        away = next((position for position in positions if not position.vacant), None)
        if away is not None:
            return Cell(AWAY, f"{self.naming.holder(away)} is away")
        if positions:
            return Cell(EMPTY_POST, "vacant")
        return Cell(MISSING, "missing") if needed else Cell(NOT_NEEDED)

    def _deputy(self, cover: Cover) -> Sequence[Position]:
        return self._named(cover.position.deputy) if cover.position else ()

    def _coordinator(self, cover: Cover) -> Sequence[Position]:
        return self._named(cover.position.coordinated_by) if cover.position else ()

    def _named(self, ref: object) -> Sequence[Position]:
        found = self.naming.staff.org.get(Position, None if ref is None else str(ref))
        return (found,) if found else ()


# Where the team around the account says nothing, the owner's position and the territories do.
_OTHERWISE: Mapping[str, Callable[[Cells, Cover], Sequence[Position]]] = {
    "deputy": Cells._deputy,  # noqa: SLF001  # its own
    "executive sponsor": lambda _cells, _cover: (),
    "specialist": lambda _cells, cover: cover.specialists,
    "coordinator": Cells._coordinator,  # noqa: SLF001
}
