import pytest
from charts.offices import legend_of, north, texts_of
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import texts

from orgmodel import roles
from orgmodel.charts import ChartRequestError, CoverageMatrix
from orgmodel.model import Assignment, Customer, Leave, Org, Position, Territory, Where


def cells_of(chart, customer):
    """Return what the row of a customer says, by column, signs before words."""
    found = {}
    for gid, text in texts_of(chart).items():
        row, _, column = gid.partition("/")
        if row == f"customer:{customer}":
            column = column.partition("/")[0]
            found[column] = f"{found.get(column, '')} {text}".strip()
    return found


def test_a_row_names_everybody_on_the_customer():
    """Whoever owns the customer and the managers above are named, with their signs."""
    cells = cells_of(CoverageMatrix(north()), "acme")
    assert cells["name"] == "Acme"
    assert cells["revenue"] == "EUR 2.4M"
    assert cells["owner"] == "✓ Ada Rossi"
    assert cells["territory manager"] == "✓ Tom Berg"
    assert cells["sales manager"] == "✓ Dana Reyes"


def test_a_key_account_without_a_deputy_lacks_one():
    """What a key account needs and does not have is said so; others need none."""
    chart = CoverageMatrix(north())
    assert cells_of(chart, "acme")["deputy"] == "! missing"
    assert cells_of(chart, "bolt")["deputy"] == "\u2013"
    assert texts_of(chart)["column/deputy/filled"] == "0 of 1"


def test_leave_is_told_from_being_there():
    """Whoever is on leave is away; whoever is named stands in and covers, others only answer."""
    for stand_in, owner, of in (
        (None, "\u25d4 for now Tom Berg", "1 of 2"),
        ("rep", None, "2 of 2"),
    ):
        org = Org("Aurora")
        org.add(Position("tm", roles.TERRITORY_MANAGER, held_by="Tom Berg"))
        ada = org.add(Position("am", roles.ACCOUNT_MANAGER, held_by="Ada Rossi", reports_to="tm"))
        org.add(Position("rep", roles.SALES_REPRESENTATIVE, held_by="Leo", reports_to="tm"))
        org.add(Customer("acme", managed_by=ada))
        org.add(Customer("bolt", managed_by="rep", deputy=ada))
        org.add(Leave("l1", "Ada Rossi", stand_in=stand_in))
        chart = CoverageMatrix(org)
        assert cells_of(chart, "acme")["owner"] == (owner or "\u25d0 for now Leo")
        assert cells_of(chart, "bolt")["deputy"] == "\u25d4 Ada Rossi is away"
        assert texts_of(chart)["column/owner/filled"] == of


def test_what_a_key_account_needs_can_be_said():
    """A company may want an executive sponsor, too."""
    chart = CoverageMatrix(north(), needed=["executive sponsor"])
    assert cells_of(chart, "acme")["executive sponsor"] == "! missing"
    assert cells_of(chart, "acme")["deputy"] == "\u2013"


def test_a_vacant_owner_is_told_from_a_held_one():
    """A vacancy has a sign of its own and a dashed edge, and names who answers meanwhile."""
    chart = CoverageMatrix(north())
    assert cells_of(chart, "bolt")["owner"] == "○ for now Tom Berg"
    boxes = {box.gid: box for box in chart.scene().boxes}
    assert boxes["customer:bolt/owner"].dash
    assert not boxes["customer:acme/owner"].dash


def test_the_team_around_an_account_is_named():
    """Assignments fill the roles on an account; several are counted."""
    org = north()
    for number, (post, role) in enumerate(
        [("director", "executive sponsor"), ("tm", "specialist"), ("am", "specialist")]
    ):
        org.add(Assignment(f"a{number}", "bolt", post, role))
    cells = cells_of(CoverageMatrix(org), "bolt")
    assert cells["executive sponsor"] == "✓ Dana Reyes"
    assert cells["specialist"] == "✓ Ada Rossi +1"
    assert cells["coordinator"] == "✓ Zoe Bianchi"


