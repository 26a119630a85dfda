"""The language of the window: translations that ship with it, or a pretended one for tests."""

from __future__ import annotations

import os
import re
from functools import cache
from importlib.resources import as_file, files
from xml.etree import ElementTree as Xml

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from resources.translations.sentences import Filled, Sentences, listed
from widgets.words import CONTEXT

PSEUDO = "pseudo"
"""Every word accented, longer and in brackets: shows what is not translated, and what is cut."""
_VARIABLE = "STORYLOOM_LANGUAGE"
_KEPT = re.compile(r"\{[^{}]*\}|%[0-9nL]+|&.|<[^>]*>")
"""Places to fill in, accelerators and markup."""
_ACCENTED = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")
_LONGER = 0.4
_KEYS = "QShortcut"
"""Qt reads key sequences with these words; other names for keys would not be understood."""


class PseudoTranslator(QTranslator):
    """A language that nobody speaks."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        return sourceText if context == _KEYS else pretended(sourceText)


class SentenceTranslator(QTranslator):
    """Speaks what pipelines and nodes say, filled in; asked where no other knows a text."""

    def __init__(self, words: QTranslator, parent: QCoreApplication) -> None:
        super().__init__(parent)
        self._words = words

    def isEmpty(self) -> bool:
        return False

    def translate(  # pyright: ignore[reportIncompatibleMethodOverride] - None is Qt's null string
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        return self._spoken(sourceText) if context == CONTEXT else None

    def _spoken(self, text: str) -> str | None:
        parts = _sentences().find(text)
        return None if parts == [text] else " ".join(self._part(part) for part in parts)

    def _part(self, part: Filled | str) -> str:
        if isinstance(part, str):
            return part
        template = self._words.translate(CONTEXT, part.template) or part.template
        values = {name: self._spoken(value) or value for name, value in part.values.items()}
        return template.format(**values)


@cache
def _sentences() -> Sentences:
    source = files("resources") / "translations" / "storyloom.ts"
    return Sentences(listed(Xml.fromstring(source.read_text(encoding="utf-8"))))


def pretended(text: str) -> str:
    """The text in the pretended language; what is to be filled in stays."""
    if not text.strip():
        return text
    parts: list[str] = []
    end = 0
    for kept in _KEPT.finditer(text):
        parts += (text[end : kept.start()].translate(_ACCENTED), kept[0])
        end = kept.end()
    parts.append(text[end:].translate(_ACCENTED))
    return f"⟦{''.join(parts)}{'~' * round(len(text) * _LONGER)}⟧"


def wanted_language(settings: QSettings) -> str:
    """The language that was asked for; empty for the system's."""
    return os.environ.get(_VARIABLE) or str(settings.value("language", ""))


def speak(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Install the translators of a language (empty: the system's). Views made later speak it.

    Without a translation the words stay as they are.
    """
    if language == PSEUDO:
        found: list[QTranslator] = [PseudoTranslator(application)]
    else:
        locale = QLocale(language) if language else QLocale.system()
        found = _loaded(application, locale)
    for translator in found:
        application.installTranslator(translator)
    return found


def _loaded(application: QCoreApplication, locale: QLocale) -> list[QTranslator]:
    own = QTranslator(application)
    with as_file(files("resources") / "translations") as folder:
        if not own.load(locale, "storyloom", "_", str(folder)):
            return []
    qt = QTranslator(application)
    translations = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    theirs = [qt] if qt.load(locale, "qtbase", "_", translations) else []
    return [SentenceTranslator(own, application), *theirs, own]
