"""Colours as people write them, "#rrggbb" or "#rrggbbaa", and as numbers."""

from __future__ import annotations

from pipelines.errors import MismatchError


def rgb(text: str) -> tuple[int, int, int]:
    """Red, green and blue in 0..255; an alpha is left aside. Raises MismatchError."""
    red, green, blue, _ = _bytes(text)
    return red, green, blue


def rgba(text: str) -> tuple[float, float, float, float]:
    """Red, green, blue and alpha in 0..1, opaque where none is written. Raises MismatchError."""
    red, green, blue, alpha = (number / 255 for number in _bytes(text))
    return red, green, blue, alpha


def _bytes(text: str) -> tuple[int, int, int, int]:
    try:
        if text[:1] != "#" or len(text) not in (7, 9):
            raise ValueError(text)
        red, green, blue, alpha = bytes.fromhex(f"{text[1:]}ff")[:4]
    except ValueError as error:
        raise MismatchError(
            f"“{text}” is not a colour.", mend="Write it as #rrggbb or #rrggbbaa."
        ) from error
    return red, green, blue, alpha
