"""How fast a download is, and how long it will take."""

from __future__ import annotations

from app.models.speed import Speed


def test_nothing_is_said_before_a_second_was_seen() -> None:
    speed = Speed()
    assert speed.at(0.0) is None
    speed.see(0.0, 0)
    speed.see(0.5, 500)
    assert speed.at(0.5) is None
    assert speed.seconds_left(0.5, 1000) is None


def test_it_goes_by_the_last_seconds() -> None:
    speed = Speed()
    for second in range(20):
        speed.see(float(second), second * 100)
    for second in range(20, 40):
        speed.see(float(second), 2000 + (second - 20) * 1000)
    assert speed.at(39.0) == 1000.0
    assert speed.seconds_left(39.0, 5000) == 5.0


def test_where_nothing_comes_any_more_it_falls() -> None:
    speed = Speed()
    speed.see(0.0, 0)
    speed.see(1.0, 1000)
    before, later = speed.at(1.0), speed.at(10.0)
    assert before == 1000.0
    assert later == 100.0


def test_a_file_that_begins_again_counts_from_there() -> None:
    speed = Speed()
    speed.see(0.0, 5000)
    speed.see(1.0, 0)
    assert speed.at(1.0) is None
    speed.see(3.0, 200)
    assert speed.at(3.0) == 100.0


def test_a_pause_forgets_what_was_seen_before() -> None:
    speed = Speed()
    speed.see(0.0, 0)
    speed.see(2.0, 1000)
    speed.forget()
    assert speed.at(2.0) is None
