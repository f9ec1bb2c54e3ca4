"""``orgmodel propose``."""

import csv
import datetime as dt
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, get_args

import click

from orgmodel.cli.console import echo, echo_bytes
from orgmodel.cli.errors import Command
from orgmodel.cli.options import Date, day_option, design_argument
from orgmodel.cli.output_paths import refuse_to_overwrite
from orgmodel.formats import load
from orgmodel.formats.designs.scenarios import save_scenario
from orgmodel.model import Customer, Org
from orgmodel.propose import (
    PROPOSAL_FORMATS,
    REPAIRABLE,
    AlignLimits,
    Area,
    Limits,
    Measure,
    Method,
    Proposal,
    ProposeError,
    QuotaLimits,
    Scope,
    SizeLimits,
    Succession,
    Unit,
    align,
    assign,
    quotas,
    read_memory,
    repair,
    route,
    size,
    succeed,
    succeed_each,
)
from orgmodel.text import columns, did_you_mean, money

NO_PLAN = 1


@click.group()
def command() -> None:
    """Propose a better design: a scenario of changes, with a proven bound and the reasons.

    The scenario (--output) is read by plan, check and chart --after like one written by hand.

    Exit codes: 0 there is a proposal, 1 no plan keeps the limits (the reason is printed), 2 the
    input cannot be used, 3 the program failed.
    """


@dataclass(frozen=True)
class _Common:
    """The options that all kinds share."""

    design: str
    on: dt.date | None
    output: str | None
    as_: str
    seconds: float
    seed: int


_SHARED = (
    design_argument,
    day_option,
    click.option(
        "-o", "--output", type=click.Path(), help="Write the scenario to this .yaml file."
    ),
    click.option(
        "--format",
        "as_",
        type=click.Choice([*PROPOSAL_FORMATS]),
        default="text",
        show_default=True,
        help="Format of the account.",
    ),
    click.option(
        "--seconds",
        type=click.FloatRange(min=0, min_open=True),
        default=60.0,
        show_default=True,
        help="Time limit; the best plan so far is proposed with its gap.",
    ),
    click.option("--seed", type=int, default=0, show_default=True, help="Seed of random choices."),
)


def _kind(name: str) -> Callable[[Callable[..., Proposal | str]], click.Command]:
    """Make a command of a function that takes the design and its own options."""

    def made(function: Callable[..., Proposal | str]) -> click.Command:
        @wraps(function)
        def run(**given: Any) -> None:  # noqa: ANN401 - click hands over every option by its name
            _propose(function, given)

        made_of: Any = run
        for option in reversed(_SHARED):
            made_of = option(made_of)
        return command.command(name, cls=Command)(made_of)

    return made


def _propose(function: Callable[..., Proposal | str], given: dict[str, Any]) -> None:
    """Load the design, ask for a proposal, and print it."""
    common = _Common(**{n: given.pop(n) for n in _Common.__dataclass_fields__})
    if common.output is not None and Path(common.output).suffix.lower() not in {".yaml", ".yml"}:
        raise click.UsageError(f"{common.output}: A scenario is a .yaml file.")
    refuse_to_overwrite(common.output, [common.design])
    org = load(common.design)
    refuse_to_overwrite(common.output, (), org)
    result = function(org, common, **given)
    if isinstance(result, str):
        echo(result)
    else:
        _tell(result, common)


def _weights(
    context: click.Context, option: click.Parameter, given: tuple[str, ...]
) -> dict[str, float]:
    """Read weights such as ``rep-1=2``."""
    try:
        return {name: float(value) for name, value in _named(context, option, given).items()}
    except ValueError:
        raise click.BadParameter("write POSITION=NUMBER, such as rep-1=2.") from None


def _tell(proposal: Proposal, common: _Common) -> None:
    text = PROPOSAL_FORMATS[common.as_](proposal)
    if common.as_ == "text":
        echo(text)
    else:
        echo_bytes(f"{text}\n")
    if not proposal:
        sys.exit(NO_PLAN)
    if common.output is not None:
        folder = Path(common.output).resolve().parent
        base = os.path.relpath(Path(common.design).resolve(), folder)
        save_scenario(proposal.scenario, common.output, base=Path(base).as_posix())
        echo(f"Wrote {common.output}.", err=True)


