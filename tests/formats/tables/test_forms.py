"""Tables whose form says who reports to whom."""

import pytest

from orgmodel.formats.importing import Mapping, TableMapping, import_design
from orgmodel.model import DesignError, Position


@pytest.fixture
def imported(tmp_path, monkeypatch):
    """Import files by name, or one roster."""
    monkeypatch.chdir(tmp_path)

    def run(files, **mapping):
        files = {"roster.csv": files} if isinstance(files, str) else files
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return import_design(list(files), Mapping(**mapping))

    return run


def lines(found):
    """Give who reports to whom."""
    return {post.held_by: post.reports_to for post in found.org.all(Position)}


def told(found):
    """Give all notes as a user reads them."""
    return "\n".join(map(str, found.notes))


@pytest.mark.parametrize("heading", ["Level {}", "L{}", "Tier {}", "Ebene {}", "Livello {}"])
def test_an_outline_says_it_by_columns(imported, heading):
    """Whoever stands further to the right is below the last one further to the left."""
    head = ",".join(heading.format(n) for n in (1, 2, 3))
    found = imported(f"{head},Title\nAnn,,,CEO\n,Bob,,Head\n,,Eve,Rep\n,Kim,,Head\n,,Zoe,Rep\n")
    assert lines(found) == {"Ann": None, "Bob": "Ann", "Eve": "Bob", "Kim": "Ann", "Zoe": "Kim"}
    assert not found.problems
    assert "An outline: who stands further to the right" in told(found)


def test_an_outline_may_name_somebody_twice(imported):
    """Its rows are told apart by where they stand."""
    found = imported("Level 1,Level 2,Title\nAnn,,CEO\n,Vacant,Rep\n,Vacant,Rep\n")
    posts = found.org.all(Position)
    assert [post.reports_to for post in posts] == [None, "Ann", "Ann"]
    assert [post.vacant for post in posts] == [False, True, True]


def test_a_chain_of_managers_ends_with_the_one_next_above(imported):
    """Everybody's own name may stand at its end."""
    found = imported(
        "Name,Title,Level 1 Manager,Level 2 Manager,Level 3 Manager\nAnn,CEO,Ann,,\n"
        "Bob,Head,Ann,Bob,\nEve,Rep,Ann,Bob,Eve\nZoe,Rep,Ann,Bob,\n"
    )
    assert lines(found) == {"Ann": None, "Bob": "Ann", "Eve": "Bob", "Zoe": "Bob"}


def test_levels_of_units_are_no_managers(imported):
    """They name nobody of the table."""
    found = imported("Name,Title,Level 1,Level 2\nAnn,CEO,Board,\nBob,Rep,Sales,North\n")
    assert set(lines(found).values()) == {None}


@pytest.mark.parametrize("pair", [("from", "to"), ("source", "target"), ("Parent", "Child")])
def test_pairs_are_lines_from_above(imported, pair):
    """Whoever comes once is below; whoever is above alone gets a box as well."""
    found = imported(f"{','.join(pair)}\nAnn,Bob\nAnn,Eve\nBob,Zoe\n")
    assert lines(found) == {"Ann": None, "Bob": "Ann", "Eve": "Ann", "Zoe": "Bob"}
    assert "where each comes once, reports to" in told(found)


def test_pairs_join_the_people_of_another_table(imported):
    """By their names."""
    found = imported(
        {
            "lines.csv": "from,to\nAnn,Bob\nAnn,Eve\n",
            "directory.csv": "Name,Level\nAnn,9\nBob,3\nEve,3\n",
        }
    )
    assert lines(found) == {"Ann": None, "Bob": "Ann", "Eve": "Ann"}
    assert {post.grade for post in found.org.all(Position)} == {9, 3}
    assert not found.problems


def test_numbers_of_posts_are_made_positions(imported):
    """As governments publish them: the senior ones by name, the others by number."""
    found = imported(
        {
            "senior.csv": "Post Unique Reference,Name,Job Title,Reports to Senior Post\n"
            "1,Ann,Chief,xx\n2,Bob,Deputy,1\n",
            "junior.csv": "Reporting Senior Post,Generic Job Title,Number of Posts in FTE\n"
            "2,Clerk,2.50\n1,Aide,1\n",
        }
    )
    clerks = [post for post in found.org.all(Position) if post.title == "Clerk"]
    assert [(post.fte, post.reports_to) for post in clerks] == [(1, "2"), (1, "2"), (0.5, "2")]
    assert len(found.org.all(Position)) == 6
    assert not found.problems


def test_absurd_numbers_of_posts_are_not_made(imported):
    """A slip must not fill the memory."""
    with pytest.raises(DesignError, match="No table here is of a known kind"):
        imported("Reports to,Job title,Number of posts\nAnn,Clerk,99999999999\nAnn,Aide,1\n")


def test_what_the_user_says_of_a_table_is_left_as_it_is(imported):
    """Its form does not count then."""
    said = TableMapping("people")
    found = imported("Level 1,Level 2,Title\nAnn,,CEO\n,Bob,Rep\n", tables={"roster": said})
    assert "An outline" not in told(found)
