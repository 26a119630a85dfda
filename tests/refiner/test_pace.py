"""How far frames have come, read off them."""

from __future__ import annotations

import numpy as np
import pytest

from pipelines.refiner.pace import Pace
from pipelines.values import Image
from tests.refiner.moving import passing

WAY = 12


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.85, 1.0])
def test_a_frame_is_found_where_it_lies_not_where_it_is_due(share: float) -> None:
    pace = Pace(passing(20), passing(20 + WAY))
    frame = passing(20 + WAY * share)
    assert pace.come_to(frame, share) == share
    assert pace.come_to(frame, 0.35) == pytest.approx(share, abs=0.06)


def test_what_lies_nowhere_between_is_taken_for_on_time() -> None:
    pace = Pace(passing(20), passing(32))
    noise = np.random.default_rng(1).integers(0, 256, (64, 64, 3), np.uint8)
    assert pace.come_to(Image(noise), 0.3) == 0.3
