"""What a saved page does in a real browser, driven by clicks and keys."""

import shutil

import pytest
from charts.offices import Remark, north, team
from PIL import Image

from orgmodel import roles
from orgmodel.charts import OrgChart
from orgmodel.model import Org, Position

selenium = pytest.importorskip("selenium", reason="pages are tried with selenium")
from selenium import webdriver  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="pages are tried in Chromium, which is not here"
)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--window-size=1400,900",
)  # fmt: skip


@pytest.fixture(scope="module")
def chromium(tmp_path_factory):
    """Start a browser with a fresh profile."""
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


class Page:
    """A chart in the browser."""

    def __init__(self, driver):
        self.driver = driver

    def one(self, selector):
        """Find one element."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def box(self, name):
        """Find the box of a person."""
        return self.one(f'.card[aria-label^="{name}"]')

    def shown(self):
        """Return the names in the boxes that are not folded away."""
        cards = self.driver.find_elements(By.CSS_SELECTOR, ".card:not(.away)")
        return {card.get_attribute("aria-label").split(",")[0] for card in cards}

    def chosen(self):
        """Return the name in the chosen box."""
        return self.one('[aria-selected="true"]').get_attribute("aria-label").split(",")[0]

    def press(self, *keys):
        """Press keys wherever the focus is."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def view(self):
        """Return the part of the drawing that is seen: x, y, width, height."""
        return [float(n) for n in self.one("#chart").get_dom_attribute("viewBox").split()]


@pytest.fixture
def show(chromium, tmp_path):
    """Open charts; nothing may be logged by the end, for then the policy was broken."""

    def opened(chart):
        chromium.get(chart.save(tmp_path / "chart.html").as_uri())
        return Page(chromium)

    yield opened
    assert chromium.get_log("browser") == []


def marked():
    """Make a chart with a finding."""
    return OrgChart(north(), marks=[Remark(Position("am"), sentence="No deputy for Acme.")])


def test_a_click_tells_the_details(show):
    """The panel names facts, customers, the manager and the findings of the box."""
    page = show(marked())
    assert not page.one("#panel").is_displayed()
    page.box("Ada Rossi").click()
    told = page.one("#panel").text
    for said in ("Ada Rossi", "Account Manager", "No deputy for Acme.", "Tom Berg", "Acme"):
        assert said in told
    assert page.chosen() == "Ada Rossi"


def test_the_panel_leads_on(show):
    """A click on a name in the panel chooses that box."""
    page = show(marked())
    page.box("Ada Rossi").click()
    page.one("#panel .jump").click()
    assert page.chosen() == "Tom Berg"


def test_search_finds_names_titles_territories_and_customers(show):
    """Whatever is typed dims all boxes that do not say it; accents and case do not matter."""
    page = show(marked())
    search = page.one("#search")
    for typed, found in (
        ("berg", {"Tom Berg"}),
        ("COORDIN", {"Zoe Bianchi"}),
        ("bólt", {"Vacant"}),
        ("nörth", {"Tom Berg", "Vacant"}),
        ("nobody", set()),
    ):
        search.clear()
        search.send_keys(typed)
        hits = page.driver.find_elements(By.CSS_SELECTOR, ".card.hit")
        names = {hit.get_attribute("aria-label").split(",")[0] for hit in hits}
        assert found <= names, typed
        assert bool(found) == bool(names)
    search.clear()
    search.send_keys("acme", Keys.ENTER)
    assert page.chosen() in {"Ada Rossi", "Tom Berg", "Dana Reyes"}
    page.press(Keys.ESCAPE)
    assert search.get_attribute("value") == ""
    assert "searching" not in page.one("#chart").get_attribute("class")


def test_teams_fold_and_unfold(show):
    """A folded team leaves no gap and no box behind, and says how many are in it."""
    page = show(marked())
    before = page.one("#lines").get_attribute("outerHTML")
    page.one('[aria-label^="Tom Berg"] .fold').click()
    assert page.shown() == {"Dana Reyes", "Tom Berg"}
    assert page.box("Tom Berg").get_attribute("aria-expanded") == "false"
    assert page.one('[aria-label^="Tom Berg"] .fold text').get_attribute("textContent") == "3"
    page.one("#unfold").click()
    assert len(page.shown()) == 5
    assert page.one("#lines").get_attribute("outerHTML") == before
    page.one("#fold").click()
    assert page.shown() == {"Dana Reyes", "Tom Berg"}


def test_keys_walk_along_the_lines(show):
    """Arrows go up, down and sideways; space folds; the slash leads to the search."""
    page = show(marked())
    page.press(Keys.HOME)
    assert page.chosen() == "Dana Reyes"
    page.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    assert page.chosen() == "Zoe Bianchi"
    page.press(Keys.ARROW_RIGHT)
    assert page.chosen() == "Ada Rossi"
    page.press(Keys.ARROW_UP, " ")
    assert page.shown() == {"Dana Reyes", "Tom Berg"}
    page.press("/")
    assert page.driver.switch_to.active_element == page.one("#search")


def test_zoom_by_keys_and_buttons(show):
    """Plus and minus change how much is seen, and zero shows everything."""
    page = show(marked())
    whole = page.view()
    page.press("+", "+")
    assert page.view()[2] < whole[2]
    page.one("#out").click()
    page.press("0")
    assert page.view() == whole


