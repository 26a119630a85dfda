"""An inspector of nodes, and ways to its rows and editors."""

from __future__ import annotations

from typing import Any, TypeVar

from pytestqt.qtbot import QtBot

from tests.fakes import document
from widgets.document_model import DocumentModel
from widgets.inspector import Inspector
from widgets.inspector.editor import Editor
from widgets.inspector.parameter_row import ParameterRow

NARROW = 260
"""Width of a dock on a small screen."""

E = TypeVar("E", bound=Editor)


def shown(
    qtbot: QtBot, nodes: dict[str, Any], *ids: str, width: int = 0
) -> tuple[Inspector, DocumentModel]:
    """An inspector of some nodes of a document, all of them unless said."""
    model = DocumentModel(document(nodes))
    inspector = Inspector(model)
    qtbot.addWidget(inspector)
    inspector.set_selection(ids or tuple(nodes))
    if width:
        inspector.resize(width, 700)
    inspector.show()
    return inspector, model


def row(inspector: Inspector, name: str) -> ParameterRow:
    """The row of a parameter that has one to itself."""
    found = inspector.rows[name]
    assert isinstance(found, ParameterRow)
    return found


def editor(inspector: Inspector, name: str, kind: type[E]) -> E:
    """The editor of a parameter."""
    found = row(inspector, name).editor
    assert isinstance(found, kind)
    return found
