"""The list of words is that of the source, and languages are spoken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from PySide6.QtCore import QSettings, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.language import PSEUDO, pretended, speak, wanted_language
from pipelines.models.catalogue import load_catalogue
from resources.translations.build import TEMPLATE, compile_translation, written
from resources.translations.source_words import (
    NoLiteralError,
    Word,
    all_words,
    words_of_source,
)
from widgets.inspector.help_lines import spoken
from widgets.words import counted, noted, said, tr


@pytest.fixture
def pseudo(qtbot: QtBot) -> Iterator[None]:
    application = QApplication.instance()
    assert application is not None
    translators = speak(application, PSEUDO)
    yield
    for translator in translators:
        application.removeTranslator(translator)


def test_the_list_of_words_is_that_of_the_source() -> None:
    stale = "run: python -m resources.translations.build"
    assert TEMPLATE.read_text(encoding="utf-8") == written(all_words()), stale


def test_a_word_that_is_no_literal_is_refused() -> None:
    assert list(words_of_source('tr("Run {name}", name=name)', "x")) == [Word("Run {name}")]
    assert list(words_of_source('counted("a", "{count} bs", 3)', "x")) == [Word("{count} bs", "a")]
    with pytest.raises(NoLiteralError):
        list(words_of_source('tr(f"Run {name}")', "x"))


def test_words_of_nodes_are_in_the_list() -> None:
    texts = {word.text for word in all_words()}
    assert {"Mask", "Distance", "Feather Mask"} <= texts


def test_what_is_said_of_the_models_that_ship_is_in_the_list() -> None:
    words = all_words()
    catalogue = load_catalogue()
    for name, model in catalogue.models.items():
        assert f"model {name}" in words[Word(model.about)]
        assert not model.frames or Word(model.frames) in words
    for part in catalogue.parts.values():
        assert not part.note or Word(part.note) in words


def test_without_a_translation_the_words_are_english(qtbot: QtBot) -> None:
    assert tr("Run {name}", name="Grow") == "Run Grow"
    assert counted("{count} node", "{count} nodes", 1) == "1 node"
    assert counted("{count} node", "{count} nodes", 2) == "2 nodes"
    assert said(noted("Paused")) == "Paused"


@pytest.mark.usefixtures("pseudo")
def test_the_pretended_language_brackets_words_and_fills_them_in() -> None:
    assert tr("Run {name}", name="Grow").startswith("⟦Rúñ Grow~")
    assert said("Grow").startswith("⟦Grów")
    assert spoken("tile_width").startswith("⟦Tílé")
    assert counted("{count} node", "{count} nodes", 1).startswith("⟦1 ")


def test_the_pretended_language_keeps_accelerators_and_is_longer() -> None:
    assert "&O" in pretended("&Open …")
    assert len(pretended("Open a project")) >= 1.4 * len("Open a project")


def test_a_translation_is_updated_and_spoken_with_its_plurals(qtbot: QtBot, tmp_path: Path) -> None:
    words = {Word("{count} things", "{count} thing"): ("a.py",), Word("Old and kept"): ("b.py",)}
    first = Xml.fromstring(written(words, "de"))
    first.set("language", "de")
    for message in first.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        del translation.attrib["type"]
        if message.get("numerus"):
            translation.clear()
            for text in ("{count} Ding", "{count} Dinge"):
                Xml.SubElement(translation, "numerusform").text = text
        else:
            translation.text = "Alt und behalten"
    words[Word("New")] = ("c.py",)
    source = tmp_path / "storyloom_de.ts"
    source.write_text(written(words, "de", first), encoding="utf-8")
    compile_translation(source, tmp_path / "storyloom_de.qm")
    application = QApplication.instance()
    assert application is not None
    translator = QTranslator()
    assert translator.load(str(tmp_path / "storyloom_de.qm"))
    application.installTranslator(translator)
    try:
        assert said("Old and kept") == "Alt und behalten"
        assert said("New") == "New"
        assert counted("{count} thing", "{count} things", 1) == "1 Ding"
        assert counted("{count} thing", "{count} things", 5) == "5 Dinge"
    finally:
        application.removeTranslator(translator)


def test_the_environment_names_the_language_before_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", "de")
    monkeypatch.delenv("STORYLOOM_LANGUAGE", raising=False)
    assert wanted_language(settings) == "de"
    monkeypatch.setenv("STORYLOOM_LANGUAGE", PSEUDO)
    assert wanted_language(settings) == PSEUDO