def _pairs(
    _context: click.Context, _option: click.Parameter, given: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    """Read pairs such as ``acme=rep-1``."""
    found = []
    for each in given:
        customer, sign, position = each.partition("=")
        if not (customer and sign and position):
            raise click.BadParameter(f"{each!r} is not CUSTOMER=POSITION, such as acme=rep-1.")
        found.append((customer, position))
    return tuple(found)


def _named(
    context: click.Context, option: click.Parameter, given: tuple[str, ...]
) -> dict[str, str]:
    """Read values by name, each name once."""
    found: dict[str, str] = {}
    for name, value in _pairs(context, option, given):
        if name in found:
            raise click.BadParameter(f"{name!r} is given twice: {found[name]!r} and {value!r}.")
        found[name] = value
    return found


@_kind("assign")
@click.option(
    "--scope",
    type=click.Choice(get_args(Scope)),
    default="uncovered",
    show_default=True,
    help="Customers to assign: without a present owner, also those by name, or all.",
)
@click.option(
    "--unit",
    type=click.Choice(get_args(Unit)),
    default="hours",
    show_default=True,
    help="Unit of capacity.",
)
@click.option(
    "--full", type=float, default=1.0, show_default=True, help="Largest share of capacity."
)
@click.option(
    "--most-customers",
    type=float,
    default=100.0,
    show_default=True,
    help="Customers per full-time position, with --unit customers.",
)
@click.option(
    "--customer", "customers", multiple=True, metavar="ID", help="Assign only this; repeatable."
)
@click.option("--position", "positions", multiple=True, metavar="ID", help="Receiver; repeatable.")
@click.option(
    "--lock", "locked", multiple=True, metavar="ID", help="Customer that stays; repeatable."
)
@click.option(
    "--keep-key-accounts/--move-key-accounts",
    default=True,
    help="Whether key accounts stay with a present owner.",
)
@click.option("--most-lost", type=int, help="Customers that one position may lose at most.")
@click.option(
    "--forbid",
    "forbidden",
    multiple=True,
    callback=_pairs,
    metavar="CUSTOMER=POSITION",
    help="Pair that may not be; repeatable.",
)
def _assign(org: Org, common: _Common, **limits: Any) -> Proposal:  # noqa: ANN401 - as named in Limits
    """Propose which position owns which customer.

    Prospects only go to roles that win new business, key accounts to roles that attach by name,
    and the work stays within capacity. The answer is optimal, or comes with its gap.
    """
    return assign(org, Limits(**limits), on=common.on, seconds=common.seconds, seed=common.seed)


@_kind("succeed")
@click.argument("people", metavar="PERSON...", nargs=-1)
@click.option("--until", type=Date(), metavar="YYYY-MM-DD", help="Day of return, for a leave.")
@click.option(
    "--successor",
    "successors",
    multiple=True,
    callback=_named,
    metavar="ID=POSITION",
    help="Position that gets a customer or territory; repeatable.",
)
@click.option(
    "--full", type=float, default=1.2, show_default=True, help="Largest share of capacity."
)
@click.option(
    "--each", is_flag=True, help="Table of what happens if each PERSON left, or everybody."
)
def _succeed(  # noqa: PLR0913 - one for each option
    org: Org,
    common: _Common,
    *,
    people: tuple[str, ...],
    until: dt.date | None,
    successors: dict[str, str],
    full: float,
    each: bool,
) -> Proposal | str:
    """Propose who takes over the accounts, territories and reports of each PERSON who leaves.

    With --on the hand-over is dated, with --until it is a leave. Deputies and named successors
    come first, then colleagues of the team, within capacity and the contracts of roles.
    """
    if each and common.output is not None:
        raise click.UsageError("--each prints a table and makes no scenario; leave out --output.")
    if each:
        return _each(succeed_each(org, people, on=common.on, full=full), org.currency)
    if not people:
        raise click.UsageError("Missing argument 'PERSON...'.")
    return succeed(
        org,
        people,
        on=common.on,
        until=until,
        successors=successors,
        full=full,
        seconds=common.seconds,
        seed=common.seed,
    )


def _each(found: tuple[Succession, ...], currency: str) -> str:
    """Return a row for each person who might leave."""
    heads = ("person", "customers", "revenue", "key accounts", "hand-over")
    rows = [
        (
            each.person,
            f"{each.customers:,}",
            money(each.revenue, currency, exact=False),
            ", ".join(each.key_accounts) or "-",
            " ".join(each.proposal.reasons)
            or ", ".join(dict.fromkeys(m.now or "-" for m in each.proposal.moves))
            or "-",
        )
        for each in found
    ]
    return "\n".join(columns([heads, *rows]))


_LEAD = ("place", "postal_code", "city", "industry", "segment", "tier", "name")


@_kind("route")
@click.argument("customer", metavar="CUSTOMER")
@click.option(
    "--lead",
    "fields",
    multiple=True,
    callback=_named,
    metavar="FIELD=VALUE",
    help="CUSTOMER is a new prospect with this, such as place=IT-21; repeatable.",
)
@click.option(
    "--memory", type=click.Path(), help="File that remembers whose turn it was; it is updated."
)
@click.option(
    "--weight",
    "weights",
    multiple=True,
    callback=_weights,
    metavar="POSITION=NUMBER",
    help="Share of leads relative to others, 1 by default; repeatable.",
)
@click.option(
    "--full", type=float, default=1.0, show_default=True, help="Largest share of capacity."
)
def _route(  # noqa: PLR0913 - one for each option
    org: Org,
    common: _Common,
    *,
    customer: str,
    fields: dict[str, str],
    memory: str | None,
    weights: dict[str, float],
    full: float,
) -> Proposal:
    """Propose who gets the next CUSTOMER or lead, with the trace of why.

    The rules of coverage come first, then contracts, presence and capacity; among those who can
    take it, turns by weight.
    """
    odd = [name for name in fields if name not in _LEAD]
    if odd:
        hint = did_you_mean(odd[0], _LEAD, list_known=True)
        raise click.UsageError(f"A lead has no field {odd[0]!r}{hint}")
    values: dict[str, Any] = {**fields}
    lead = Customer(customer, status="prospect", **values) if fields else customer
    refuse_to_overwrite(memory, [common.design, common.output], org)
    known = read_memory(memory) if memory is not None else None
    routed = route(org, lead, memory=known, weights=weights, full=full, on=common.on)
    if routed.position is not None and memory is not None:
        routed.memory.save(memory)
    return routed.proposal


@_kind("repair")
@click.option(
    "--rule",
    "rules",
    multiple=True,
    type=click.Choice(REPAIRABLE),
    help="Rule to make pass; repeatable, all of these by default.",
)
@click.option(
    "--lock",
    "locked",
    multiple=True,
    metavar="ID",
    help="Customer or position that stays; repeatable.",
)
def _repair(
    org: Org, common: _Common, *, rules: tuple[str, ...], locked: tuple[str, ...]
) -> Proposal:
    """Propose the fewest changes after which chosen rules find nothing.

    New owners of customers, deputies of key accounts and managers of positions, within contracts,
    capacity and spans. Without a plan, the smallest set of limits that contradict each other.
    """
    return repair(
        org,
        rules or REPAIRABLE,
        locked=locked,
        on=common.on,
        seconds=common.seconds,
        seed=common.seed,
    )


def _layers(
    context: click.Context, option: click.Parameter, given: tuple[str, ...]
) -> dict[int, float]:
    """Read hedges such as ``1=0.05``."""
    try:
        return {int(layer): float(share) for layer, share in _named(context, option, given).items()}
    except ValueError:
        raise click.BadParameter("write LAYER=SHARE, such as 1=0.05.") from None


@_kind("quotas")
@click.option("--total", type=int, required=True, help="Revenue that the whole is to reach.")
@click.option("--period", required=True, help="Period, as targets name it, such as 2027.")
@click.option(
    "--hedge",
    multiple=True,
    callback=_layers,
    metavar="LAYER=SHARE",
    help="How much more the reports of managers on a layer get in sum, 1 for the top; repeatable.",
)
@click.option(
    "--floor", type=float, default=0.0, show_default=True, help="Least share of present revenue."
)
@click.option("--cap", type=float, help="Largest share of potential.")
@click.option("--unit", type=int, default=1000, show_default=True, help="Smallest amount.")
def _quotas(
    org: Org,
    common: _Common,
    *,
    total: int,
    period: str,
    **limits: Any,  # noqa: ANN401 - as named in QuotaLimits
) -> Proposal:
    """Propose revenue targets down the lines, from one figure for the whole.

    In proportion to potential, revenue and capacity of everybody below, exact to the smallest
    unit, with the reason of every figure.
    """
    return quotas(org, total, period, QuotaLimits(**limits), on=common.on)


def _neighbours(path: str | None) -> tuple[tuple[str, str], ...] | None:
    """Read pairs of neighbouring areas: two columns, with or without a heading."""
    if path is None:
        return None
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.reader(file) if row]
    except OSError as error:
        raise ProposeError(f"{path}: The file cannot be read: {error.strerror}.") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise ProposeError(f"{path}: The file is not CSV in UTF-8 ({error}).") from None
    if not rows:
        raise ProposeError(f"{path}: The file has no rows; write two areas in each row.")
    short = [number for number, row in enumerate(rows, 1) if len(row) < 2]  # noqa: PLR2004 - a pair
    if short:
        raise ProposeError(f"{path}: row {short[0]} has one value; write two areas in each row.")
    return tuple((row[0].strip(), row[1].strip()) for row in rows)


