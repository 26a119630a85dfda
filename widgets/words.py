"""Words that a person reads, in their language: the one door to the translator.

Which words there are is read off the source by resources.translations.build.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from pipelines.errors import StoryloomError

CONTEXT = "Storyloom"
"""The translator's name for all of the program's words."""


def tr(text: str, **values: object) -> str:
    """The text in the person's language, with {names} filled in.

    `text` is a literal, so that the list of words can be read off the source.
    """
    spoken = QCoreApplication.translate(CONTEXT, text)
    return spoken.format(**values) if values else spoken


def counted(one: str, many: str, count: int, **values: object) -> str:
    """One of two literals by a count, which fills in {count}; a language may have more forms."""
    spoken = QCoreApplication.translate(CONTEXT, many, None, count)
    if spoken == many and count == 1:
        spoken = one
    return spoken.format(count=count, **values)


def noted(text: str) -> str:
    """Marks a literal of a table: it stays as it is, and is shown by `said`."""
    return text


def told(error: StoryloomError) -> str:
    """What an error says, with its mend, in the person's language."""
    return " ".join(filter(None, (said(error.message), said(error.mend))))


def said(text: str, **values: object) -> str:
    """In the person's language: what was `noted`, stands in a node's declaration, or came from
    below the window (an error's message, a file's notes)."""
    if not text:
        return text
    spoken = QCoreApplication.translate(CONTEXT, text)
    return spoken.format(**values) if values else spoken
