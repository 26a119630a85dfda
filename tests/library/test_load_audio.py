"""Sound from a file."""

from __future__ import annotations

import pytest

from pipelines.media.writing import write_video
from pipelines.values import ClipFormat
from tests.library.stage import Stage, flat
from tests.media.films import pitch_of, tone


def test_the_sound_of_a_film_is_read(stage: Stage) -> None:
    frames = [flat(1, size=(16, 16))] * 12
    write_video(stage.folder / "a.mov", ClipFormat(16, 16), frames, audio=tone(0.5, hertz=440))
    audio = stage.call("load.audio", path="a.mov")
    assert audio.rate == 48000
    assert audio.seconds == pytest.approx(0.5, abs=0.05)
    assert pitch_of(audio) == pytest.approx(440, abs=5)


def test_a_film_without_sound_is_refused_with_a_mend(stage: Stage) -> None:
    write_video(stage.folder / "a.mov", ClipFormat(16, 16), [flat(1, size=(16, 16))])
    assert "sound" in stage.failure("load.audio", path="a.mov").mend
