"""Hand-over lists: a workbook with a sheet for each person who gives or receives customers."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from orgmodel.changes import Diff, Handover
from orgmodel.files import CannotWriteError
from orgmodel.model import Position

_LONG_AGO = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - files of this kind know no time zones
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST = 31
_HEADINGS = ("Gives or gets", "Customer", "Name", "Key account", "Revenue", "From", "To")
_MOST_SHEETS = 250


def handover_lists(diff: Diff) -> bytes:
    """Return hand-over lists as an .xlsx file: a sheet of all, and one per person.

    Revenue is a number in the currency of the design; texts are texts, whatever they look like. The
    same input gives the same bytes.

    Args:
        diff: What differs.

    Raises:
        CannotWriteError: If XlsxWriter is not installed.
    """
    try:
        import xlsxwriter  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = 'Workbooks need XlsxWriter; run pip install "orgmodel[office]" and try again.'
        raise CannotWriteError(message) from error
    file = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(file, {"in_memory": True, **options})
    book.set_properties({"title": "Hand-over lists", "created": _LONG_AGO})
    taken: set[str] = set()
    _sheet(book, _named("All", taken), [("", each) for each in diff.handovers], diff)
    for person, rows in sorted(_by_person(diff).items())[:_MOST_SHEETS]:
        _sheet(book, _named(person, taken), rows, diff)
    book.close()
    return file.getvalue()


def _by_person(diff: Diff) -> dict[str, list[tuple[str, Handover]]]:
    found: dict[str, list[tuple[str, Handover]]] = defaultdict(list)
    for each in diff.handovers:
        for post, what in ((each.before, "gives"), (each.after, "gets")):
            if post is not None and not post.vacant:
                found[_holder(diff, post)].append((what, each))
    return found


def _holder(diff: Diff, post: Position | None) -> str:
    if post is None:
        return "nobody"
    names = (diff.later.graph.known.name_of(post), diff.former.graph.known.name_of(post))
    return next(filter(None, names), f"{post.id} (vacant)")


def _named(name: str, taken: set[str]) -> str:
    """Return a name that a sheet can have: not too long, nothing forbidden, no other's."""
    plain = _FORBIDDEN.sub(" ", name).strip() or "Somebody"
    name, number = plain[:_LONGEST], 2
    while name.casefold() in taken or name.casefold() == "history":
        end = f" {number}"
        name, number = f"{plain[: _LONGEST - len(end)]}{end}", number + 1
    taken.add(name.casefold())
    return name


def _sheet(book: Any, name: str, rows: Iterable[tuple[str, Handover]], diff: Diff) -> None:  # noqa: ANN401 - of an extra
    page = book.add_worksheet(name)
    bold, amount = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0.00"})
    for column, heading in enumerate(_HEADINGS):
        unit = f" ({diff.after.currency})" if heading == "Revenue" else ""
        page.write_string(0, column, f"{heading}{unit}", bold)
    for number, (what, each) in enumerate(rows, start=1):
        for column, text in _texts(what, each, diff):
            page.write_string(number, column, text)
        if each.customer.revenue is not None:
            page.write_number(number, _HEADINGS.index("Revenue"), float(each.revenue), amount)
    page.freeze_panes(1, 0)
    page.set_column(0, len(_HEADINGS) - 1, 22)


def _texts(what: str, each: Handover, diff: Diff) -> Sequence[tuple[int, str]]:
    customer = each.customer
    key = "yes" if customer.key_account else ""
    ends = _holder(diff, each.before), _holder(diff, each.after)
    cells = (what, customer.id, customer.name or "", key, "", *ends)
    return [(column, text) for column, text in enumerate(cells) if text]
