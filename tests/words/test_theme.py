"""Every text is legible and every symbol visible, in light and in dark."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from app.window.appearance import palette_of
from nodes.registry import library
from nodes.values import value_types
from widgets.theme import READABLE_TEXT, VISIBLE_SHAPE, Theme, contrast, dark, light

_ROLE = QPalette.ColorRole
_GROUP = QPalette.ColorGroup
_THEMES = pytest.mark.parametrize("theme", [light(), dark()], ids=["light", "dark"])


@_THEMES
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (_ROLE.WindowText, _ROLE.Window),
        (_ROLE.Text, _ROLE.Base),
        (_ROLE.Text, _ROLE.AlternateBase),
        (_ROLE.ButtonText, _ROLE.Button),
        (_ROLE.ToolTipText, _ROLE.ToolTipBase),
        (_ROLE.PlaceholderText, _ROLE.Base),
        (_ROLE.PlaceholderText, _ROLE.Window),
        (_ROLE.HighlightedText, _ROLE.Highlight),
        (_ROLE.Link, _ROLE.Base),
        (_ROLE.Link, _ROLE.Window),
        (_ROLE.BrightText, _ROLE.Window),
        (_ROLE.LinkVisited, _ROLE.Base),
    ],
    ids=lambda role: str(role.name),
)
@pytest.mark.parametrize("group", [_GROUP.Active, _GROUP.Inactive], ids=["active", "inactive"])
def test_palettes_are_legible(
    theme: Theme, text: QPalette.ColorRole, ground: QPalette.ColorRole, group: QPalette.ColorGroup
) -> None:
    palette = palette_of(theme)
    assert contrast(palette.color(group, text), palette.color(group, ground)) >= READABLE_TEXT


@_THEMES
def test_words_that_are_off_can_still_be_read(theme: Theme) -> None:
    palette = palette_of(theme)
    for text, ground in (
        (_ROLE.WindowText, _ROLE.Window),
        (_ROLE.Text, _ROLE.Base),
        (_ROLE.ButtonText, _ROLE.Button),
    ):
        faded = palette.color(_GROUP.Disabled, text)
        assert contrast(faded, palette.color(_GROUP.Disabled, ground)) >= VISIBLE_SHAPE


@_THEMES
def test_words_of_the_theme_are_legible_on_its_grounds(theme: Theme) -> None:
    window = palette_of(theme).color(_ROLE.Window)
    for ground in (theme.canvas, theme.surface, window):
        for text in (theme.text, theme.dim_text, theme.refusal, theme.warning):
            assert contrast(text, ground) >= READABLE_TEXT, (text.name(), ground.name())


@_THEMES
def test_states_are_legible_where_they_are_written(theme: Theme) -> None:
    for state, colour in theme.states.items():
        assert contrast(colour, theme.surface) >= READABLE_TEXT, state


@_THEMES
def test_symbols_and_wires_are_visible(theme: Theme) -> None:
    for ground in (theme.canvas, theme.surface):
        for name in (*value_types(), None):
            assert contrast(theme.value(name), ground) >= VISIBLE_SHAPE, name
        assert contrast(theme.selection, ground) >= VISIBLE_SHAPE


@_THEMES
def test_titles_are_legible_on_every_category(theme: Theme) -> None:
    for category in {spec.category for spec in library().specs.values()} | {"group", "plug-in"}:
        assert contrast(theme.text, theme.header(category)) >= READABLE_TEXT, category


@_THEMES
def test_the_focus_is_visible(theme: Theme) -> None:
    palette = palette_of(theme)
    for ground in (_ROLE.Window, _ROLE.Base, _ROLE.Button):
        assert contrast(palette.color(_ROLE.Highlight), palette.color(ground)) >= VISIBLE_SHAPE


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)
