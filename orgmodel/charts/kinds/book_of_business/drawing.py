"""A book of business on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgmodel.charts.canvas.amounts import count
from orgmodel.charts.canvas.badges import draw_star
from orgmodel.charts.canvas.fitting import Spot, write_within
from orgmodel.charts.canvas.flags import GAP, STANDING_IN, FlagKind
from orgmodel.charts.canvas.labels import Label, write_labels
from orgmodel.charts.canvas.palette import INK, MUTED, PAPER, ink_on, tint
from orgmodel.charts.canvas.scene import Box
from orgmodel.charts.canvas.sketch import Look, Place, Sketch
from orgmodel.charts.kinds.book_of_business.groups import Group
from orgmodel.charts.kinds.book_of_business.squarified import squarified
from orgmodel.charts.org_view.naming import Naming
from orgmodel.cover import Cover
from orgmodel.model import exact

WIDTH = 1000.0
"""Of the whole book in points."""

_GAP, _BAND, _LINE = 2.0, 17.0, 12.0
# Fewer letters of a name than there is room for here tell nobody anything.
_LEAST_WIDTH = 54.0
# Smaller than this, in square points, customers and owners are drawn as one with others: there is
# no room for their names.
_LEAST_AREA, _LEAST_GROUP = 1400.0, 2000.0
# So many of those drawn as one are named in their tool tip.
_MOST_NAMED = 12
_EDGED = 3.0
_FEWEST = 2

_OUTER, _INNER = Look(9.0, "bold"), Look(7.5, "bold", INK)


def flag_of(cover: Cover) -> FlagKind | None:
    """Return what is to be noticed about how a customer is covered."""
    if cover.state == "covered":
        return None
    return STANDING_IN if cover.stand_in else GAP


@dataclass(frozen=True)
class Treemap:
    """Draws groups of customers as areas.

    Attributes:
        sketch: What they are drawn into.
        naming: What everybody is called.
    """

    sketch: Sketch
    naming: Naming

    def draw(self, groups: Sequence[Group], colours: Sequence[str], place: Place) -> None:
        """Fill a place with groups, each in its colour."""
        places = squarified([float(group.revenue) for group in groups], place)
        for group, colour, outer in zip(groups, colours, places, strict=True):
            room = self._draw_band(group, colour, _inset(outer, _GAP / 2))
            self._draw_inner(group, colour, room)

    def _draw_band(self, group: Group, colour: str, place: Place) -> Place:
        """Draw what is written above a group; return what is left of its place."""
        box = Box(*place, colour, colour, 0.0, radius=1.0, gid=group.gid, title=self._told(group))
        self.sketch.boxes.append(box)
        if not self._has_head(group, place, _OUTER, _BAND):
            return _inset(place, min(_GAP, place.width / 8, place.height / 8))
        self._write_head(group, place, _OUTER._replace(colour=ink_on(colour)), _BAND)
        return _below(_inset(place, _GAP), _BAND - _GAP)

    def _draw_inner(self, group: Group, colour: str, place: Place) -> None:
        if not group.groups:
            self._draw_customers(group, colour, place)
            return
        inner = self._groups_apart(group, place)
        places = squarified([float(one.revenue) for one in inner], place)
        for one, outer in zip(inner, places, strict=True):
            room = _inset(outer, min(0.5, outer.width / 8, outer.height / 8))
            frame = Box(*room, tint(colour, 0.4), PAPER, 0.0, radius=0.5, gid=one.gid)
            self.sketch.boxes.append(frame)
            if self._has_head(one, room, _INNER, _LINE):
                self._write_head(one, room, _INNER, _LINE)
                room = _below(room, _LINE)
            self._draw_customers(one, colour, room)

    def _has_head(self, group: Group, place: Place, look: Look, height: float) -> bool:
        fits = self.sketch.typesetter.width(group.name, look.size, look.style) <= place.width - 8
        return place.height >= 2 * height and (fits or place.width >= _LEAST_WIDTH)

    def _write_head(self, group: Group, place: Place, look: Look, height: float) -> None:
        base, gid = place.y + height / 2 + look.size * 0.35, group.gid
        right, room = place.x + place.width - 4, place.width - 8
        told, plain = (
            self.naming.money(group.revenue),
            Look(max(look.size - 1, 7.5), colour=look.colour),
        )
        width = self.sketch.typesetter.width
        both = width(group.name, look.size, look.style) + 6 + width(told, plain.size)
        if told and both < room:
            self.sketch.write(told, right, base, plain, gid=f"{gid}/sum", anchor="end")
        spot = Spot(place.x + 4, base, room)
        write_within(self.sketch, group.name, spot, look, gid=f"{gid}/name")

    def _draw_customers(self, group: Group, colour: str, place: Place) -> None:
        parts = list(self._told_apart(group.covers, place))
        sizes = [sum(float(exact(c.customer.revenue)) for c in part) for part in parts]
        order = sorted(range(len(parts)), key=lambda n: (len(parts[n]) > 1, -sizes[n]))
        places = squarified([sizes[n] for n in order], place)
        for n, where in zip(order, places, strict=True):
            self._draw_customer(parts[n], colour, where, f"{group.gid}/{n + 1}")

    def _groups_apart(self, group: Group, place: Place) -> Sequence[Group]:
        """Return groups one by one, and at the end, as one, those too small to be named."""
        total = float(group.revenue)
        least = _LEAST_GROUP * total / (place.width * place.height or 1.0)
        small = [one for one in group.groups if float(one.revenue) < least]
        if len(small) < _FEWEST:
            return group.groups
        covers = [cover for one in small for cover in one.covers]
        rest = Group(f"{group.gid}/others", count(len(small), "more owner"), covers)
        return [*(one for one in group.groups if one not in small), rest]

    def _told_apart(self, covers: Sequence[Cover], place: Place) -> Iterator[Sequence[Cover]]:
        """Yield customers one by one, and those too small for that together, by their flag."""
        total = sum(float(exact(cover.customer.revenue)) for cover in covers)
        scale = place.width * place.height / total if total else 0.0
        small: dict[FlagKind | None, list[Cover]] = {}
        for cover in covers:
            if float(exact(cover.customer.revenue)) * scale >= _LEAST_AREA:
                yield (cover,)
            else:
                small.setdefault(flag_of(cover), []).append(cover)
        yield from small.values()

    def _draw_customer(
        self, covers: Sequence[Cover], colour: str, place: Place, other: str
    ) -> None:
        first, alone = covers[0].customer, len(covers) == 1
        flag = flag_of(covers[0])
        gid = other if self.naming.redact or not alone else first.node
        thin = min(place.width, place.height) < _EDGED
        key = alone and first.key_account
        fill = flag.fill if flag else tint(colour, 0.3 if key else 0.14)
        edge, dash = (flag.colour, () if thin else flag.dash) if flag else (PAPER, ())
        room = _inset(place, 0.0 if thin else 0.9 if flag else 0.4)
        told, width = self._lines(covers), 0.0 if thin else 0.9
        title = "\n".join((*told, *(() if alone else self._named(covers))))
        self.sketch.boxes.append(Box(*room, fill, edge, width, dash, 0.5, gid=gid, title=title))
        if key and room.width > 2 * _LINE and room.height > _LINE:
            draw_star(self.sketch, room.x + room.width - 7, room.y + 7, f"{gid}/star")
            room = room._replace(width=room.width - 10)
        ink, name = flag.colour if flag else INK, Look(7.5, "bold" if key else "regular")
        looks = (name._replace(colour=ink), Look(7.5, colour=flag.colour if flag else MUTED))
        told_in = zip(("name", "revenue"), told, looks, strict=False)
        labels = (Label(text, look, f"{gid}/{what}") for what, text, look in told_in)
        write_labels(self.sketch, labels, room)

    def _lines(self, covers: Sequence[Cover]) -> list[str]:
        flag, book = flag_of(covers[0]), [cover.customer for cover in covers]
        name = self.naming.customer(book[0])
        if len(book) > 1:
            name = count(len(book), "more customer")
        sign = f"{flag.sign} " if flag else ""
        money = self.naming.money(sum((exact(c.revenue) for c in book), exact(0)))
        return [f"{sign}{name}", *([money] if money else [])]

    def _named(self, covers: Sequence[Cover]) -> Iterator[str]:
        """Yield the names of customers that are drawn as one, the largest first."""
        for cover in covers[:_MOST_NAMED]:
            yield self.naming.customer(cover.customer)
        if more := len(covers) - _MOST_NAMED if len(covers) > _MOST_NAMED else 0:
            yield f"and {more:,} more"

    def _told(self, group: Group) -> str:
        book = self.naming.book([cover.customer for cover in group.covers])
        return f"{group.name}\n{book}"


def _inset(place: Place, by: float) -> Place:
    x, y, width, height = place
    return Place(x + by, y + by, max(width - 2 * by, 0.0), max(height - 2 * by, 0.0))


def _below(place: Place, by: float) -> Place:
    x, y, width, height = place
    return Place(x, y + by, width, height - by)
