import pytest
from charts.offices import legend_of, north, texts_of
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import texts

from orgmodel import roles
from orgmodel.charts import BookOfBusiness, ChartRequestError
from orgmodel.charts.canvas.sketch import Place
from orgmodel.charts.kinds.book_of_business.squarified import squarified
from orgmodel.model import Customer, Org, Position, Territory, Where


def boxes_of(chart):
    """Return the boxes in the area by gid."""
    return {box.gid: box for box in chart.scene().boxes if not box.gid.startswith("legend")}


@settings(deadline=None)
@given(
    st.lists(st.floats(0.01, 1e9), min_size=1, max_size=60),
    st.floats(1, 1000),
    st.floats(1, 1000),
)
def test_areas_are_as_large_as_their_numbers_and_fill_the_place(sizes, width, height):
    """Areas compare as numbers do, lie in the place, and no two overlap."""
    sizes.sort(reverse=True)
    places = squarified(sizes, Place(0, 0, width, height))
    for size, place in zip(sizes, places, strict=True):
        wanted = size / sum(sizes) * width * height
        assert place.width * place.height == pytest.approx(wanted, rel=1e-6, abs=1e-6)
        assert -1e-6 <= place.x <= place.x + place.width <= width * (1 + 1e-9)
        assert -1e-6 <= place.y <= place.y + place.height <= height * (1 + 1e-9)
    for number, one in enumerate(places):
        for two in places[:number]:
            across = min(one.x + one.width, two.x + two.width) - max(one.x, two.x)
            down = min(one.y + one.height, two.y + two.height) - max(one.y, two.y)
            assert min(across, down) <= 1e-6 * max(width, height)


def test_equal_numbers_make_squares():
    """Four equal customers in a square are four squares, not four strips."""
    places = squarified([1, 1, 1, 1], Place(0, 0, 10, 10))
    assert {(place.width, place.height) for place in places} == {(5, 5)}


def test_customers_lie_in_their_owner_and_territory():
    """Territory, owner and customer are nested, each with its name and revenue."""
    chart = BookOfBusiness(north())
    boxes, texts = boxes_of(chart), texts_of(chart)
    outer, owner, customer = (
        boxes[gid] for gid in ("by-name", "by-name/position:am", "customer:acme")
    )
    for small, large in ((owner, outer), (customer, owner)):
        assert large.x <= small.x
        assert small.x + small.width <= large.x + large.width
        assert large.y <= small.y
        assert small.y + small.height <= large.y + large.height
    assert texts["by-name/name"] == "By name"
    assert texts["by-name/position:am/name"] == "Ada Rossi"
    assert texts["customer:acme/name"] == "Acme"
    assert texts["customer:acme/revenue"] == "EUR 2.4M"


def test_customers_without_cover_stand_out_by_more_than_colour():
    """Nobody covers one, somebody stands in for another: signs and edges tell them apart."""
    org = north()
    org.add(Customer("lost", "Lost", revenue=500_000))
    chart = BookOfBusiness(org)
    boxes, texts = boxes_of(chart), texts_of(chart)
    assert texts["customer:lost/name"] == "! Lost"
    assert texts["customer:bolt/name"] == "? Bolt"
    assert len({boxes[f"customer:{id_}"].dash for id_ in ("lost", "bolt", "acme")}) == 3
    assert not boxes["customer:acme"].dash
    assert {"not covered", "vacant or away, somebody stands in", "key account"} <= set(
        legend_of(chart)
    )


def test_groups_can_be_owners_alone():
    """The territory may be left out."""
    boxes = boxes_of(BookOfBusiness(north(), by=["owner"]))
    assert {"position:am", "position:rep", "customer:acme", "customer:bolt"} == set(boxes)


