"""How long a run will still take, and how that is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.window.run_estimate import NodeTimes, RunEstimate, spoken_time_left
from tests.workers.stage import chain


def test_what_is_left_is_unknown_then_known_from_earlier_runs(tmp_path: Path) -> None:
    shot = chain("test.add", 2, 1.0)
    times = NodeTimes()
    first = RunEstimate(shot, (), times, now=0.0)
    assert first.remaining(0.0) is None
    assert first.counts("n2")
    assert not first.counts("n1")
    first.started("n2", 0.0)
    first.progressed("n2", 0.25)
    assert first.remaining(10.0) == pytest.approx(30.0)
    first.settled("n2", 40.0)
    assert first.remaining(40.0) == 0.0
    times.write(tmp_path / "times.json")
    again = RunEstimate(shot, (), NodeTimes.read(tmp_path / "times.json"), now=0.0)
    assert again.forecast() == (1, 40.0)
    again.started("n2", 0.0)
    assert again.remaining(15.0) == pytest.approx(25.0)
    again.settled("n2")  # it was there already
    assert again.remaining(15.0) == 0.0


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "time left unknown"),
        (3, "a few seconds left"),
        (21, "about 20 s left"),
        (118, "about 2 min left"),
        (4800, "about 1 h 20 min left"),
    ],
)
def test_time_left_is_said_as_surely_as_it_is_known(seconds: float | None, words: str) -> None:
    assert spoken_time_left(seconds) == words
