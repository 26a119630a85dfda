"""A picture from a file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pipelines.errors import MissingFileError, UnreadableFileError, UntrustedError
from pipelines.media.pictures import write_picture
from tests.library.stage import Stage, flat


def allow(path: Path) -> bool:
    """The person says yes."""
    return True


def test_a_picture_keeps_its_alpha_and_16_bits(stage: Stage) -> None:
    still = flat(30_000, channels=4, bits=16)
    write_picture(stage.folder / "still.png", still, bits=16)
    assert np.array_equal(stage.call("load.image", path="still.png").pixels, still.pixels)


def test_a_picture_that_was_saved_again_is_loaded_again(stage: Stage) -> None:
    write_picture(stage.folder / "still.png", flat(10))
    assert stage.call("load.image", path="still.png").pixels[0, 0, 0] == 10
    write_picture(stage.folder / "still.png", flat(20))
    assert stage.call("load.image", path="still.png").pixels[0, 0, 0] == 20


@pytest.mark.parametrize(
    ("name", "written", "kind"),
    [
        ("gone.png", None, MissingFileError),
        ("empty.png", b"", UnreadableFileError),
        ("words.png", b"these are words", UnreadableFileError),
    ],
)
def test_a_file_that_is_no_picture_is_refused_with_a_mend(
    stage: Stage, name: str, written: bytes | None, kind: type[Exception]
) -> None:
    if written is not None:
        (stage.folder / name).write_bytes(written)
    failure = stage.failure("load.image", path=name)
    assert isinstance(failure.__cause__, kind)
    assert name in str(failure)
    assert failure.mend


def test_a_picture_outside_the_folder_needs_consent(stage: Stage) -> None:
    from tests.library.stage import graph_of

    outside = stage.folder.parent / "outside.png"
    write_picture(outside, flat(10))
    made = graph_of("load.image", (), {"path": str(outside)})
    failure = stage.run(made, "it").failures["it"]
    assert isinstance(failure.__cause__, UntrustedError) or "outside" in str(failure)
    assert stage.value(made, "it", may_read=allow).pixels[0, 0, 0] == 10