def test_many_small_customers_are_drawn_as_one():
    """What is too small to be told apart is counted, and what nobody covers stays apart."""
    org = Org("Many")
    org.add(Territory("it", Where(place=["IT"])))
    org.add(Position("p", roles.SALES_REPRESENTATIVE, held_by="Ada", covers=["it"]))
    org.add(Customer("big", "Big", place="IT", revenue=10_000_000))
    for number in range(3000):
        org.add(Customer(f"c{number}", place="IT", revenue=100))
    boxes = boxes_of(BookOfBusiness(org))
    titles = [box.title for box in boxes.values() if "more customers" in box.title]
    assert len(titles) == 1
    lines = titles[0].split("\n")
    assert lines[:2] == ["3,000 more customers", "EUR 300k"]
    assert lines[-1] == "and 2,988 more"
    assert len(boxes) == 4


def test_many_small_owners_are_drawn_as_one():
    """Hundreds of owners with a customer each: the rest of them are one area."""
    org = Org("Owners", currency="EUR")
    for number in range(300):
        org.add(Position(f"p{number}", held_by=f"Owner {number}"))
        org.add(Customer(f"c{number}", revenue=10_000_000 // (number + 1), managed_by=f"p{number}"))
    scene = BookOfBusiness(org).scene()
    told = [run.text for run in scene.texts]
    assert "Owner 0" in told
    rest = next(text for text in told if text.endswith(" more owners"))
    assert int(rest.split()[0]) > 200
    areas = [box for box in scene.boxes if "legend" not in box.gid]
    small = [box for box in areas if box.width * box.height < 400]
    assert not small


def test_hairlines_are_drawn(tmp_path):
    """Customers of next to no revenue can be drawn, also where nobody covers them."""
    org = Org("Thin")
    for number in range(2000):
        org.add(Customer(f"c{number}", revenue=1 + number**4))
    assert BookOfBusiness(org).save(tmp_path / "x.png", dpi=60).stat().st_size > 1000


def test_customers_without_revenue_are_counted():
    """Whoever buys nothing has no area, and the heading says so."""
    org = north()
    org.add(Customer("new", status="prospect", place="IT-21"))
    subtitle = texts_of(BookOfBusiness(org))["subtitle"]
    assert subtitle.endswith("1 customer without revenue not drawn")


def test_without_customers_it_says_so():
    """There is a picture even if there is nothing in it."""
    subtitle = texts_of(BookOfBusiness(Org("New")))["subtitle"]
    assert subtitle.startswith("There is nothing to draw yet")


def test_redacted_it_names_nobody():
    """Neither people nor customers nor amounts are in a redacted chart, seen or hidden."""
    scene = BookOfBusiness(north(), redact=True).scene()
    told = [run.text for run in scene.texts] + [box.title for box in scene.boxes]
    told += [str(part.gid) for part in (*scene.texts, *scene.boxes, *scene.shapes)]
    for secret in ("Tom", "Ada", "Acme", "acme", "EUR"):
        assert not [text for text in told if secret in text]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"by": ["size"]}, "no group 'size'"),
        ({"by": []}, "territory, owner or both"),
        ({"proportions": 0}, "Proportions"),
    ],
)
def test_what_cannot_be_drawn_is_refused(options, told):
    """A wrong request is answered with what is wrong and what there is."""
    with pytest.raises(ChartRequestError, match=told):
        BookOfBusiness(north(), **options)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(texts(), st.integers(1, 10**6)), min_size=1, max_size=20))
def test_no_text_leaves_its_area(customers):
    """Whatever customers are called and however large they are, names fit or are left out."""
    org = Org("Names")
    for number, (name, revenue) in enumerate(customers):
        org.add(Position(f"p{number // 3}-{number}", roles.ACCOUNT_MANAGER, held_by=name))
        post = f"p{number // 3}-{number // 3 * 3}"
        org.add(Customer(f"c{number}", name, revenue=revenue, managed_by=post))
    scene = BookOfBusiness(org).scene()
    boxes = {box.gid: box for box in scene.boxes}
    gids = [part.gid for part in (*scene.boxes, *scene.texts, *scene.shapes)]
    assert len(gids) == len(set(gids))
    for run in scene.texts:
        box = boxes.get(run.gid.rpartition("/")[0])
        if box and not run.gid.startswith("legend"):
            assert box.x <= run.x
            assert run.x + run.width <= box.x + box.width
            assert box.y <= run.y
            assert run.y <= box.y + box.height
