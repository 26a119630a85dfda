"""What is seen of the strip: kept pictures never outlive what they show."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from pipelines.media.peaks import Peaks
from pipelines.panels import Panel
from tests.widgets.strip.stage import Stage
from widgets.strip.header_painting import Sound
from widgets.theme import theme_of

PANELS = tuple(Panel(id=f"p{number}", duration=24, prompt="rain") for number in range(8))


def seen(stage: Stage) -> QImage:
    return stage.view.viewport().grab().toImage()


def test_what_is_kept_looks_like_what_is_painted_anew(qtbot: QtBot) -> None:
    stage, other = Stage(qtbot, PANELS), Stage(qtbot, PANELS)
    seen(stage)
    for one in (stage, other):
        one.drag(one.edge(1), one.edge(1) + one.time(6) - one.time(0))
        one.strip.set_frame(30)
    seen(stage)
    assert stage.durations == other.durations != [24] * 8
    assert seen(stage) == seen(other)


def test_choosing_a_panel_and_moving_the_playhead_are_seen_at_once(qtbot: QtBot) -> None:
    stage = Stage(qtbot, PANELS)
    before = seen(stage)
    stage.strip.select_panels(("p2",))
    chosen = seen(stage)
    assert chosen != before
    stage.strip.set_frame(30)
    assert seen(stage) != chosen


def test_a_sound_is_drawn_where_it_is_loud(qtbot: QtBot) -> None:
    stage = Stage(qtbot, PANELS)
    loud = np.concatenate([np.full(200, 0.9, np.float32), np.zeros(1400, np.float32)])
    stage.strip.set_sound(Sound(Peaks(-loud, loud)))
    picture, bands = seen(stage), stage.view.bands
    y = round(bands.sound + (bands.pictures - bands.sound) * 0.25)
    quiet = round(stage.view.x_of(100))
    ground = picture.pixelColor(quiet, y)
    assert picture.pixelColor(round(stage.view.x_of(12)), y) != ground
    assert picture.pixelColor(round(stage.view.x_of(60)), y) == ground
    assert ground != theme_of(stage.view.palette()).text
