"""Light and colours."""

from __future__ import annotations

import numpy as np

from tests.library.stage import Stage, flat


def test_the_defaults_change_nothing(stage: Stage) -> None:
    assert np.array_equal(stage.call("image.colour_adjust", flat(77)).pixels, flat(77).pixels)


def test_contrast_spreads_about_mid_grey(stage: Stage) -> None:
    out = stage.call("image.colour_adjust", flat(100), contrast=3.0)
    assert out.pixels[0, 0, 0] == (100 - 127.5) * 3 + 127.5


def test_alpha_is_left_alone(stage: Stage) -> None:
    out = stage.call("image.colour_adjust", flat(100, channels=4), exposure=2.0)
    assert (out.pixels[..., 3] == 128).all()
    assert (out.pixels[..., :3] > 100).all()
