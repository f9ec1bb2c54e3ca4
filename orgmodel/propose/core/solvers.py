"""The solvers, which are libraries of the extra `propose`."""

from importlib import import_module
from types import ModuleType

from orgmodel.propose.core.errors import ProposeError


def solver(module: str) -> ModuleType:
    """Return a module of a solver.

    Args:
        module: Its full name, such as ``ortools.graph.python.min_cost_flow``.

    Raises:
        ProposeError: If it is not installed; the sentence says what to install.
    """
    try:
        return import_module(module)
    except ImportError as error:
        sentence = "Proposals need the extra 'propose': pip install 'orgmodel[propose]'."
        raise ProposeError(sentence) from error
