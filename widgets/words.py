"""Words that a person reads, in their language: the one door to the translator."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "Storyloom"
"""The translator's name for all of the program's words."""


def tr(text: str, **values: object) -> str:
    """The text in the person's language, with {names} filled in.

    `text` is a literal, so that the list of words can be read off the source.
    """
    spoken = QCoreApplication.translate(CONTEXT, text)
    return spoken.format(**values) if values else spoken
