"""Clips on larger canvases, in a graph."""

from __future__ import annotations

import numpy as np

from nodes.flat_node import FlatRef
from tests.library.stage import Stage, graph_of
from tests.region.films import noisy_film


def test_a_clip_stands_on_its_canvas_and_the_mask_is_what_is_new(stage: Stage) -> None:
    film = noisy_film(2, (40, 30), bits=16)
    parameters = {"left": 10, "share": 10.0, "overlap": 2, "feather": 0, "multiple": 16}
    results = stage.run(graph_of("frame.outpaint_canvas", [film], parameters), "it")
    image, mask = (results.values[FlatRef("it", name)] for name in ("image", "mask"))
    assert (image.format.width, image.format.height) == (64, 48)
    assert image.format.fps == film.format.fps
    for made, white, frame in zip(
        *(stage.pictures(one) for one in (image, mask, film)), strict=True
    ):
        kept = white.pixels == 0
        rows, columns = np.nonzero(kept)
        assert (np.ptp(rows) + 1, np.ptp(columns) + 1) == (26, 36)
        assert np.array_equal(made.pixels[kept], frame.pixels[2:-2, 2:-2].reshape(-1, 3))
        assert (made.pixels[0] == 0x80 * 257).all()


def test_a_picture_whose_canvas_is_no_larger_has_nothing_new(stage: Stage) -> None:
    film = noisy_film(1, (32, 16))
    results = stage.run(graph_of("frame.outpaint_canvas", [film], {}), "it")
    assert not stage.pictures(results.values[FlatRef("it", "mask")])[0].pixels.any()
