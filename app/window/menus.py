"""The menus of the window and the actions that hold everywhere in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMenu, QMenuBar

from app.window.appearance import Appearance, Dresser
from app.window.docks import Place
from app.window.recent_files import recent_files, why_missing
from widgets.words import tr

if TYPE_CHECKING:
    from app.window.main_window import MainWindow
    from app.window.settings_dialog import SettingsDialog

_Keys = QKeySequence.StandardKey


def lay_out(bar: QMenuBar) -> list[QMenu]:
    """The menus of the window by name, with nothing in them yet."""
    titles = (tr("&File"), tr("&Edit"), tr("&Run"), tr("&View"), tr("&Help"))
    return [bar.addMenu(title) for title in titles]


class Menus(QObject):
    """Makes the actions and lays them into menus. `commands` has them by id."""

    def __init__(
        self, window: MainWindow, menus: list[QMenu], settings: QSettings, dresser: Dresser
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._dresser = dresser
        self.recent = QMenu(tr("Open &Recent"), window)
        self.commands = self._made_actions()
        self._fill(*menus)
        window.models.settings_asked.connect(self.show_hub_settings)
        self.recent.aboutToShow.connect(self._on_recent_opened)
        self.recent.triggered.connect(self._on_recent_chosen)

    @Slot()
    def update_content(self) -> None:
        """Show what can be done."""
        window = self._window
        has_project = window.project is not None
        for key in ("save", "save_as", "run_exports", "run_other_seeds"):
            self.commands[key].setEnabled(has_project)
        has_selection = window.canvas is not None and bool(window.canvas.selected)
        self.commands["run"].setEnabled(has_selection)
        self.commands["stop"].setEnabled(window.desk.is_running)
        self.commands["free_models"].setEnabled(bool(window.desk.warm_models))
        self._update_undo(window.project.model.undo_stack if window.project is not None else None)

    def _update_undo(self, stack: QUndoStack | None) -> None:
        undo, redo = self.commands["undo"], self.commands["redo"]
        undo.setText(_named(tr("&Undo"), stack.undoText() if stack is not None else ""))
        redo.setText(_named(tr("&Redo"), stack.redoText() if stack is not None else ""))
        undo.setEnabled(stack is not None and stack.canUndo())
        redo.setEnabled(stack is not None and stack.canRedo())

    def _made_actions(self) -> dict[str, QAction]:
        window, projects = self._window, self._window.projects
        return {
            "new": self._made(tr("&New"), _Keys.New, projects.begin_empty),
            "remove_thing": self._made(
                tr("&Take a Thing out of a Film …"), "", projects.ask_removal
            ),
            "replace_thing": self._made(
                tr("Re&place a Thing in a Film …"), "", projects.ask_replacement
            ),
            "open": self._made(tr("&Open …"), _Keys.Open, projects.ask_open),
            "save": self._made(tr("&Save"), _Keys.Save, projects.save),
            "save_as": self._made(tr("Save &As …"), "Ctrl+Shift+S", projects.save_as),
            "models": self._made(tr("&Models …"), "Ctrl+Shift+M", window.models.show_window),
            "settings": self._made(tr("Se&ttings …"), "Ctrl+,", self._on_settings),
            "shortcuts": self._made(tr("&Keyboard Shortcuts …"), "", self._on_shortcuts),
            "about": self._made(tr("&About Storyloom …"), "", self._on_about),
            "quit": self._made(tr("&Quit"), "Ctrl+Q", window.close),
            "undo": self._made(tr("&Undo"), _Keys.Undo, self._on_undo),
            "redo": self._made(tr("&Redo"), _Keys.Redo, self._on_redo),
            "run": self._made(tr("&Run Selected Nodes"), "F5", window.run_selected),
            "run_exports": self._made(tr("Run &Exports"), "Shift+F5", window.runner.run_exports),
            "run_other_seeds": self._made(
                tr("Run &Again with Other Seeds"), "Ctrl+F5", window.run_with_other_seeds
            ),
            "stop": self._made(tr("&Stop"), "Ctrl+.", window.desk.stop),
            "free_models": self._made(tr("&Free Models"), "", self._on_free_models),
        }

    def _made(self, text: str, keys: _Keys | str, slot: Callable[[], object]) -> QAction:
        action = QAction(text, self._window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        return action

    def _fill(self, file: QMenu, edit: QMenu, run: QMenu, view: QMenu, helping: QMenu) -> None:
        self._add(file, "new", "remove_thing", "replace_thing", "open")
        file.addMenu(self.recent)
        file.addSeparator()
        self._add(file, "save", "save_as")
        file.addSeparator()
        file.addAction(self._window.film.commands["export_film"])
        file.addActions(list(self._window.panel_export.commands.values()))
        file.addSeparator()
        file.addActions(list(self._window.files.commands.values()))
        file.addSeparator()
        self._add(file, "quit")
        self._add(edit, "undo", "redo")
        edit.addSeparator()
        edit.addActions(list(self._window.palette_box.commands.values()))
        self._add(edit, "models", "settings")
        run.addActions(list(self._window.film.commands.values()))
        run.addSeparator()
        self._add(run, "run", "run_exports", "run_other_seeds", "stop")
        run.addSeparator()
        self._add(run, "free_models")
        view.addActions(list(self._window.rooms.commands.values()))
        view.addActions(list(self._window.full_screen.commands.values()))
        view.addSeparator()
        view.addActions(list(self._window.view_keys.commands.values()))
        view.addSeparator()
        for place in Place:
            view.addAction(self._window.docks[place].toggleViewAction())
        view.addMenu(self._appearance_menu())
        self._add(helping, "shortcuts", "about")

    def _add(self, menu: QMenu, *keys: str) -> None:
        for key in keys:
            menu.addAction(self.commands[key])

    def _appearance_menu(self) -> QMenu:
        menu, group = QMenu(tr("&Appearance"), self._window), QActionGroup(self._window)
        for appearance in Appearance:
            action = QAction(appearance.label, group)
            action.setCheckable(True)
            action.setChecked(appearance is self._dresser.appearance)
            action.setData(appearance.value)
            menu.addAction(action)
        group.triggered.connect(self._on_appearance_chosen)
        return menu

    @Slot()
    def _on_undo(self) -> None:
        if self._window.project is not None:
            self._window.project.model.undo_stack.undo()

    @Slot()
    def _on_redo(self) -> None:
        if self._window.project is not None:
            self._window.project.model.undo_stack.redo()

    @Slot()
    def _on_settings(self) -> None:
        self._settings_shown().show()

    @Slot()
    def _on_free_models(self) -> None:
        """Let the worker go of the models that it keeps in memory."""
        self._window.desk.worker.free_models()

    @Slot()
    def show_hub_settings(self) -> None:
        """Open the settings where models are fetched from."""
        dialog = self._settings_shown()
        dialog.tabs.setCurrentWidget(dialog.models)
        dialog.show()

    @Slot()
    def _on_shortcuts(self) -> None:
        dialog = self._settings_shown()
        dialog.tabs.setCurrentWidget(dialog.shortcuts)
        dialog.show()

    @Slot()
    def _on_about(self) -> None:
        from app.window.about import about_box

        about_box(self._window).show()

    def _settings_shown(self) -> SettingsDialog:
        from app.window.settings_dialog import SettingsDialog

        dialog = SettingsDialog(
            self._settings,
            self._dresser,
            self._window.book,
            results=self._window.desk.results,
            sessions=self._window.projects.state_folder,
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    @Slot()
    def _on_recent_opened(self) -> None:
        self.recent.clear()
        for path in recent_files(self._settings):
            action = self.recent.addAction(path.stem.replace("&", "&&"))
            action.setData(str(path))
            why = why_missing(path)
            if why:
                action.setEnabled(False)
                action.setText(tr("{name} ({why})", name=action.text(), why=why))

    @Slot(QAction)
    def _on_recent_chosen(self, action: QAction) -> None:
        self._window.open_file(Path(str(action.data())))

    @Slot(QAction)
    def _on_appearance_chosen(self, action: QAction) -> None:
        appearance = Appearance(str(action.data()))
        self._dresser.show_appearance(appearance)
        self._settings.setValue("appearance", appearance.value)


def _named(words: str, step: str) -> str:
    return f"{words} {step.replace('&', '&&')}".strip()
