"""Colours by role for a light and a dark window, and what makes a colour legible on another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtGui import QColor, QPalette

from nodes.cache_state import CacheState
from widgets.words import noted

READABLE_TEXT = 4.5
"""Least contrast of text (WCAG 2.2, 1.4.3)."""
VISIBLE_SHAPE = 3.0
"""Least contrast of lines and symbols (WCAG 2.2, 1.4.11)."""

_CATEGORIES = {
    "control": "#4fa8a0",
    "convert": "#8f9aa5",
    "export": "#d9734e",
    "frame": "#5aa7a7",
    "generate": "#c9485b",
    "group": "#8a7fd0",
    "image": "#d99a3a",
    "load": "#5f9e6e",
    "mask": "#9aa7b3",
    "motion": "#4f8fd6",
    "number": "#8f9aa5",
    "review": "#b58b6a",
    "sound": "#6fbf73",
    "story": "#c678b4",
    "text": "#c9b53a",
    "time": "#5b7fc9",
}
_UNKNOWN = "#9c9c9c"
LABEL_COLOURS = (
    (noted("Red"), "#d64545"),
    (noted("Orange"), "#d9822b"),
    (noted("Yellow"), "#d4b32a"),
    (noted("Green"), "#4f9d5b"),
    (noted("Blue"), "#4f8fd6"),
    (noted("Purple"), "#8a6fd1"),
)
"""What a panel is labelled with: names, and colours as labels are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours by role. Every text colour is legible on every surface that it stands on."""

    is_dark: bool
    canvas: QColor
    grid: QColor
    surface: QColor
    border: QColor
    text: QColor
    dim_text: QColor
    selection: QColor
    refusal: QColor
    warning: QColor
    states: Mapping[CacheState, QColor]

    def category(self, name: str) -> QColor:
        """The pure colour of a category of nodes."""
        known = _CATEGORIES.get(name)
        if known is not None:
            return QColor(known)
        return QColor.fromHsv(sum(name.encode()) * 47 % 360, 110, 180)

    def header(self, category: str) -> QColor:
        """The tint behind a node's title."""
        return mixed(self.surface, self.category(category), 0.3 if self.is_dark else 0.26)

    def value(self, name: str | None) -> QColor:
        """The colour of a kind of value, visible on the canvas and on nodes."""
        return _value_colour(self.canvas.rgb(), self.surface.rgb(), name or "")


@cache
def light() -> Theme:
    """Ink on paper."""
    return Theme(
        is_dark=False,
        canvas=QColor("#eceef1"),
        grid=QColor("#e2e5e9"),
        surface=QColor("#ffffff"),
        border=QColor("#b4bac3"),
        text=QColor("#1d2129"),
        dim_text=QColor("#525a66"),
        selection=QColor("#1f6fd1"),
        refusal=QColor("#b3261e"),
        warning=QColor("#8a5a00"),
        states={
            CacheState.FRESH: QColor("#2e7d46"),
            CacheState.ON_DISK: QColor("#2a6f83"),
            CacheState.STALE: QColor("#8a5a00"),
            CacheState.PINNED: QColor("#6a4bb8"),
            CacheState.NOT_RUN: QColor("#5d6673"),
        },
    )


@cache
def dark() -> Theme:
    """A dimmed room."""
    return Theme(
        is_dark=True,
        canvas=QColor("#1c1e22"),
        grid=QColor("#27292f"),
        surface=QColor("#2c2f36"),
        border=QColor("#484d58"),
        text=QColor("#eceef2"),
        dim_text=QColor("#b3bac5"),
        selection=QColor("#6fb0ff"),
        refusal=QColor("#ff8f85"),
        warning=QColor("#f0b849"),
        states={
            CacheState.FRESH: QColor("#74cf8c"),
            CacheState.ON_DISK: QColor("#6cc3d8"),
            CacheState.STALE: QColor("#f0b849"),
            CacheState.PINNED: QColor("#b9a2ff"),
            CacheState.NOT_RUN: QColor("#a3abb8"),
        },
    )


def theme_of(palette: QPalette) -> Theme:
    """The theme that goes with a window's palette."""
    return dark() if palette.color(QPalette.ColorRole.Window).lightness() < 128 else light()


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`one` with a share (0..1) of `other`."""
    channels = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index] - PySide6 types getRgb as object
    return QColor(*(round(a + (b - a) * share) for a, b in channels))


def readable(colour: QColor, ratio: float, *grounds: QColor) -> QColor:
    """The colour, moved towards black or white until its contrast with every ground is enough."""
    return QColor(_readable(colour.rgb(), ratio, tuple(ground.rgb() for ground in grounds)))


@lru_cache(maxsize=1024)
def _readable(colour: int, ratio: float, grounds: tuple[int, ...]) -> QColor:
    pure, under = QColor(colour), [QColor(ground) for ground in grounds]
    target = QColor("white") if _luminance(under[0]) < 0.18 else QColor("black")
    for step in range(21):
        tried = mixed(pure, target, step / 20)
        if all(contrast(tried, ground) >= ratio for ground in under):
            return tried
    return target


@cache
def _value_colour(canvas: int, surface: int, name: str) -> QColor:
    from nodes.values import value_types  # loads the engine, and no wire is in sight at first

    known = value_types().get(name)
    colour = QColor(known.colour if known is not None else _UNKNOWN)
    return readable(colour, VISIBLE_SHAPE, QColor(surface), QColor(canvas))


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
