"""Layers become a picture by the formulas of W3C Compositing and Blending."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from pipelines.digest import Digest
from pipelines.errors import MismatchError
from pipelines.frames import FrameRef, PictureFrames, read
from pipelines.painting.composite import WHITE, composite, drawing_key
from pipelines.painting.panel_frames import PanelFrames, letterbox
from pipelines.painting.tiles import MemoryTiles, cut
from pipelines.panels import BlendMode, Layer, LayerRole, Panel
from pipelines.values import Image

Colour = tuple[int, int, int, int]

SEPARABLE: dict[BlendMode, Callable[[float, float], float]] = {
    BlendMode.NORMAL: lambda cb, cs: cs,
    BlendMode.MULTIPLY: lambda cb, cs: cb * cs,
    BlendMode.SCREEN: lambda cb, cs: cb + cs - cb * cs,
    BlendMode.OVERLAY: lambda cb, cs: 2 * cb * cs if cb <= 0.5 else 1 - 2 * (1 - cb) * (1 - cs),
    BlendMode.DARKEN: min,
    BlendMode.LIGHTEN: max,
}


def flat(store: MemoryTiles, colour: Colour, **attributes: object) -> Layer:
    """A layer of 3 x 2 pixels of one colour."""
    pixels = np.full((2, 3, 4), colour, np.uint8)
    layer = Layer(id="flat", tiles=cut(Image(pixels), store))
    return replace(layer, **attributes)


def expected(below: Colour, above: Colour, mode: BlendMode, opacity: float) -> list[float]:
    """Section 9.1, then section 5, in straight 0..255."""
    ab, a_s = below[3] / 255, above[3] / 255 * opacity
    total = min(ab + a_s, 1) if mode is BlendMode.ADD else ab + a_s - ab * a_s
    result: list[float] = []
    for channel in range(3):
        cb, cs = below[channel] / 255, above[channel] / 255
        if mode is BlendMode.ADD:
            mixed = min(a_s * cs + ab * cb, 1)
        else:
            source = (1 - ab) * cs + ab * SEPARABLE[mode](cb, cs)
            mixed = a_s * source + (1 - a_s) * ab * cb
        result.append(mixed / total * 255 if total else 0)
    return [min(value, 255) for value in result] + [total * 255]


colours = st.tuples(*[st.integers(0, 255)] * 4)


@settings(max_examples=150, deadline=None)
@given(colours, colours, st.sampled_from(list(BlendMode)), st.sampled_from([1.0, 0.25]))
def test_every_blend_mode_follows_its_formula(
    below: Colour, above: Colour, mode: BlendMode, opacity: float
) -> None:
    store = MemoryTiles()
    layers = [flat(store, below), flat(store, above, blend=mode, opacity=opacity)]
    got = composite(layers, (3, 2), store).pixels
    wanted = expected(below, above, mode, opacity)
    assert abs(float(got[1, 2, 3]) - wanted[3]) <= 0.51
    if got[1, 2, 3]:
        assert np.abs(got[1, 2].astype(float) - wanted).max() <= 0.51
    else:
        assert not got.any()


@settings(max_examples=50, deadline=None)
@given(colours, st.sampled_from(list(BlendMode)))
def test_on_paper_the_picture_is_opaque_and_has_three_channels(
    above: Colour, mode: BlendMode
) -> None:
    store = MemoryTiles()
    layer = flat(store, above, blend=mode)
    got = composite([layer], (4, 2), store, paper=(200, 100, 0)).pixels
    assert got.shape == (2, 4, 3)
    assert np.abs(got[0, 0] - expected((200, 100, 0, 255), above, mode, 1)[:3]).max() <= 0.51
    assert got[0, 3].tolist() == [200, 100, 0]


def test_half_black_over_white_over_red_can_be_worked_out_by_hand() -> None:
    store = MemoryTiles()
    layers = [flat(store, (255, 0, 0, 255)), flat(store, (0, 0, 0, 128))]
    assert composite(layers, (1, 1), store, paper=WHITE).pixels.tolist() == [[[127, 0, 0]]]


@pytest.mark.parametrize("paper", [None, WHITE])
def test_a_single_opaque_layer_is_untouched_to_the_bit(paper: tuple[int, int, int] | None) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (30, 300, 4), np.uint8)
    pixels[..., 3] = 255
    store = MemoryTiles()
    layer = Layer(id="a", tiles=cut(Image(pixels.copy()), store))
    got = composite([layer], (300, 30), store, paper=paper).pixels
    assert (got == pixels[..., : got.shape[2]]).all()


def test_a_single_translucent_layer_is_untouched_where_it_shows() -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (30, 300, 4), np.uint8)
    pixels[pixels[..., 3] == 0] = 0
    store = MemoryTiles()
    layer = Layer(id="a", tiles=cut(Image(pixels.copy()), store))
    assert (composite([layer], (300, 30), store).pixels == pixels).all()


@pytest.mark.parametrize(
    "role", [LayerRole.NOTES, LayerRole.REFERENCE, LayerRole.CONTROL, LayerRole.MASK]
)
def test_what_is_not_picture_stays_out_of_the_picture(role: LayerRole) -> None:
    store = MemoryTiles()
    layer = flat(store, (9, 9, 9, 255), role=role)
    assert not composite([layer], (3, 2), store).pixels.any()
    assert composite([layer], (3, 2), store, roles={role}).pixels.any()
    assert drawing_key([layer], (3, 2)) == drawing_key([], (3, 2))


def test_hidden_layers_and_layers_without_opacity_do_not_show() -> None:
    store = MemoryTiles()
    hidden = flat(store, (9, 9, 9, 255), visible=False)
    clear = flat(store, (9, 9, 9, 255), opacity=0.0)
    assert not composite([hidden, clear], (3, 2), store).pixels.any()
    assert drawing_key([hidden, clear], (3, 2)) == drawing_key([], (3, 2))


def test_pixels_outside_the_frame_change_neither_picture_nor_key() -> None:
    store = MemoryTiles()
    pixels = np.full((2, 2, 4), 255, np.uint8)
    outside = Layer(id="a", tiles=cut(Image(pixels), store, at=(-300, 600)))
    assert not composite([outside], (64, 64), store).pixels.any()
    assert drawing_key([outside], (64, 64)) == drawing_key([], (64, 64))


def test_the_key_ignores_names_and_locks_and_sees_all_else() -> None:
    store = MemoryTiles()
    one, two = flat(store, (9, 9, 9, 255)), flat(store, (8, 9, 9, 255))
    key = drawing_key([one, two], (3, 2))
    assert drawing_key([replace(one, name="Hair", locked=True, id="b"), two], (3, 2)) == key
    others = [
        drawing_key([two, one], (3, 2)),
        drawing_key([one], (3, 2)),
        drawing_key([one, replace(two, opacity=0.5)], (3, 2)),
        drawing_key([one, replace(two, blend=BlendMode.SCREEN)], (3, 2)),
        drawing_key([one, two], (3, 3)),
        drawing_key([one, two], (3, 2), paper=WHITE),
        drawing_key([one, two], (3, 2), backdrop=Digest("b")),
    ]
    assert len({key, *others}) == 8


def test_a_backdrop_lies_between_paper_and_layers() -> None:
    store = MemoryTiles()
    backdrop = Image(np.array([[[0, 0, 200, 255], [0, 0, 200, 0]]], np.uint8))
    ink = flat(store, (255, 0, 0, 51))
    got = composite([ink], (2, 1), store, paper=(0, 100, 0), backdrop=backdrop)
    assert got.pixels.tolist() == [[[51, 0, 160], [51, 80, 0]]]
    with pytest.raises(MismatchError):
        composite([ink], (9, 9), store, backdrop=backdrop)


def test_a_backdrop_without_paper_keeps_its_alpha() -> None:
    backdrop = Image(np.array([[[0, 0, 200, 7], [1, 2, 3, 0]]], np.uint8))
    got = composite([], (2, 1), MemoryTiles(), backdrop=backdrop)
    assert got.pixels.tolist() == [[[0, 0, 200, 7], [1, 2, 3, 0]]]


def test_a_picture_is_fitted_inside_and_centred() -> None:
    wide = Image(np.full((2, 8, 3), 50, np.uint8))
    got = letterbox(wide, (4, 5), paper=WHITE).pixels
    assert got[..., 0].tolist() == [[255] * 4] * 2 + [[50] * 4] + [[255] * 4] * 2
    assert letterbox(wide, (4, 5), paper=None).pixels[..., 3].max(axis=1).tolist() == [
        0,
        0,
        255,
        0,
        0,
    ]


def test_a_sixteen_bit_picture_with_alpha_is_shrunk_without_dark_fringes() -> None:
    pixels = np.zeros((4, 4, 4), np.uint16)
    pixels[:, :3] = 65535
    got = letterbox(Image(pixels), (2, 2), paper=None).pixels
    assert got[0].tolist() == [[255, 255, 255, 255], [255, 255, 255, 128]]


def test_each_panel_is_a_frame_over_its_own_picture() -> None:
    store = MemoryTiles()
    panels = [Panel(id="a", layers=(flat(store, (255, 0, 0, 255)),)), Panel(id="b")]
    imported = PictureFrames([Image(np.full((2, 4, 3), 60, np.uint8))], [Digest("imported")])
    frames = PanelFrames(panels, (4, 2), store, backdrops=(None, FrameRef(imported, 0)))
    assert len(frames) == 2
    assert read(frames, 0).pixels[0].tolist() == [[255, 0, 0]] * 3 + [[255, 255, 255]]
    assert (read(frames, 1).pixels == 60).all()
    alone = PanelFrames(panels, (4, 2), store)
    assert alone.key(0) == frames.key(0)
    assert alone.key(1) != frames.key(1)
    with pytest.raises(MismatchError):
        PanelFrames(panels, (4, 2), store, backdrops=(None,))


def test_a_part_of_the_layers_can_be_shown_by_itself() -> None:
    store = MemoryTiles()
    layers = (flat(store, (9, 9, 9, 255), id="back"), flat(store, (200, 0, 0, 255), id="hand"))
    panels = [Panel(id="a", layers=layers)]
    back = PanelFrames(panels, (3, 2), store, paper=None, only={"back"})
    assert (read(back, 0).pixels == (9, 9, 9, 255)).all()
    assert back.key(0) == PanelFrames(
        [Panel(id="b", layers=layers[:1])], (3, 2), store, paper=None
    ).key(0)