@_kind("align")
@click.option(
    "--area",
    type=click.Choice(get_args(Area)),
    default="place",
    show_default=True,
    help="Field that makes customers a unit.",
)
@click.option(
    "--measure",
    type=click.Choice(get_args(Measure)),
    default="revenue",
    show_default=True,
    help="What territories are balanced in.",
)
@click.option(
    "--tolerance",
    type=float,
    default=0.15,
    show_default=True,
    help="Largest distance from the mean.",
)
@click.option(
    "--territory",
    "territories",
    multiple=True,
    metavar="ID",
    help="Territory to align; repeatable.",
)
@click.option(
    "--lock", "locked", multiple=True, metavar="AREA", help="Area that stays; repeatable."
)
@click.option(
    "--neighbours",
    type=click.Path(),
    help="CSV file with two neighbouring areas in each row; territories are then connected.",
)
def _align(
    org: Org,
    common: _Common,
    *,
    neighbours: str | None,
    **limits: Any,  # noqa: ANN401 - as named in AlignLimits
) -> Proposal:
    """Propose which areas belong to which territory.

    Every territory comes within the tolerance of the mean, with as little revenue as possible
    that changes hands, and connected where neighbours are given.
    """
    pairs = _neighbours(neighbours)
    return align(
        org,
        AlignLimits(neighbours=pairs, **limits),
        on=common.on,
        seconds=common.seconds,
        seed=common.seed,
    )


@_kind("size")
@click.option(
    "--method",
    type=click.Choice(get_args(Method)),
    default="workload",
    show_default=True,
    help="What decides on the number.",
)
@click.option(
    "--full", type=float, default=1.0, show_default=True, help="Planned share of capacity."
)
@click.option("--per-head", type=float, help="Potential that one position can work.")
@click.option("--margin", type=float, default=0.3, show_default=True, help="Earnings on potential.")
@click.option("--cost", type=float, help="Cost of a position a year; the mean pay by default.")
@click.option(
    "--territory", "territories", multiple=True, metavar="ID", help="Territory; repeatable."
)
def _size(org: Org, common: _Common, **limits: Any) -> Proposal:  # noqa: ANN401 - as named in SizeLimits
    """Propose how many positions each territory needs, and from which month.

    By workload, potential, or return; what one more or one less changes. New positions are vacant
    and begin early enough for the ramp before the day of --on. Nobody is removed.
    """
    return size(org, SizeLimits(**limits), on=common.on)
