"""Every word of the window passes the translator: in the pretended language all are bracketed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import cast

import msgspec
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.window.appearance import Appearance, Dresser
from app.window.docks import Place
from app.window.film_dialog import FilmDialog
from app.window.language import PSEUDO, speak
from app.window.main_window import MainWindow
from app.window.program import window_made
from app.window.rooms import Room
from app.window.settings_dialog import SettingsDialog
from nodes.document import Document
from nodes.graph import Graph, Node
from nodes.registry import library
from widgets.commands import CommandBook
from widgets.document_model import DocumentModel
from widgets.inspector import Inspector
from widgets.outline import Outline
from widgets.outline.source_dialog import SourceDialog

TEAPOT = Path(__file__).parents[2] / "resources" / "templates" / "teapot_turn.loom"
_WORD = re.compile(r"[A-Za-z]{2,}")
_BRACKETED = re.compile(r"⟦[^⟦⟧]*(⟧|…$)|#[0-9a-f]{6,8}\b|https://[a-z.]+$")
"""What was translated, also where it is elided; colours; and addresses."""
_UNITS = frozenset({"fps", "Hz", "px"})
_OWN = frozenset({"Storyloom", "Teapot turn", "teapot_turn", "Lighthouse dusk", "Puddle leap"})
"""The name of the program, and of the starters, which are files."""
_TAGS = re.compile(r"<[^>]*>|&[a-z]+;")


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    translators = speak(qapp, PSEUDO)
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


def seen_words(root: QWidget) -> Iterator[tuple[str, str]]:
    """All that a widget and what lies in it says, with where it says it. Values are not asked."""
    for widget in (root, *root.findChildren(QWidget)):
        where = f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for text in (
            widget.toolTip(),
            widget.statusTip(),
            widget.whatsThis(),
            widget.accessibleName(),
            widget.accessibleDescription(),
        ):
            yield where, text
        yield from ((where, text) for text in _shown(widget))
    for action in root.findChildren(QAction):
        for text in (action.text(), action.toolTip(), action.iconText()):
            yield f"action {action.text()}", text


def _shown(widget: QWidget) -> list[str]:
    match widget:
        case QLabel() | QAbstractButton():
            return [widget.text()]
        case QMenu() | QGroupBox():
            return [widget.title()]
        case QDockWidget():
            return [widget.windowTitle()]
        case QComboBox():
            texts = [widget.itemText(row) for row in range(widget.count())]
            return [*texts, widget.placeholderText()]
        case QTabBar():
            return [widget.tabText(place) for place in range(widget.count())]
        case QLineEdit():
            return [widget.placeholderText()]
        case QAbstractSpinBox():
            return [widget.specialValueText()]
        case QAbstractItemView():
            model = widget.model()
            if isinstance(widget.parent(), QComboBox):
                return []
            rows = range(min(model.rowCount(), 200))
            return [
                str(model.index(row, column).data() or "") for row in rows for column in range(3)
            ]
        case _:
            return []


def bare(root: QWidget, own: frozenset[str] = frozenset()) -> set[str]:
    """What is said without the translator; `own` are words of the person's project."""
    return {f"{where}: {text}" for where, text in seen_words(root) if is_bare(text, own)}


def is_bare(text: str, own: frozenset[str] = frozenset()) -> bool:
    """Whether words stand outside of the brackets of the pretended language."""
    rest, before = _TAGS.sub(" ", text), ""
    while rest != before:
        before, rest = rest, _BRACKETED.sub(" ", rest)
    for name in sorted(own | _UNITS, key=len, reverse=True):
        rest = rest.replace(name, " ")
    return _WORD.search(rest) is not None


def test_what_is_bare_is_found() -> None:
    assert is_bare("Run") and is_bare("⟦Rúñ⟧ now")
    assert is_bare("Look at https://a.org") and not is_bare("https://a.org")
    assert not is_bare("⟦Rúñ ⟦Grow⟧~⟧ 12") and not is_bare("Mine ⟦x⟧", frozenset({"Mine"}))