def test_an_overlay_without_anybody_lacks_a_specialist():
    """Where an overlay territory supports a customer, a specialist is needed."""
    org = north()
    org.add(Territory("big", Where(place=["IT"]), type="overlay"))
    assert cells_of(CoverageMatrix(org), "bolt")["specialist"] == "! missing"


def test_the_deputy_of_a_position_deputises_for_its_customers():
    """Where the customer names no deputy, the owner's position may."""
    org = Org("Deputies")
    org.add(Position("a", roles.ACCOUNT_MANAGER, held_by="Ada", deputy="b"))
    org.add(Position("b", roles.ACCOUNT_MANAGER, held_by="Ben"))
    org.add(Customer("c", key_account=True, managed_by="a"))
    assert cells_of(CoverageMatrix(org), "c")["deputy"] == "✓ Ben"


def test_key_accounts_come_first_then_revenue_decides():
    """Rows are in the order of weight."""
    org = north()
    org.add(Customer("tiny", "Tiny", key_account=True, revenue=1))
    org.add(Customer("huge", "Huge", revenue=9_000_000))
    names = [gid for gid in texts_of(CoverageMatrix(org)) if gid.endswith("/name")]
    assert [gid.partition("/")[0] for gid in names] == [
        f"customer:{id_}" for id_ in ("acme", "tiny", "huge", "bolt")
    ]


def test_the_rest_is_counted():
    """Customers without a row are not passed over in silence, and the heads count them."""
    chart = CoverageMatrix(north(), most=1)
    texts = texts_of(chart)
    assert texts["rest"] == "and 1 more customer · EUR 600k · 1 of them without cover"
    assert texts["column/owner/filled"] == "1 of 2"
    assert texts["subtitle"] == "2 customers · EUR 3M · without cover: 1 customer · EUR 600k"


def test_the_legend_explains_what_occurs_and_nothing_else():
    """Only the states in the picture are explained."""
    assert legend_of(CoverageMatrix(north(), needed=(), most=1)) == [
        "held",
        "not needed",
        "key account",
    ]


def test_without_customers_it_says_so():
    """There is a picture even if there is nothing in it."""
    subtitle = texts_of(CoverageMatrix(Org("New")))["subtitle"]
    assert subtitle.startswith("There is nothing to draw yet")


def test_redacted_it_names_nobody():
    """Neither people nor customers nor amounts are in a redacted chart, seen or hidden."""
    scene = CoverageMatrix(north(), redact=True).scene()
    told = [run.text for run in scene.texts] + [box.title for box in scene.boxes]
    told += [str(part.gid) for part in (*scene.texts, *scene.boxes, *scene.shapes)]
    for secret in ("Tom", "Ada", "Acme", "acme", "EUR"):
        assert not [text for text in told if secret in text]
    assert "Key account 1" in told


@pytest.mark.parametrize(
    ("options", "told"),
    [({"most": 0}, "Cannot show 0 customers"), ({"needed": ["friend"]}, "no role 'friend'")],
)
def test_what_cannot_be_drawn_is_refused(options, told):
    """A wrong request is answered with what is wrong and what there is."""
    with pytest.raises(ChartRequestError, match=told):
        CoverageMatrix(north(), **options)


@settings(max_examples=30, deadline=None)
@given(st.lists(texts(), min_size=1, max_size=4))
def test_no_text_leaves_its_cell(names):
    """Whatever people and customers are called, nothing overlaps its neighbour."""
    org = Org("Long")
    for number, name in enumerate(names):
        org.add(Position(f"p{number}", roles.SALES_MANAGER, held_by=name))
        org.add(Customer(f"c{number}", name, managed_by=f"p{number}", revenue=10))
    scene = CoverageMatrix(org).scene()
    boxes = {box.gid: box for box in scene.boxes}
    for run in scene.texts:
        box = boxes.get(run.gid.removesuffix("/who")) if run.gid.endswith("/who") else None
        if box:
            assert box.x <= run.x
            assert run.x + run.width <= box.x + box.width
        if run.gid.endswith("/name"):
            assert run.x + run.width <= 24 + 178.01
