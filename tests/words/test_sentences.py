"""What pipelines and nodes say is found by its template, and spoken with what is filled in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.language import SentenceTranslator
from nodes.refusals import LoopError, UnknownNodeError
from pipelines.errors import MissingFileError
from resources.translations.sentences import Filled, Sentences
from resources.translations.source_sentences import sentences_of_source
from resources.translations.source_words import all_words
from widgets.words import CONTEXT, said, told

_GERMAN = {
    "“{name}” is empty (0 bytes).": "„{name}“ ist leer (0 Byte).",
    "Copy it again from where it came.": "Kopiere es noch einmal.",
    "{_OLD_IS_SAFE} Split it into two projects.": "{_OLD_IS_SAFE} Teile es.",
}


class German(QTranslator):
    """A small language."""

    def translate(  # pyright: ignore[reportIncompatibleMethodOverride] - None is Qt's null string
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        return _GERMAN.get(sourceText) if context == CONTEXT else None


@pytest.fixture
def german(qtbot: QtBot) -> Iterator[None]:
    application = QApplication.instance()
    assert application is not None
    words = German()
    translators = [SentenceTranslator(words, application), words]
    for translator in translators:
        application.installTranslator(translator)
    yield
    for translator in translators:
        application.removeTranslator(translator)


def test_sentences_are_read_off_the_source() -> None:
    source = (
        '"""A docstring is none."""\n'
        'raise E(f"“{path.name}” is not {a} but {a}.", mend="Choose another one.")\n'
        'x = "a name", "UPDATE t SET a WHERE b = ?.", "{brace} stays."\n'
    )
    assert set(sentences_of_source(source, "x")) == {
        "“{name}” is not {a} but {a_}.",
        "Choose another one.",
    }


def test_the_most_telling_template_is_found_and_the_next_sentence_after_it() -> None:
    found = Sentences(["Choose {it}.", "Choose another {it}.", "“{name}” is gone."])
    assert found.find("“a. b” is gone. Choose another file. What else") == [
        Filled("“{name}” is gone.", {"name": "a. b"}),
        Filled("Choose another {it}.", {"it": "file"}),
        "What else",
    ]


@pytest.mark.usefixtures("german")
def test_an_error_is_spoken_with_what_is_filled_in() -> None:
    error = MissingFileError(
        "“x.png” is empty (0 bytes).", mend="Copy it again from where it came."
    )
    assert told(error) == "„x.png“ ist leer (0 Byte). Kopiere es noch einmal."
    assert said("“x.png” is empty (0 bytes). Split it into two projects.") == (
        "„x.png“ ist leer (0 Byte). Teile es."
    )
    assert told(MissingFileError("Nothing that we know.")) == "Nothing that we know."


@pytest.mark.parametrize("error", [UnknownNodeError("a"), LoopError("a", "b")])
def test_errors_of_the_engine_have_a_template(error: Exception) -> None:
    templates = {
        word.text: None
        for word, places in all_words().items()
        if any(place.startswith("nodes/") for place in places)
    }
    assert all(isinstance(part, Filled) for part in Sentences(templates).find(str(error)))
