"""Several files make one design, and every problem is told in the file where it is."""

import pytest

from orgmodel.formats import load, loads
from orgmodel.formats.designs.yaml import including, parsing
from orgmodel.model import Customer, DesignError, Position, Source, Territory


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Write files into the current folder, by their paths."""
    monkeypatch.chdir(tmp_path)

    def write(**files):
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_yaml", ".yaml")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")

    return write


def refusals(file="main.yaml"):
    """Load what cannot be loaded, and list the problems."""
    with pytest.raises(DesignError) as caught:
        load(file)
    return [str(problem) for problem in caught.value.problems]


def test_included_files_come_first_in_their_order(write):
    """Paths start at the file in which they stand; patterns go by the alphabet."""
    write(
        main_yaml="name: X\npositions: {last: {}}\ninclude: [people/all.yaml, lands/*.yaml]\n",
        people__all_yaml="include: more.yaml\npositions: {second: {}}\n",
        people__more_yaml="positions: {first: {}}\n",
        lands__b_yaml="territories: {b: {}}\n",
        lands__a_yaml="name: Apart\nterritories:\n  a: {}\n",
    )
    org = load("main.yaml")
    assert [position.id for position in org.all(Position)] == ["first", "second", "last"]
    assert [territory.id for territory in org.all(Territory)] == ["a", "b"]
    assert org.name == "X"
    assert org.source_of(Territory("a")) == Source("lands/a.yaml", 3)


def test_a_design_is_included_from_wherever_it_is_loaded(write, tmp_path):
    """Files are named from the folder in which the command runs."""
    write(main__main_yaml="name: X\ninclude: ../main/part.yaml\n", main__part_yaml="customers:\n")
    write(main__part_yaml="customers:\n  a: {}\n")
    assert load("main/main.yaml").source_of(Customer("a")) == Source("main/part.yaml", 2)
    whole = load(tmp_path / "main" / "main.yaml").source_of(Customer("a"))
    assert whole == Source(str(tmp_path / "main" / "part.yaml"), 2)


def test_parts_may_be_json(write, tmp_path):
    """Such as what another program writes every night."""
    write(main_yaml="name: X\ninclude: part.json\n")
    (tmp_path / "part.json").write_text('{"customers": {"a": {}}}')
    assert load("main.yaml").source_of(Customer("a")) == Source("part.json", 1)


def test_problems_point_into_their_files(write):
    """All at once, in the order of files and lines."""
    write(
        main_yaml="name: X\ninclude: part.yaml\npositions:\n  a: {fte: 2}\n",
        part_yaml="positions:\n  b: {fte: 2}\n  c: {fte: 3}\nposition: {}\n",
    )
    assert [problem.split(": ")[0] for problem in refusals()] == [
        "main.yaml:4",
        "part.yaml:2",
        "part.yaml:3",
        "part.yaml:4",
    ]


def test_one_id_in_two_files_names_both(write):
    """With the lines."""
    write(
        main_yaml="name: X\ninclude: part.yaml\npositions:\n  a: {}\n",
        part_yaml="positions:\n  a: {}\n",
    )
    (found,) = refusals()
    assert found.startswith("main.yaml:4: There is a position 'a' already, added at part.yaml:2")


def test_a_file_that_two_include_is_read_once(write):
    """So that parts can say what they need."""
    write(
        main_yaml="name: X\ninclude: [a.yaml, b.yaml, '*.yaml']\n",
        a_yaml="include: roles.yaml\n",
        b_yaml="include: ./roles.yaml\n",
        roles_yaml="positions: {a: {}}\n",
    )
    assert len(load("main.yaml")) == 1


@pytest.mark.parametrize(
    ("include", "said"),
    [
        ("gone.yaml", "2: The include 'gone.yaml' leads to gone.yaml, and there is no such file."),
        ("gone/*.yaml", "2: The include 'gone/*.yaml' matches no file. Correct it or delete it."),
        ("[part.yaml,\n  gone.yaml]", "3: The include 'gone.yaml' leads to"),
        ("main.yaml", "2: The include 'main.yaml' closes a cycle: main.yaml -> main.yaml."),
        ("../part.yaml", "2: The include '../part.yaml' lies outside of"),
        ("/etc/passwd", "2: The include '/etc/passwd' is not a path below the folder"),
        ("'**/*.yaml'", "2: The include '**/*.yaml' is not a path below the folder"),
        ("part.py", "2: The include 'part.py' leads to part.py; what is included ends in .yaml,"),
        ("{a: b}", "2: include should be paths of files"),
        ("[[a.yaml]]", "2: include should be paths of files"),
        ("folder.yaml", "2: The include 'folder.yaml' leads to folder.yaml, and there is no such"),
    ],
)
def test_what_cannot_be_included_is_said_in_its_line(write, tmp_path, include, said):
    """Nothing outside of the folder is looked at, and scripts are not run."""
    write(main_yaml=f"name: X\ninclude: {include}\n", part_yaml="customers:\n")
    (tmp_path / "folder.yaml").mkdir()
    (found,) = refusals()
    assert found.startswith(f"main.yaml:{said}")


def test_links_lead_nowhere_else(write, tmp_path):
    """A design from elsewhere cannot read what lies beside its folder."""
    write(inside__main_yaml="name: X\ninclude: link.yaml\n", other_yaml="password: 1\n")
    (tmp_path / "inside" / "link.yaml").symlink_to(tmp_path / "other.yaml")
    (found,) = refusals("inside/main.yaml")
    assert "lies outside of" in found
    assert "password" not in found


def test_rings_are_named(write):
    """From the file that is included again."""
    write(
        main_yaml="name: X\ninclude: a.yaml\n",
        a_yaml="include: b.yaml\n",
        b_yaml="customers:\ninclude: a.yaml\n",
    )
    (found,) = refusals()
    ring = "a.yaml -> b.yaml -> a.yaml"
    assert found.startswith(f"b.yaml:2: The include 'a.yaml' closes a cycle: {ring}. Delete")


def test_a_part_in_another_currency_is_refused(write):
    """Its amounts would be taken for euros; the same currency may be said again."""
    write(main_yaml="name: X\ninclude: [a.yaml, b.yaml]\n", a_yaml="currency: EUR\n")
    write(b_yaml="customers:\ncurrency: PLN\n")
    assert refusals() == [
        "b.yaml:2: The amounts of this part are not in EUR, as the design; convert them."
    ]


def test_what_is_in_memory_includes_nothing():
    """It has no folder."""
    with pytest.raises(DesignError, match="has no folder here"):
        loads("name: X\ninclude: a.yaml\n")


def test_limits_hold_for_all_files_together(write, monkeypatch):
    """Of bytes, values, files and levels."""
    write(
        main_yaml="name: X\ninclude: part/a.yaml\n",
        part__a_yaml="include: b.yaml\n" + "#" * 100,
        part__b_yaml="include: c.yaml\n" + "#" * 100,
        part__c_yaml="customers: {a: {}, b: {}}\n",
    )
    for module, limit, value, said in [
        (including, "MAX_BYTES", 200, "larger than"),
        (parsing, "MAX_NODES", 10, "More than 10 values"),
        (including, "MAX_FILES", 2, "A design may have 2 files"),
        (including, "MAX_LEVELS", 3, "3 levels deep: main.yaml -> part/a.yaml -> part/b.yaml"),
    ]:
        load("main.yaml")
        with monkeypatch.context() as patch:
            patch.setattr(module, limit, value)
            assert any(said in problem for problem in refusals()), limit
