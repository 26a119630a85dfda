"""Finds words that reach the screen without passing the translator."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SETTERS = frozenset(
    {
        "setText",
        "setWindowTitle",
        "setToolTip",
        "setStatusTip",
        "setWhatsThis",
        "setPlaceholderText",
        "setAccessibleName",
        "setAccessibleDescription",
        "setTitle",
        "setInformativeText",
        "setDetailedText",
        "setTabText",
        "setTabToolTip",
        "setItemText",
        "setSpecialValueText",
        "setPrefix",
        "setSuffix",
        "setLabelText",
        "setHorizontalHeaderLabels",
        "setHeaderLabels",
        "setEmptyLabel",
        "addAction",
        "addMenu",
        "addItem",
        "addItems",
        "addTab",
        "addButton",
        "addRow",
        "showMessage",
        "getOpenFileName",
        "getOpenFileNames",
        "getSaveFileName",
        "getExistingDirectory",
        "QLabel",
        "QAction",
        "QMenu",
        "QPushButton",
        "QToolButton",
        "QCheckBox",
        "QRadioButton",
        "QGroupBox",
        "QDockWidget",
        "QListWidgetItem",
        "GlyphButton",
        "ElidedLabel",
        "Note",
        "_box",
        "tell",
        "warn",
        "drawText",
        "drawStaticText",
        "QStaticText",
        "elidedText",
        "emit",
        "do",
    }
)
"""Calls whose texts a person reads: Qt's, and ours that hand them on."""


_UNSEEN = frozenset({"merge"})
"""Arguments that nobody reads."""


class Bare(NamedTuple):
    """A literal with letters, where it stands."""

    file: str
    line: int
    text: str


def bare_words(source: str, name: str) -> Iterator[Bare]:
    """Literals and f-strings that are given to a setter as they stand."""
    for call in ast.walk(ast.parse(source, name)):
        if isinstance(call, ast.Call) and _name(call.func) in SETTERS:
            for part in (
                *call.args,
                *(one.value for one in call.keywords if one.arg not in _UNSEEN),
            ):
                for text in _texts(part):
                    if _is_words(text):
                        yield Bare(name, call.lineno, text)


def bare_words_in(paths: list[Path]) -> list[Bare]:
    """The same, in files."""
    return [bare for path in paths for bare in bare_words(path.read_text("utf-8"), str(path))]


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _texts(part: ast.expr) -> Iterator[str]:
    match part:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=values):
            yield "".join(str(one.value) for one in values if isinstance(one, ast.Constant))
        case ast.IfExp(body=body, orelse=other):
            yield from _texts(body)
            yield from _texts(other)
        case ast.BinOp(left=left, right=right):
            yield from _texts(left)
            yield from _texts(right)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            for one in parts:
                yield from _texts(one)
        case _:
            return


def _is_words(text: str) -> bool:
    """Names of icons ("mdi6.play") and of keys of settings are no words."""
    has_word = any(len(word.strip(".,:;…")) > 1 and word[:1].isalpha() for word in text.split())
    return has_word and not text.startswith(("mdi6.", "Ctrl+", "Shift+", "Alt+", "parameter "))
