"""What carried masks are trusted for."""

from __future__ import annotations

import numpy as np
import pytest

from pipelines.premultiplied import Floats
from pipelines.segmentation.colours import colour_numbers, shares
from pipelines.segmentation.trust import Trust
from pipelines.values import Pixels8

SIZE = 64


def disc(radius: float, *, x: float = 32) -> Floats:
    rows, columns = np.mgrid[:SIZE, :SIZE]
    return (np.hypot(rows - 32, columns - x) < radius).astype(np.float32)


def picture() -> Pixels8:
    return np.where(disc(14)[..., None] > 0, [200, 40, 40], [40, 90, 200]).astype(np.uint8)


def trust() -> Trust:
    numbers, inside = colour_numbers(picture()), disc(14) > 0.5
    return Trust(inside, np.log(shares(numbers[inside]) / shares(numbers[~inside])))


def sure(mask: Floats, *, landed: Floats | None = None) -> float:
    return trust().confidence(mask, (disc(14) if landed is None else landed) > 0.5, picture())


def test_what_is_as_the_key_is_trusted_though_less_than_a_key() -> None:
    assert 0.9 < sure(disc(14)) < 1


def test_what_is_gone_is_not_trusted() -> None:
    assert sure(np.zeros((SIZE, SIZE), np.float32)) == 0


@pytest.mark.parametrize(
    "worse",
    [
        pytest.param(disc(14, x=40), id="beside what has its colours"),
        pytest.param(disc(9), id="smaller"),
        pytest.param(disc(14) * np.float32(0.7), id="neither in nor out"),
        pytest.param(disc(14) * (np.mgrid[:SIZE, :SIZE][0] % 3 > 0), id="frayed"),
    ],
)
def test_what_departs_from_the_key_is_trusted_less(worse: Floats) -> None:
    assert sure(worse.astype(np.float32)) < sure(disc(14)) - 0.05


def test_a_mask_that_left_its_shape_behind_is_trusted_less() -> None:
    assert sure(disc(14), landed=disc(14, x=44)) < sure(disc(14)) - 0.01