def test_dragging_moves_the_drawing(show):
    """The picture follows the pointer, and a drag chooses nothing."""
    page = show(marked())
    before = page.view()
    chart = page.one("#chart")
    actions = webdriver.ActionChains(page.driver)
    actions.move_to_element_with_offset(chart, -300, 150).click_and_hold()
    actions.move_by_offset(60, 40).move_by_offset(60, 40).release().perform()
    assert page.view()[0] < before[0]
    assert page.driver.find_elements(By.CSS_SELECTOR, '[aria-selected="true"]') == []


def test_findings_lead_to_their_boxes(show):
    """The list of findings names them all, and a click jumps to the box."""
    page = show(marked())
    assert page.one("#found").text == "Findings (1)"
    page.one("#found").click()
    assert "No deputy for Acme." in page.one("#panel").text
    page.one("#panel .jump").click()
    assert page.chosen() == "Ada Rossi"


def test_folded_boxes_do_not_overlap(show):
    """Whatever is folded, the boxes that are left keep apart."""
    org = Org("Wide")
    org.add(Position("top", roles.SALES_DIRECTOR, held_by="Top"))
    for m in range(5):
        org.add(Position(f"m{m}", roles.SALES_MANAGER, held_by=f"M{m}", reports_to="top"))
        org.add(Position(f"s{m}", roles.SALES_COORDINATOR, held_by="S", reports_to=f"m{m}"))
        for r in range(7 + m):
            org.add(Position(f"r{m}{r}", roles.SALES_REPRESENTATIVE, reports_to=f"m{m}"))
    page = show(OrgChart(org))
    for folded in ("M1", "M3", "M0"):
        page.one(f'[aria-label^="{folded}"] .fold').click()
        places = page.driver.execute_script(
            "return [...document.querySelectorAll('.card:not(.away)')].map(card => {"
            " const r = card.querySelector('rect').getBoundingClientRect();"
            " return [r.left, r.top, r.right, r.bottom]; })"
        )
        for i, (left, top, right, bottom) in enumerate(places):
            for left_, top_, right_, bottom_ in places[:i]:
                assert right <= left_ or right_ <= left or bottom <= top_ or bottom_ <= top


def test_a_thousand_boxes_open_folded(show):
    """A large organisation opens with its upper levels, and search reaches into folded teams."""
    org = Org("Large")
    org.add(Position("top", roles.SALES_DIRECTOR, held_by="Top"))
    for number in range(1000):
        boss = f"p{(number - 9) // 9}" if number >= 9 else "top"
        held = f"Person {number}"
        org.add(Position(f"p{number}", roles.SALES_MANAGER, held_by=held, reports_to=boss))
    page = show(OrgChart(org))
    assert len(page.shown()) <= 100
    page.one("#search").send_keys("person 999", Keys.ENTER)
    assert page.chosen() == "Person 999"
    assert "Person 999" in page.shown()


def test_scripts_in_names_stay_text(show):
    """A name with a script is shown, and nothing runs."""
    name = "</script><img src=x onerror=alert(1)><script>alert(2)</script>"
    org = Org(name)
    org.add(Position("p", roles.SALES_MANAGER, held_by=name))
    page = show(OrgChart(org))
    page.one(".card").click()
    assert name in page.one("#panel").text
    assert page.driver.find_elements(By.CSS_SELECTOR, "img") == []


def test_nothing_is_asked_from_anywhere(show):
    """The page loads no other resource than itself."""
    page = show(OrgChart(team(20)))
    count = page.driver.execute_script("return performance.getEntriesByType('resource').length")
    assert count == 0


def test_printing_shows_everything(show):
    """However far one has zoomed in, print has the whole chart on one page."""
    page = show(marked())
    page.press("+", "+", "+")
    page.driver.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    view = page.view()
    cards = page.driver.execute_script(
        "return [...document.querySelectorAll('.card')].map(c => {"
        " const m = c.transform.baseVal.consolidate().matrix; return [m.e, m.f]; })"
    )
    for x, y in cards:
        assert view[0] <= x <= view[0] + view[2]
        assert view[1] <= y <= view[1] + view[3]


def test_photos_are_seen_and_a_large_page_opens_legibly(chromium, tmp_path):
    """Photos load under the page's own policy; a page of a thousand opens large enough to read."""
    photos = tmp_path / "photos"
    photos.mkdir()
    Image.new("RGB", (60, 60), (200, 30, 40)).save(photos / "Ada Rossi.png")
    saved = OrgChart(north(), photos=photos).save(tmp_path / "a.html")
    chromium.get(saved.as_uri())
    script = "return document.querySelector('.card image').getBoundingClientRect().width"
    assert chromium.execute_script(script) > 5
    assert not chromium.get_log("browser")
    org = Org("Large")
    for number in range(1000):
        boss = f"p{(number - 1) // 6}" if number else None
        org.add(Position(f"p{number}", held_by=f"Person {number}", reports_to=boss))
    chromium.get(OrgChart(org).save(tmp_path / "b.html").as_uri())
    script = "return document.querySelector('.card').getBoundingClientRect().width"
    assert chromium.execute_script(script) > 60
