"""The command that reports which dependency moved since the tests last passed."""

from tests import newest


def test_moved_packages_are_named_with_both_releases():
    """Direct dependencies come first; what came and what went is named, what stayed is not."""
    old = {"click": "8.2.0", "iniconfig": "2.0", "numpy": "2.0", "toml": "1"}
    new = {"click": "8.3.0", "iniconfig": "2.1", "numpy": "2.0", "pydantic": "2.12"}
    assert list(newest.moves(old, new)) == [
        "click 8.2.0 -> 8.3.0",
        "pydantic new: 2.12",
        "iniconfig 2.0 -> 2.1 (not asked for directly)",
        "toml gone: 1 (not asked for directly)",
    ]


def test_packages_are_the_same_in_any_spelling():
    """Registries write one name in several ways."""
    assert newest.pins("PyYAML==6.0.2  # why\nruamel_yaml==1 ; python_version > '3'\n\n# x\n") == {
        "pyyaml": "6.0.2",
        "ruamel-yaml": "1",
    }


def test_what_is_installed_is_found_through_all_dependencies():
    """Dependencies of dependencies move, too."""
    assert {"click", "numpy", "iniconfig", "pydantic-core"} <= newest.installed().keys()
