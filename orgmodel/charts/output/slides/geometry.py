"""Outlines of shapes as XML; lengths are points."""

from collections.abc import Sequence

from orgmodel.charts.canvas.sketch import Place

_EMU = 12700


def emu(points: float) -> int:
    """Return a length in the unit of slides, 1/914,400 inch."""
    return round(points * _EMU)


def preset(name: str, adjustments: Sequence[int] = ()) -> str:
    """Return one of PowerPoint's own geometries, with its corners in place."""
    one = name == "roundRect" or (len(adjustments) == 1 and not name.startswith("bent"))
    names = ["adj"] if one else [f"adj{number + 1}" for number in range(len(adjustments))]
    told = "".join(
        f'<a:gd name="{name_}" fmla="val {value}"/>'
        for name_, value in zip(names, adjustments, strict=False)
    )
    return f'<a:prstGeom prst="{name}"><a:avLst>{told}</a:avLst></a:prstGeom>'


def polygon(points: Sequence[tuple[float, float]], *, closed: bool = True) -> tuple[Place, str]:
    """Return the place and the geometry of a shape with corners of its own."""
    left, top = (min(point[axis] for point in points) for axis in (0, 1))
    right, bottom = (max(point[axis] for point in points) for axis in (0, 1))
    corners = [f'<a:pt x="{emu(x - left)}" y="{emu(y - top)}"/>' for x, y in points]
    steps = "".join(f"<a:lnTo>{corner}</a:lnTo>" for corner in corners[1:])
    end = "<a:close/>" if closed else ""
    size = f'w="{emu(right - left)}" h="{emu(bottom - top)}" fill="{"norm" if closed else "none"}"'
    form = _drawn(size, f"<a:moveTo>{corners[0]}</a:moveTo>{steps}{end}")
    return Place(left, top, right - left, bottom - top), form


def left_edge(place: Place, radius: float) -> str:
    """Return the geometry of a bar whose left corners are round."""
    right, bottom, r = emu(place.width), emu(place.height), emu(radius)
    round_ = f'<a:arcTo wR="{r}" hR="{r}" stAng="{{}}" swAng="5400000"/>'.format
    way = (
        f'<a:moveTo><a:pt x="{right}" y="0"/></a:moveTo>'
        f'<a:lnTo><a:pt x="{right}" y="{bottom}"/></a:lnTo>'
        f'<a:lnTo><a:pt x="{r}" y="{bottom}"/></a:lnTo>'
        f'{round_(5400000)}<a:lnTo><a:pt x="0" y="{r}"/></a:lnTo>{round_(10800000)}<a:close/>'
    )
    return _drawn(f'w="{right}" h="{bottom}"', way)


def _drawn(size: str, way: str) -> str:
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst><a:path {size}>{way}</a:path></a:pathLst></a:custGeom>"
    )


def rounded(place: Place, radius: float) -> str:
    """Return the geometry of a rectangle with round corners."""
    side = min(place.width, place.height) or 1.0
    return preset("roundRect", (round(min(radius / side, 0.5) * 100_000),)) if radius else "rect"
