"""What VACE sees, shown over a ruler."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from pipelines.vace.advice import Advice, Mend
from widgets.time_ruler.content import RulerContent, RulerScale
from widgets.vace_sight.film import SeenFilm
from widgets.vace_sight.pane import SeenPane

KEYS = SeenFilm(81, 16 / 9, kept=frozenset({0, 80}))


def test_keys_that_are_kept_are_shown_whatever_the_width() -> None:
    for width in (200.0, 600.0, 1600.0):
        frames = [one.frame for one in KEYS.columns(RulerScale(81, width), 70.0)]
        assert frames[0] == 0 and frames[-1] == 80
        assert frames == sorted(set(frames))


def test_keys_that_the_mask_does_not_tell_of_are_known() -> None:
    assert KEYS.untold == {0, 80}
    assert SeenFilm(81, 1.0, kept=frozenset({0, 1})).untold == frozenset()


def test_sampled_frames_are_ticked_in_their_middle() -> None:
    assert RulerContent(length=81, sampled=KEYS.sampled).ticked[:2] == (1.5, 5.5)


def test_a_button_asks_for_its_mend_and_words_alone_have_none(qtbot: QtBot) -> None:
    pane = SeenPane()
    qtbot.addWidget(pane)
    hold = Advice("A key is not told.", "Hold it.", Mend.HOLD, 2)
    pane.show_film(KEYS)
    pane.show_advice([(hold, True), (Advice("It is long.", "Make parts."), False)])
    pane.show()
    first, second = pane.rows
    assert first.button.text() == "Hold Keys 2 Frames" and second.button.isHidden()
    with qtbot.waitSignal(pane.mend_wanted) as asked:
        first.button.click()
    assert asked.args == [hold]


def test_it_takes_no_room_without_a_film_or_where_it_is_not_wanted(qtbot: QtBot) -> None:
    pane = SeenPane()
    qtbot.addWidget(pane)
    assert pane.isHidden() and not pane.sampled
    pane.show_film(KEYS)
    assert not pane.isHidden() and pane.sampled == KEYS.sampled
    pane.set_wanted(False)
    assert pane.isHidden() and not pane.sampled
