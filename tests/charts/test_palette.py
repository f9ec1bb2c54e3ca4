from itertools import combinations

import numpy as np
import pytest

from orgmodel.charts.canvas.palette import OWN

# Machado, Oliveira and Fernandes (2009), full severity, in linear RGB.
PROTAN = np.array(
    [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.052]]
)
DEUTAN = np.array(
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
)
XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.9505, 1.0, 1.089])


def seen(colour, eye):
    """Return a colour in CIELAB, as an eye sees it."""
    rgb = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    x, y, z = np.cbrt(XYZ @ np.clip(eye @ linear, 0, 1) / WHITE)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("eye", [np.eye(3), PROTAN, DEUTAN])
def test_own_colours_are_told_apart_by_all_eyes(eye):
    """The colours of a company's own roles differ clearly, to red- and green-blind eyes too."""
    for one, other in combinations(OWN, 2):
        assert np.linalg.norm(seen(one.colour, eye) - seen(other.colour, eye)) > 15
