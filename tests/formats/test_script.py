"""A script is run for the organisation that it builds; its mistakes are told in its own lines."""

import sys
import textwrap

import pytest

from orgmodel.formats import load, load_script
from orgmodel.model import DesignError, Position, Source

HEAD = "from orgmodel.model import Customer, Org, Position, Territory\n"


@pytest.fixture
def script(tmp_path, monkeypatch):
    """Write a script into the current folder and give its name."""
    monkeypatch.chdir(tmp_path)

    def write(text, name="plan.py"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(HEAD + textwrap.dedent(text), encoding="utf-8")
        return name

    return write


def refusals(name):
    """Load what cannot be loaded, and list the problems."""
    with pytest.raises(DesignError) as caught:
        load(name)
    return [str(problem) for problem in caught.value.problems]


def test_the_organisation_of_a_script_is_loaded(script):
    """With the lines of the script as sources."""
    org = load(script("org = Org('Aurora')\norg.add(Position('a'))\n"))
    assert org.name == "Aurora"
    assert org.source_of(Position("a")) == Source("plan.py", 3)


def test_charts_are_not_drawn_while_loading(script, tmp_path):
    """What stands under the guard of the main module is not run; what is unguarded is."""
    load(
        script("""
        from pathlib import Path
        org = Org("Aurora")
        Path("unguarded").touch()
        if __name__ == "__main__":
            Path("chart.png").touch()
        """)
    )
    assert (tmp_path / "unguarded").exists()
    assert not (tmp_path / "chart.png").exists()


def test_any_name_will_do_for_the_only_organisation(script):
    """Also if it has two names."""
    assert load(script("aurora = same = Org('Aurora')\n")).name == "Aurora"


def test_of_several_organisations_the_one_called_org_is_taken(script):
    """Scripts compare scenarios; one of them is the design."""
    assert load(script("before = Org('Before')\norg = Org('After')\n")).name == "After"
    assert refusals(script("a = Org('A')\nb = Org('B')\n")) == [
        "plan.py: The script builds several organisations: a, b. Name the one to use 'org'."
    ]


@pytest.mark.parametrize("text", ["", "def build():\n    return Org('A')\n", "org = 'A'\n"])
def test_a_script_without_organisation_is_told_what_to_write(script, text):
    """None at all, or one inside a function."""
    (found,) = refusals(script(text))
    assert found.startswith("plan.py: The script leaves no organisation. Write 'org = Org(...)'")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("org = Org('A')\n1 / 0\n", "plan.py:3: ZeroDivisionError: division by zero"),
        ("def f():\n    raise ValueError('a: b')\nf()\n", "plan.py:3: ValueError: a: b"),
        ("raise KeyError\n", "plan.py:2: KeyError"),
        ("import json\njson.loads('{')\n", "plan.py:3: JSONDecodeError: Expecting"),
        ("def f(): return f()\nf()\n", "plan.py:2: RecursionError: maximum recursion"),
        ("org = = 1\n", "plan.py:2: This is not Python: invalid syntax."),
        ("if 1:\nx = 1\n", "plan.py:3: This is not Python: expected an indented block"),
        ("import no_such_module\n", "plan.py:2: ModuleNotFoundError: No module named"),
        ("import sys\nsys.exit()\n", "plan.py:3: The script ends early (sys.exit with None)."),
        ("exit_code = 3\nraise SystemExit(exit_code)\n", "plan.py:3: The script ends early"),
        ("Position('a', fte=3)\n", "plan.py:2: Position 'a': fte should be less than or equal"),
        ("Position('a', report_to='b')\n",
         "plan.py:2: Position 'a': there is no field 'report_to'; did you mean 'reports_to'?"),
        ("Customer('a', revenue=float('nan'))\n", "plan.py:2: Customer 'a': revenue should be a"),
        ("Position('a', reports_to=Territory('b'))\n", "plan.py:2: Position 'a': reports_to expe"),
        ("raise OSError('a\\n  b')\n", "plan.py:2: OSError: a b"),
        ("Org(' ')\n", "plan.py:2: The organisation needs a name."),
    ],
)  # fmt: skip
def test_a_mistake_in_a_script_is_told_in_its_line(script, text, said):
    """The line of the script, not of what it calls, and no traceback."""
    (found,) = refusals(script(text))
    assert found.startswith(said)
    assert "\n" not in found


