"""What the inspector says a node is for."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from nodes.model_state import ModelPlace, ModelState
from tests.inspector.stage import NARROW, shown
from widgets.inspector.help_lines import parameter_lines, spoken, summary, tooltip
from widgets.inspector.model_row import place_of


def test_how_a_node_is_used_is_shown_with_an_example(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"n": "mask.feather"}, width=NARROW)
    assert inspector.help.usage.isHidden()
    inspector.help.more.click()
    assert inspector.help.usage.isVisible()
    assert "Use it before Blend" in inspector.help.usage.text()
    assert "Example: a radius of 6" in inspector.help.usage.text()
    assert "radius: how far" not in inspector.help.usage.text()


def test_a_docstring_is_read_line_by_line() -> None:
    text = "Do it\nwell.\n\nUse: never.\n\nsize: how\nlarge.\nedge: soft."
    assert summary(text) == "Do it well."
    assert parameter_lines(text, ["size", "edge"]) == {"size": "How large.", "edge": "Soft."}
    assert "<img" not in tooltip("<img src=x>")


def test_an_unknown_kind_of_node_is_explained(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"odd": "plugin.odd"})
    assert "not installed" in inspector.help.summary.text()
    assert inspector.rows == {}


def test_an_example_is_offered_where_there_is_one(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"soft": "mask.feather", "note": "review.note"}, "soft")
    assert inspector.help.insert.isHidden()
    inspector.help.more.click()
    with qtbot.waitSignal(inspector.example_asked):
        inspector.help.insert.click()
    inspector.set_selection(["note"])
    assert inspector.help.usage.isVisible()
    assert inspector.help.insert.isHidden()


def test_a_node_says_what_is_built_in_behind_it(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, {"moves": "motion.in_between", "soft": "mask.feather"}, "moves")
    assert inspector.model_row.isVisible()
    assert inspector.model_row.name.text() == "Model: Optical flow, built in"
    inspector.set_selection(["soft"])
    assert inspector.model_row.isHidden()


def test_a_model_is_told_with_its_place_and_size() -> None:
    large = ModelState("Large", ModelPlace.ON_DISK, "It draws.", 28_500_000_000)
    assert place_of(large) == "on disk (26.5 GiB)"
    assert place_of(replace(large, place=ModelPlace.ABSENT, size=0)) == "not downloaded"


def test_names_are_written_as_people_write_them() -> None:
    assert spoken("tile_width") == "Tile width"
    assert spoken("h264-lossless-rgb") == "H.264, lossless RGB"
    assert spoken("fps") == "Frames a second"
