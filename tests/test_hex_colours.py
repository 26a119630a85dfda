"""Colours as people write them."""

from __future__ import annotations

import pytest

from pipelines.errors import MismatchError
from pipelines.hex_colours import rgb, rgba


def test_a_colour_is_read_with_and_without_alpha() -> None:
    assert rgb("#0a14FF") == (10, 20, 255)
    assert rgba("#ff000080") == (1.0, 0.0, 0.0, 128 / 255)
    assert rgba("#000000")[3] == 1


@pytest.mark.parametrize("text", ["", "red", "#12345", "#12345g", "#1234567", "1234567"])
def test_what_is_no_colour_is_refused_with_a_mend(text: str) -> None:
    with pytest.raises(MismatchError, match="Write it as #rrggbb"):
        rgb(text)