def _texts(value: object) -> Iterator[str]:
    """All texts within a value of a project: ids, titles, prompts, notes."""
    match value:
        case str():
            yield value
        case Graph():
            yield from _texts(value.nodes)
        case Mapping():
            for name, part in cast("Mapping[object, object]", value).items():
                yield from _texts(name)
                yield from _texts(part)
        case tuple() | list():
            for part in cast("Sequence[object]", value):
                yield from _texts(part)
        case msgspec.Struct():
            yield from _texts([getattr(value, name) for name in value.__struct_fields__])
        case _ if is_dataclass(value) and not isinstance(value, type):
            yield from _texts([getattr(value, one.name) for one in fields(value)])
        case _:
            return


def _begun(qapp: QApplication, tmp_path: Path) -> AbstractContextManager[MainWindow]:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    return window_made(qapp, settings, tmp_path / "state", tmp_path / "results")


@pytest.mark.usefixtures("pseudo")
def test_the_start_page_and_the_menus_are_translated(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    palette = qapp.palette()
    with _begun(qapp, tmp_path) as window:
        window.show()
        found = bare(window, _OWN)
        window.close()
        assert sorted(found) == [], chr(10).join(sorted(found))
    qapp.setPalette(palette)


@pytest.mark.usefixtures("pseudo")
def test_a_window_with_a_project_is_translated(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    palette = qapp.palette()
    with _begun(qapp, tmp_path) as window:
        window.show()
        window.open_file(TEAPOT)
        for place in Place:
            window.docks[place].show()
        for room in Room:
            window.rooms.show(room)
        views = window.views
        assert views is not None
        views.canvas.select_all()
        graph = views.canvas.editor.graph
        own = _OWN | (set(_texts(graph)) - {""})
        found = bare(window, own)
        faces = [views.canvas.scene.face(node_id) for node_id in graph.nodes]
        assert [one.kind for one in faces if is_bare(one.kind)] == []
        window.close()
        assert sorted(found) == [], chr(10).join(sorted(found))
    qapp.setPalette(palette)


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("kind", sorted(library().specs))
def test_the_inspector_of_every_kind_of_node_is_translated(qtbot: QtBot, kind: str) -> None:
    model = DocumentModel(Document(library(), Graph({"n1": Node(id="n1", type=kind)})))
    inspector = Inspector(model)
    qtbot.addWidget(inspector)
    inspector.set_selection(["n1"])
    inspector.show()
    given = {str(one.default) for one in library().specs[kind].parameters.values()}
    assert bare(inspector, frozenset({"n1", *given} - {""})) == set()


@pytest.mark.usefixtures("pseudo")
def test_the_outline_is_translated(qtbot: QtBot) -> None:
    nodes = {
        f"n{place}": Node(id=f"n{place}", type=kind) for place, kind in enumerate(library().specs)
    }
    outline = Outline(DocumentModel(Document(library(), Graph(nodes))))
    qtbot.addWidget(outline)
    outline.show()
    assert bare(outline) == set()


@pytest.mark.usefixtures("pseudo")
def test_dialogs_are_translated(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    palette = qapp.palette()
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialogs = [
        FilmDialog("film", ".mp4", tmp_path, parent),
        SettingsDialog(
            settings,
            Dresser(qapp, Appearance.LIGHT),
            CommandBook(settings, parent),
            results=tmp_path,
            sessions=tmp_path,
            parent=parent,
        ),
        SourceDialog("mine", [], parent),
    ]
    found = [
        bare(dialog, frozenset({"film", "mine", "mp4", *tmp_path.parts})) for dialog in dialogs
    ]
    titles = [dialog.windowTitle() for dialog in dialogs]
    qapp.setPalette(palette)
    assert sorted(set().union(*found)) == []
    assert [title for title in titles if is_bare(title)] == []
