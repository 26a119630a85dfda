"""What lies above what in the strip: shots, time, sound, pictures, words. Sizes follow the font."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFontMetricsF

_LEAST_PICTURE = 3.0
_MOST_PICTURE = 14.0
"""Heights of a thumbnail, in lines of text."""


@dataclass(frozen=True, slots=True)
class Bands:
    """Tops of the bands, from above; `line` is the height of a line of text."""

    line: float
    shots: float
    time: float
    sound: float
    pictures: float
    words: float
    bottom: float

    @property
    def joint_radius(self) -> float:
        """Half of the symbol between two panels."""
        return self.line * 0.62

    @property
    def joint_y(self) -> float:
        return (self.words + self.bottom) / 2

    @property
    def picture_height(self) -> float:
        return self.words - self.pictures


def bands_for(metrics: QFontMetricsF, height: float, *, has_sound: bool) -> Bands:
    """The bands of a strip of a height."""
    line = metrics.height()
    shots = 2.0
    time = shots + line + 6
    sound = time + line + 8
    pictures = sound + (line * 1.6 if has_sound else 0) + 4
    words_height = line * 1.24 + 8
    room = height - pictures - words_height - 4
    picture = min(max(room, line * _LEAST_PICTURE), line * _MOST_PICTURE)
    words = pictures + picture
    return Bands(line, shots, time, sound, pictures, words, words + words_height)


def least_height(metrics: QFontMetricsF, *, has_sound: bool) -> float:
    """The height that shows everything, thumbnails at their smallest."""
    return bands_for(metrics, 0.0, has_sound=has_sound).bottom + 4
