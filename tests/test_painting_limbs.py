"""Layers that follow layers: trees without circles, and moves that add up."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pipelines.errors import MismatchError
from pipelines.painting.lifted import similarity
from pipelines.painting.limbs import depths, followers, hung, motion, moved
from pipelines.panels import AT_REST, Layer, Panel

TURNS = st.floats(-180, 180)
SHIFTS = st.tuples(st.floats(-500, 500), st.floats(-500, 500))


def figure() -> Panel:
    """A body, an arm on it, and a hand on the arm."""
    body, arm, hand, hat = (Layer(id=name) for name in ("body", "arm", "hand", "hat"))
    layers = (body, replace(arm, parent="body"), replace(hand, parent="arm"), hat)
    return Panel(id="p", layers=layers)


def test_what_follows_a_layer_is_found_at_any_distance() -> None:
    layers = figure().layers
    assert followers(layers, "body") == {"arm", "hand"}
    assert followers(layers, "hand") == frozenset()
    assert depths(layers) == {"body": 0, "arm": 1, "hand": 2, "hat": 0}


def test_a_layer_is_hung_on_another_and_taken_off() -> None:
    made = hung(figure(), "hat", "hand")
    assert depths(made.layers)["hat"] == 3
    assert hung(made, "hat", "") == figure()


@pytest.mark.parametrize(("layer", "parent"), [("body", "hand"), ("body", "body"), ("arm", "hand")])
def test_a_circle_is_refused(layer: str, parent: str) -> None:
    with pytest.raises(MismatchError, match="hangs on"):
        hung(figure(), layer, parent)


def test_a_parent_that_is_not_in_the_panel_holds_nothing() -> None:
    layers = (Layer(id="a", parent="gone"), Layer(id="b", parent="a"))
    assert depths(layers) == {"a": 0, "b": 1}
    with pytest.raises(MismatchError):
        hung(figure(), "hat", "gone")


def test_a_circle_from_a_file_does_not_hang() -> None:
    layers = (Layer(id="a", parent="b"), Layer(id="b", parent="a"))
    assert set(depths(layers)) == {"a", "b"} and followers(layers, "a") == {"a", "b"}


def test_a_pivot_moves_along() -> None:
    layer = moved(Layer(id="a", pivot=(10, 20)), similarity((0, 0), degrees=90))
    assert layer.pivot == pytest.approx((-20, 10))
    assert moved(Layer(id="a"), similarity((0, 0), degrees=90)).pivot is None


@given(TURNS, SHIFTS, TURNS, SHIFTS)
def test_the_motion_between_panels_is_what_the_hand_did_last(
    turn: float, shift: tuple[float, float], again: float, move: tuple[float, float]
) -> None:
    first = moved(Layer(id="a"), similarity((40, 30), degrees=turn, move=shift))
    gesture = similarity((200, 90), degrees=again, move=move)
    assert np.allclose(motion(first, moved(first, gesture)), gesture, atol=1e-4)
    assert np.allclose(motion(first, first), similarity((0, 0)), atol=1e-6)


def test_a_layer_that_was_never_moved_is_at_rest() -> None:
    assert moved(Layer(id="a"), similarity((5, 5))).pose == AT_REST
