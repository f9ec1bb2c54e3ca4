"""What `orgmodel init` leaves behind."""

import pytest
from click.testing import CliRunner

from orgmodel.cli import main


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(main, words)


@pytest.mark.parametrize("name", ["design.yaml", "design.yml", "plan.py"])
def test_the_design_to_start_from_is_sound(run, name):
    """A newcomer begins with a design that has no finding, in either notation."""
    assert run("init", name).exit_code == 0
    checked = run("check", name, "--fail-on", "info")
    assert checked.output.startswith("No findings;")
    assert checked.exit_code == 0


def test_the_script_to_start_from_runs_by_itself(run, tmp_path):
    """The script is a program: it judges and draws."""
    run("init", "plan.py")
    space = {"__name__": "__main__"}
    exec(compile((tmp_path / "plan.py").read_text(), "plan.py", "exec"), space)  # noqa: S102 - our own
    assert (tmp_path / "aurora.png").read_bytes().startswith(b"\x89PNG")


def test_what_is_there_is_kept(run, tmp_path):
    """A design is only replaced when that is asked for."""
    (tmp_path / "design.yaml").write_text("name: Mine\n")
    refused = run("init")
    assert (refused.exit_code, (tmp_path / "design.yaml").read_text()) == (2, "name: Mine\n")
    assert "Use --force to replace it." in refused.output
    assert run("init", "--force").exit_code == 0
    assert "Aurora" in (tmp_path / "design.yaml").read_text()


def test_a_design_has_one_of_few_suffixes(run, tmp_path):
    """A name that no command would read afterwards is refused."""
    assert run("init", "design.txt").exit_code == 2
    assert not list(tmp_path.iterdir())


def test_a_misspelt_command_names_the_nearest():
    """A slip of the fingers is answered with the command that was meant."""
    assert "Did you mean 'check'?" in CliRunner().invoke(main, ["chekc", "x"]).output
