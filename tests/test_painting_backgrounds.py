"""A background that panels share is one layer: what is done to it is done wherever it lies."""

from __future__ import annotations

from msgspec.structs import replace

from pipelines.painting.backgrounds import made_own, shared_with, sharers, spread, told_apart
from pipelines.panels import Layer, LayerRole, Panel

SKY = Layer(id="sky", role=LayerRole.BACKGROUND)
INK = Layer(id="ink")


def board() -> tuple[Panel, ...]:
    """Three panels; the first two share the sky."""
    return (
        Panel(id="a", layers=(SKY, INK)),
        Panel(id="b", layers=(INK, SKY)),
        Panel(id="c", layers=(INK,)),
    )


def changed(panel: Panel, layer: Layer) -> Panel:
    layers = tuple(layer if one.id == layer.id else one for one in panel.layers)
    return replace(panel, layers=layers)


def test_a_change_of_a_shared_background_changes_all_that_share_it() -> None:
    first, second, _ = board()
    faint = replace(SKY, opacity=0.5)
    assert spread(board(), changed(first, faint)) == (
        changed(second, faint),
        changed(first, faint),
    )


def test_a_change_of_a_drawing_changes_its_panel_alone() -> None:
    faint = changed(board()[0], replace(INK, opacity=0.5))
    assert spread(board(), faint) == (faint,)


def test_a_background_that_is_taken_away_stays_elsewhere() -> None:
    bare = replace(board()[0], layers=(INK,))
    assert spread(board(), bare) == (bare,)


def test_another_layer_of_that_id_that_becomes_a_background_stays_another() -> None:
    third = replace(board()[2], layers=(replace(SKY, opacity=0.3),))
    (made,) = spread(board(), third)
    assert made.layers[0].id not in ("sky", "ink") and made.layers[0].opacity == 0.3


def test_an_equal_background_is_the_same_one() -> None:
    third = replace(board()[2], layers=(SKY,))
    assert spread(board(), third) == (third,)


def test_a_background_is_made_a_panels_own_and_shared_again() -> None:
    own = made_own(board(), board()[0], "sky")
    assert own.layers[0] == replace(SKY, id=own.layers[0].id) and own.layers[0].id != "sky"
    assert sharers((own, *board()[1:]), "sky") == ("b",)
    (third,) = shared_with(board(), SKY, {"a", "c"})
    assert third.id == "c" and third.layers == (SKY, INK)


def test_sharing_takes_the_place_of_a_layer_of_its_id() -> None:
    panels = (board()[0], Panel(id="b", layers=(INK, Layer(id="sky"))))
    assert shared_with(panels, SKY, {"b"}) == (Panel(id="b", layers=(INK, SKY)),)


def test_backgrounds_that_differ_are_told_apart_and_equal_ones_stay_one() -> None:
    night = replace(SKY, opacity=0.2)
    panels = (*board(), Panel(id="d", layers=(night,)), Panel(id="e", layers=(night, INK)))
    made = told_apart(panels)
    assert made[:3] == board()
    assert made[3].layers[0].id == made[4].layers[0].id != "sky"
    assert sharers(made, "sky") == ("a", "b")
    assert told_apart(made) == made