def test_all_wrong_fields_of_a_value_are_told(script):
    """One problem for each, all in the line of the value."""
    assert len(refusals(script("Position('a', fte=3, grade='x', report_to=1)\n"))) == 3


def test_a_script_given_by_its_whole_path_is_named_shortly(script, tmp_path):
    """As its entities are, so that all lines of a report look alike."""
    for text in ("1 / 0\n", "org = = 1\n", ""):
        (found,) = refusals(tmp_path / script(text))
        assert found.startswith("plan.py:")


def test_a_problem_without_place_gets_the_line_of_the_script(script):
    """Such as that of a design that the script makes up."""
    text = "from orgmodel.model import DesignError, Problem\nraise DesignError([Problem('No.')])\n"
    assert refusals(script(text)) == ["plan.py:3: No."]


def test_a_second_entity_of_the_same_id_names_both_lines(script):
    """What the organisation refuses is told as it says it."""
    (found,) = refusals(script("o = Org('A')\no.add(Position('a'))\no.add(Position('a'))\n"))
    assert found.startswith("plan.py:4: There is a position 'a' already, added at plan.py:3")


def test_a_script_may_import_its_neighbours(script):
    """As when it is run by itself; a mistake in a neighbour is told there."""
    script("ROLE = 'boss'\n", "neighbour.py")
    org = load(script("from neighbour import ROLE\norg = Org('A')\norg.add(Position('a', ROLE))\n"))
    assert org.get(Position, "a").role == "boss"
    script("1 / 0\n", "neighbour.py")
    (found,) = refusals("plan.py")
    assert found.startswith("neighbour.py:2: ZeroDivisionError")


def test_namesakes_beside_two_scripts_are_kept_apart(script):
    """Two versions of a design can be loaded one after the other."""
    text = "import shared\nfrom package import inner\norg = Org(shared.NAME + inner.NAME)\n"
    for folder in ("one", "two"):
        script(f"NAME = '{folder} '\n", f"{folder}/shared.py")
        script(text, f"{folder}/plan.py")
    for folder in ("one", "two"):
        inside = f"{folder}/package"
        script("", f"{inside}/__init__.py")
        script(f"NAME = '{folder}'\n", f"{inside}/inner.py")
    assert load("one/plan.py").name == "one one"
    assert load("two/plan.py").name == "two two"


def test_nothing_is_left_behind(script):
    """Search path, arguments and modules are as before, whether the script fails or not."""
    before = list(sys.path), sys.argv, sys.stdout
    script("NAME = 'A'\n", "neighbour.py")
    text = "import neighbour, sys\nassert sys.argv == ['plan.py']\norg = Org(neighbour.NAME)\n"
    load(script(text))
    refusals(script("import neighbour\n1 / 0\n"))
    assert (list(sys.path), sys.argv, sys.stdout) == before
    assert not {"neighbour", "__orgmodel__"} & set(sys.modules)


def test_what_a_script_prints_goes_to_standard_error(script, capsys):
    """So that reports on standard output stay readable by programs."""
    load_script(script("print('hello')\norg = Org('A')\n"))
    assert capsys.readouterr() == ("", "hello\n")


def test_ctrl_c_in_a_script_stays_ctrl_c(script):
    """Stopping is no problem of the design."""
    with pytest.raises(KeyboardInterrupt):
        load(script("raise KeyboardInterrupt\n"))


@pytest.mark.parametrize(
    ("raised", "sentence"),
    [
        ("class E(BaseException): pass\nraise E('too much')", "E: too much"),
        ("import pytest\npytest.fail('not so')", "Failed: not so"),
        ("import asyncio\nraise asyncio.CancelledError", "CancelledError"),
        (
            "class E(Exception):\n    def __str__(self): raise ValueError\nraise E",
            "E: it has no text that can be shown.",
        ),
    ],
)
def test_whatever_a_script_raises_is_a_problem_of_it(tmp_path, raised, sentence):
    """Errors that are no Exception, and errors that fail in saying what they are."""
    (tmp_path / "design.py").write_text(raised)
    with pytest.raises(DesignError) as error:
        load(tmp_path / "design.py")
    assert sentence in str(error.value)


def test_interrupting_a_script_interrupts_the_command(tmp_path):
    """Ctrl-C is not a mistake of the script."""
    (tmp_path / "design.py").write_text("raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        load(tmp_path / "design.py")
