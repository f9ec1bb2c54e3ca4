"""Rules that other distributions bring."""

import importlib
import sys
import textwrap

import pytest
from rules.findings import design

from orgmodel import validate
from orgmodel.rules import RULES, PluginError, all_rules, load_plugins

MODULE = '''
from orgmodel.rules import rule
from orgmodel.rules.families.reporting_lines.structure import reporting_loop  # only to build on it

@rule("{code}", "warning", origin="house rule")
def {name}(design):
    """Heads should be called Ann."""
    for head in design.lines.heads:
        if head.held_by != "Ann":
            yield head, f"The head is called '{{head.held_by}}'."

EVERY = [{name}]
'''


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Lay distributions with rules where Python finds them, and take them away again."""
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)

    def lay(distribution, value="", *, code="XAC101", name="head_not_called_ann", module=None):
        package = distribution.replace("-", "_")
        text = MODULE.format(code=code, name=name) if module is None else module
        (tmp_path / f"{package}.py").write_text(textwrap.dedent(text))
        info = tmp_path / f"{package}-1.2.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.2\n"
        )
        (info / "entry_points.txt").write_text(f"[orgmodel.rules]\n{package} = {package}{value}\n")
        importlib.invalidate_caches()

    yield lay
    for name in set(sys.modules) - before:
        del sys.modules[name]


def test_without_plugins_there_are_the_rules_of_the_package():
    """Nothing is found that nobody installed."""
    assert load_plugins(RULES) == ()
    assert all_rules() == RULES


@pytest.mark.parametrize("value", ["", ":EVERY", ":head_not_called_ann"])
def test_an_entry_point_names_a_module_or_rules(install, value):
    """A module, or rules in a list; one rule alone is no list."""
    install("acme-rules", value)
    if value == ":head_not_called_ann":
        with pytest.raises(PluginError, match="neither a module nor a list"):
            load_plugins(RULES)
        return
    (plugin,) = load_plugins(RULES)
    assert plugin.distribution == "acme-rules 1.2"
    assert [rule.code for rule in plugin.rules] == ["XAC101"]


def test_plugins_apply_where_they_are_asked_for(install):
    """Checking in Python takes the rules of the package unless told; settings know both."""
    install("acme-rules")
    org = design("positions:\n  zoe: {role: sales_director, held_by: Zoe}\n")
    assert "XAC101" not in {finding.code for finding in validate(org)}
    (finding,) = (f for f in validate(org, rules=all_rules()) if f.code == "XAC101")
    assert str(finding).endswith("XAC101 The head is called 'Zoe'. [head-not-called-ann]")


@pytest.mark.parametrize(
    "code", ["ABC101", "ORG101", "X101", "XAB1", "XABC10", "xab101", "XAB\u0661\u0660\u0661"]
)
def test_codes_of_others_begin_with_x(install, code):
    """So that no later rule of the package takes theirs."""
    install("acme-rules", code=code)
    with pytest.raises(PluginError, match=r"of acme-rules 1\.2 needs a code of X"):
        load_plugins(RULES)


def test_names_of_the_package_are_taken(install):
    """Settings name rules by their names, too."""
    install("acme-rules", name="span_too_wide")
    with pytest.raises(PluginError, match=r"called span-too-wide: of orgmodel and of acme-rules"):
        load_plugins(RULES)


def test_plugins_must_not_share_a_code(install):
    """Both distributions are named."""
    install("acme-rules")
    install("brio-rules", name="another")
    with pytest.raises(PluginError, match=r"XAC101: of acme-rules 1\.2 and of brio-rules 1\.2"):
        load_plugins(RULES)


@pytest.mark.parametrize(
    ("module", "value", "said"),
    [
        ("1 / 0", "", "cannot be loaded: ZeroDivisionError"),
        ("import no_such_module", "", "cannot be loaded: ModuleNotFoundError"),
        ("x = 1", ":y", "cannot be loaded: AttributeError"),
        ("x = 1", ":x", "neither a module nor a list"),
        ("x = [1]", ":x", "holds 1, which is not a rule"),
    ],
)
def test_plugins_that_cannot_be_used_are_named(install, module, value, said):
    """With the distribution, the reason, and the way out."""
    install("acme-rules", value, module=module)
    with pytest.raises(PluginError, match=r"The rules of acme-rules 1\.2 cannot") as caught:
        load_plugins(RULES)
    assert said in str(caught.value)
    assert "--no-plugins" in str(caught.value)
