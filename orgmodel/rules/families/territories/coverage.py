"""Coverage and nesting of territories: TER301, TER302, TER306, TER308 to TER310."""

from collections.abc import Iterator, Sequence

from orgmodel.model import Customer, Territory
from orgmodel.regions import customer_like
from orgmodel.rules.core.context import Issues, RuleContext
from orgmodel.rules.core.fix import Fix, offered, safe
from orgmodel.rules.core.fixes import join, only, put
from orgmodel.rules.core.phrases import foremost_of, listed, stake_of
from orgmodel.rules.core.rule import rule
from orgmodel.text import counted


@rule(
    "TER301",
    "error",
    origin="Oracle Fusion: each territory needs an owner; EBS: else never wins",
    needs=["territories"],
    fix="offered",
)
def territory_without_owner(design: RuleContext) -> Issues:
    """Every territory to which customers can fall is covered by a position.

    Otherwise nobody covers its customers; the position that covers the territory around it only
    stands in. A group whose parts take all of its customers needs no position of its own. Where no
    position covers any territory, it is one finding.

    ```yaml bad
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    ```
    """
    everywhere = design.org.all(Territory)
    bare = [territory for territory in everywhere if not design.places.coverers_of(territory)]
    if len(bare) == len(everywhere) > 1:
        customers = [c for territory in bare for c in design.coverage.customers_in(territory)]
        what = f", with {stake_of(design, customers)}" if customers else ""
        yield None, f"None of {len(bare):,} territories is covered by a position{what}."
        return
    for territory in bare:
        for what in _lost(design, territory):
            message = f"Territory '{territory}' is covered by nobody{what}."
            yield territory, message, _given_to_the_idle(design, territory)


def _given_to_the_idle(design: RuleContext, territory: Territory) -> Fix | None:
    """Return how to give a territory to the only position that should have one and has none."""
    sellers = (p for p, role in design.roled if role.attaches_by == "territory")
    reports = design.lines.reports_of
    idle = only(p for p in sellers if not p.covers and not reports(p))
    return offered(join(design, idle, "covers", territory) if idle else None)


def _lost(design: RuleContext, territory: Territory) -> Iterator[str]:
    """Yield the customers that a territory without cover loses; nothing if none can fall to it."""
    customers = design.coverage.customers_in(territory)
    if customers:
        yield f", with {stake_of(design, customers)}"
    else:
        yield from _falling_to(design, territory)


def _falling_to(design: RuleContext, territory: Territory) -> Iterator[str]:
    """Yield a customer that would fall to a territory itself rather than to a part of it."""
    parts = list(design.places.children_of(territory))
    if not parts:
        yield ""
    elif territory.where is not None:
        ruled = []
        while parts:
            part = parts.pop()
            if part.where is None:
                parts += design.places.children_of(part)
            else:
                ruled.append(part.id)
        example = design.graph.matcher.gap(territory.id, ruled)
        if example is not None:
            yield f"; {customer_like(example)} would fall to it and to none of its parts"


@rule(
    "TER302",
    "warning",
    origin="judgement: a vacancy is a decision to be seen",
    needs=["territories"],
)
def vacant_territory(design: RuleContext) -> Issues:
    """Every territory is covered by a position that is filled.

    Until a vacancy is filled, nobody covers the customers; a manager who also covers the territory
    only stands in. The finding states how many customers there are, what they are worth, and who
    stands in.

    ```yaml bad
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative, covers: [north], held_by: Bob Ray}
    ```
    """
    for territory in design.org.all(Territory):
        front = design.fronts[territory.id]
        if front and all(position.vacant for position in front):
            customers = design.coverage.customers_in(territory)
            at_stake = f", with {stake_of(design, customers)}" if customers else ""
            above = sorted({p.id for p in design.places.coverers_of(territory) if not p.vacant})
            where = " at the front" if above else ""
            what = f"has only vacant positions{where}: {listed(front)}{at_stake}"
            then = _meanwhile(design, above, customers)
            yield territory, f"Territory '{territory}' {what}{then}."


def _meanwhile(design: RuleContext, above: Sequence[str], customers: Sequence[Customer]) -> str:
    """Return the end of the sentence: who stands in while the positions are vacant."""
    if above:
        return f"; {listed(above)} above also covers it and stands in"
    stand_ins = {design.coverage.of(customer).stand_in for customer in customers}
    found = {position.id for position in stand_ins if position is not None}
    return f"; {listed(found)} stands in" if found else ""


