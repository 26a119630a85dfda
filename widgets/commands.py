"""Commands: what can be done, where its keys hold, and the book that knows them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QAction, QKeySequence

from widgets.words import tr

_KEYS = "keys"


class Scope(StrEnum):
    """Where the keys of a command hold: in the whole window, or in one of its views."""

    EVERYWHERE = "everywhere"
    CANVAS = "canvas"
    VIEWER = "viewer"
    STRIP = "strip"
    PAPER = "paper"
    MASK = "mask"
    INSPECTOR = "inspector"
    RUNS = "runs"
    OUTLINE = "outline"
    HISTORY = "history"

    @property
    def label(self) -> str:
        """Its name for a person."""
        return {
            Scope.EVERYWHERE: tr("Everywhere"),
            Scope.CANVAS: tr("Canvas"),
            Scope.VIEWER: tr("Viewer"),
            Scope.STRIP: tr("Storyboard"),
            Scope.PAPER: tr("Paper"),
            Scope.MASK: tr("Masks"),
            Scope.INSPECTOR: tr("Inspector"),
            Scope.RUNS: tr("Runs"),
            Scope.OUTLINE: tr("Outline"),
            Scope.HISTORY: tr("History"),
        }[self]


@dataclass(frozen=True, slots=True)
class Command:
    """An action with a stable id ("canvas.group"), its scope, and what it came with."""

    id: str
    scope: Scope
    action: QAction
    title: str
    """What it is called whatever it is about just now: "Undo"."""
    default_keys: tuple[QKeySequence, ...]

    @property
    def name(self) -> str:
        """What it is called now: "Undo Pencil stroke"."""
        return _bare(self.action.text())

    @property
    def keys(self) -> tuple[QKeySequence, ...]:
        """The keys that it has now."""
        return tuple(self.action.shortcuts())

    @property
    def is_changed(self) -> bool:
        """Whether a person gave it other keys."""
        return self.keys != self.default_keys


class Conflict(NamedTuple):
    """Two commands that want the same key at the same place."""

    key: QKeySequence
    one: Command
    other: Command


class CommandBook(QObject):
    """All commands of a window, by id. Views hand theirs in, and keep owning the actions."""

    changed = Signal()
    """Commands came or went, or keys changed."""

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._commands: dict[str, Command] = {}

    @property
    def commands(self) -> tuple[Command, ...]:
        """All that are there now, scope by scope."""
        order = list(Scope)
        return tuple(sorted(self._commands.values(), key=lambda one: order.index(one.scope)))

    def collect(self, scope: Scope, actions: Mapping[str, QAction]) -> None:
        """Take in the actions of a view, and give them the keys that the person chose."""
        for name, action in actions.items():
            title, keys = _bare(action.text()), tuple(action.shortcuts())
            command = Command(f"{scope}.{name}", scope, action, title, keys)
            self._commands[command.id] = command
            kept = self._kept(command.id)
            if kept is not None:
                action.setShortcuts(list(kept))
        self.changed.emit()

    def forget(self, scope: Scope) -> None:
        """The views of a scope are going: their actions are not touched again."""
        self._commands = {key: one for key, one in self._commands.items() if one.scope != scope}
        self.changed.emit()

    def find(self, command_id: str) -> Command | None:
        """A command by its id."""
        return self._commands.get(command_id)

    def set_keys(self, command_id: str, keys: tuple[QKeySequence, ...]) -> None:
        """Give a command other keys, from now on and in every session; none is a choice too."""
        command = self._commands[command_id]
        command.action.setShortcuts(list(keys))
        if keys == command.default_keys:
            self._settings.remove(f"{_KEYS}/{command_id}")
        else:
            words = "\n".join(key.toString(_PORTABLE) for key in keys)
            self._settings.setValue(f"{_KEYS}/{command_id}", words)
        self.changed.emit()

    def reset(self, command_id: str) -> None:
        """Give a command the keys that it came with."""
        self.set_keys(command_id, self._commands[command_id].default_keys)

    def reset_all(self) -> None:
        """Give every command the keys that it came with, also those of views that are not open."""
        self._settings.remove(_KEYS)
        for command in self._commands.values():
            command.action.setShortcuts(list(command.default_keys))
        self.changed.emit()

    def conflicts(self) -> tuple[Conflict, ...]:
        """Which commands share a key in one scope, or with one that holds everywhere."""
        holders: dict[str, list[Command]] = {}
        for command in self.commands:
            for key in dict.fromkeys(key.toString(_PORTABLE) for key in command.keys):
                if key:
                    holders.setdefault(key, []).append(command)
        return tuple(
            Conflict(QKeySequence(key), one, other)
            for key, found in holders.items()
            for place, one in enumerate(found)
            for other in found[place + 1 :]
            if one.scope == other.scope or Scope.EVERYWHERE in (one.scope, other.scope)
        )

    def _kept(self, command_id: str) -> tuple[QKeySequence, ...] | None:
        if not self._settings.contains(f"{_KEYS}/{command_id}"):
            return None
        words = str(self._settings.value(f"{_KEYS}/{command_id}"))
        return tuple(QKeySequence(word) for word in words.split("\n") if word)


_PORTABLE = QKeySequence.SequenceFormat.PortableText


def _bare(text: str) -> str:
    """A text without the marks of menus."""
    bare = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    return bare.strip().removesuffix("…").removesuffix("...").strip()
