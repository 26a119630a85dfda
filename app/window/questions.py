"""What the window asks and tells in dialogs. All words are shown as plain text."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from pipelines.errors import StoryloomError
from widgets.words import told, tr

if TYPE_CHECKING:
    from nodes.serving.messages import Consents

_Button = QMessageBox.StandardButton
_MOST_FILES = 6


class Answer(Enum):
    """What the person wants."""

    SAVE = "save"
    ELSEWHERE = "save elsewhere"
    DISCARD = "discard"
    CANCEL = "cancel"


def ask_unsaved(parent: QWidget, name: str) -> Answer:
    """What becomes of unsaved work."""
    box = _box(
        parent,
        tr("“{name}” has unsaved changes.", name=name),
        tr("Without saving they are lost."),
    )
    box.setStandardButtons(_Button.Save | _Button.Discard | _Button.Cancel)
    box.setDefaultButton(_Button.Save)
    answers = {_Button.Save: Answer.SAVE, _Button.Discard: Answer.DISCARD}
    return answers.get(_Button(box.exec()), Answer.CANCEL)


def ask_changed(parent: QWidget, path: Path) -> Answer:
    """What to do about a file that another program has written since."""
    words = tr("“{name}” was changed by another program since you opened it.", name=path.name)
    box = _box(parent, words, tr("Saving here replaces that; a backup is kept."))
    here = box.addButton(tr("Save Here"), QMessageBox.ButtonRole.DestructiveRole)
    elsewhere = box.addButton(tr("Save As …"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(_Button.Cancel)
    box.setDefaultButton(elsewhere)
    box.exec()
    if box.clickedButton() is here:
        return Answer.SAVE
    return Answer.ELSEWHERE if box.clickedButton() is elsewhere else Answer.CANCEL


def ask_discard(parent: QWidget) -> bool:
    """Whether unsaved work of an earlier session is really to go."""
    box = _box(
        parent, tr("Discard this unsaved work?"), tr("It cannot be brought back afterwards.")
    )
    box.setStandardButtons(_Button.Discard | _Button.Cancel)
    box.setDefaultButton(_Button.Cancel)
    return _Button(box.exec()) is _Button.Discard


class Consent(Enum):
    """How long files may be touched."""

    REFUSED = "refused"
    ONCE = "once"
    ALWAYS = "always"


def ask_consent(parent: QWidget, outside: Consents, *, may_remember: bool) -> Consent:
    """Whether a run may touch files outside the project's folder."""
    lines = [tr("Read {path}", path=path) for path in outside.reads]
    lines += [tr("Write {path}", path=path) for path in outside.writes]
    shown = lines[:_MOST_FILES]
    if len(lines) > len(shown):
        shown.append(tr("… and {count} more", count=len(lines) - len(shown)))
    words = tr("This run touches files outside the project's folder. Allow it?")
    box = _box(parent, words, "\n".join(shown))
    if len(lines) > len(shown):
        box.setDetailedText("\n".join(lines))
    once = box.addButton(tr("Allow Once"), QMessageBox.ButtonRole.AcceptRole)
    always = None
    if may_remember:
        always = box.addButton(tr("Allow for This Project"), QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(tr("Do Not Allow"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.exec()
    if box.clickedButton() is once:
        return Consent.ONCE
    is_always = always is not None and box.clickedButton() is always
    return Consent.ALWAYS if is_always else Consent.REFUSED


def tell(parent: QWidget | None, words: str, error: StoryloomError) -> None:
    """Say that something was refused, and why."""
    _box(parent, words, told(error)).exec()


def tell_mishap(parent: QWidget | None, words: str, details: str) -> QMessageBox:
    """Say, without stopping anything, that the program made a mistake. The box is shown."""
    box = _box(parent, tr("Something went wrong in Storyloom."), words)
    box.setDetailedText(details)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowModality(Qt.WindowModality.NonModal)
    box.show()
    return box


def _box(parent: QWidget | None, text: str, more: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("Storyloom"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(more)
    return box