@rule(
    "TER306",
    "info",
    origin="ArcGIS, Validate Territories: empty territories",
    needs=["territories", "customers"],
)
def empty_territory(design: RuleContext, *, most: int = 10) -> Issues:
    """Every territory has a customer.

    No customer of the book belongs to it, not even in second place: it is new ground, or its rule
    uses other codes than the book. The rule is silent without customers, for groups of territories,
    for a catch-all, and for territories that nobody covers (TER301). Where no territory has a
    customer it is one finding; otherwise the first 10 are listed.

    ```yaml bad
    territories:
      north: {where: {place: [IT-21]}}
      south: {where: {place: [IT-72]}}
    positions:
      rep: {role: sales_representative, covers: [north, south]}
    customers:
      acme: {place: IT-21}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      rep: {role: sales_representative, covers: [north]}
    customers:
      acme: {place: IT-21}
    ```
    """
    found = {c.territory.id for cover in design.covers for c in cover.candidates if c.territory}
    ground, book = _ground(design) if design.covers else [], counted(len(design.covers), "customer")
    empty = [t for t in ground if t.id not in found and design.places.coverers_of(t)]
    if empty and len(ground) > 1 and found.isdisjoint(t.id for t in ground):
        yield None, f"None of {len(ground):,} territories has a customer, out of {book}."
        return
    yield from foremost_of(
        empty,
        lambda t: f"Territory '{t}' ({t.where or 'without a rule'}) has none of {book}.",
        most,
        "territories have no customers",
    )


def _ground(design: RuleContext) -> list[Territory]:
    """Return the territories that are neither a group of others nor a catch-all."""
    parts = [t for t in design.org.all(Territory) if not design.places.children_of(t)]
    return [t for t in parts if t.where is None or not t.where.catches_all]


@rule(
    "TER308",
    "warning",
    origin="OCA sale-workflow 4568: silent overlaps; the norm is a judgement",
    needs=["territories"],
)
def shared_territory(design: RuleContext) -> Issues:
    """A territory is covered by one position at the front.

    Of several, the first in alphabetical order gets all customers. Managers above the position do
    not count, nor does a vacancy or a holder on leave beside a position that is filled, nor
    overlays, whose specialists share.

    ```yaml bad
    territories:
      north: {where: {place: [IT-21]}}
    positions:
      bob: {role: sales_representative, held_by: Bob Ray, covers: [north]}
      joe: {role: sales_representative, held_by: Joe Kay, covers: [north]}
    ```
    ```yaml good
    territories:
      milan: {where: {city: [Milan]}}
      monza: {where: {city: [Monza]}}
    positions:
      bob: {role: sales_representative, held_by: Bob Ray, covers: [milan]}
      joe: {role: sales_representative, held_by: Joe Kay, covers: [monza]}
    ```
    """
    for territory in design.org.all(Territory):
        kind, front = design.known.type_of(territory), design.fronts[territory.id]
        held = [position for position in front if design.graph.present(position)] or front
        if len(held) > 1 and not (kind and kind.overlay):
            first = min(held, key=str)
            what = f"shared by {len(held)} positions ({listed(held)})"
            message = f"Territory '{territory}' is {what}; only '{first}' gets its customers."
            yield territory, message


@rule(
    "TER309",
    "error",
    origin="orgvue: circular references, here of territories",
    needs=["territories.within"],
    fix="safe",
)
def territory_ring(design: RuleContext) -> Issues:
    """Territories do not lie within each other in a loop.

    Nothing in a loop rolls up to a whole, and depth cannot decide which territory is the more
    specific.

    ```yaml bad
    territories:
      north: {where: {place: [IT-21]}, within: italy}
      italy: {where: {place: [IT]}, within: north}
    positions:
      rep: {role: sales_representative, covers: [north, italy]}
    ```
    ```yaml good
    territories:
      north: {where: {place: [IT-21]}, within: italy}
      italy: {where: {place: [IT]}}
    positions:
      rep: {role: sales_representative, covers: [north, italy]}
    ```
    """
    for ring in design.places.loops:
        lie = "territory lies within itself" if len(ring) == 1 else "territories form a loop"
        message = f"{len(ring):,} {lie}: {listed(ring)}."
        own = only(ring)  # lying within itself means nothing
        yield ring[0], message, safe(put(design, own, within=None) if own else None)


@rule(
    "TER310",
    "warning",
    origin="Salesforce practice: 3-5 levels advised, trouble beyond 6",
    needs=["territories.within"],
)
def deep_territory(design: RuleContext, *, most: int = 5) -> Issues:
    """Territories are nested at most 5 levels deep.

    Deeper trees are slow to realign and hard to read; Veeva's hard limit is 10. The finding is
    about the first level beyond the limit in each branch.

    ```yaml bad
    territories:
      a: {}
      b: {within: a}
      c: {within: b}
      d: {within: c}
      e: {within: d}
      f: {within: e, where: {place: [IT]}}
    positions:
      rep: {role: sales_representative, covers: [f]}
    ```
    ```yaml good
    territories:
      a: {}
      b: {within: a}
      c: {within: b}
      d: {within: c}
      e: {within: d, where: {place: [IT]}}
    positions:
      rep: {role: sales_representative, covers: [e]}
    ```
    """
    for territory in design.org.all(Territory):
        level = design.places.depths.get(territory.id, 0) + 1
        if level == most + 1:
            below = f"{counted(design.places.below(territory), 'territory')} below it"
            what = f"is at level {level}, beyond the limit of {most}, with {below}"
            yield territory, f"Territory '{territory}' {what}."
