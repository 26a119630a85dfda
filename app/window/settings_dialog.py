"""The settings: each of them does something, at once or from the next start, as it says."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.window.alerts import keep_alerts, wants_alerts
from app.window.appearance import Appearance, Dresser
from app.window.cache_box import CacheBox
from app.window.hub_box import HubBox
from app.window.interface_scale import SCALES, keep_scale, kept_scale
from app.window.model_wish_form import ModelWishForm
from nodes.registry import installed_plugins
from widgets.commands import CommandBook
from widgets.shortcut_editor import ShortcutEditor
from widgets.words import tr


class SettingsDialog(QDialog):
    """Changes hold as they are made; there is nothing to confirm."""

    def __init__(
        self,
        settings: QSettings,
        dresser: Dresser,
        book: CommandBook,
        *,
        results: Path,
        sessions: Path,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self._settings = settings
        self._dresser = dresser
        self.appearance = QComboBox()
        for appearance in Appearance:
            self.appearance.addItem(appearance.label, appearance.value)
        self.appearance.setCurrentIndex(list(Appearance).index(dresser.appearance))
        self.scale = QComboBox()
        for scale in SCALES:
            self.scale.addItem(tr("{percent} %", percent=scale), scale)
        self.scale.setCurrentIndex(SCALES.index(kept_scale(settings)))
        self.alerts = QCheckBox(tr("Call me when a long run ends while I work elsewhere"))
        self.alerts.setChecked(wants_alerts(settings))
        self.cache = CacheBox(results)
        self.hub = HubBox(settings)
        self.placing = ModelWishForm(settings)
        self.shortcuts = ShortcutEditor(book)
        self._sessions = sessions
        self.tabs = QTabWidget()
        self.tabs.addTab(self._general(), tr("General"))
        self.tabs.addTab(self._storage(), tr("Storage"))
        self.models = self._of_models()
        self.tabs.addTab(self.models, tr("Models"))
        self.tabs.addTab(self.shortcuts, tr("Shortcuts"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in buttons.buttons():
            button.setIcon(QIcon())
        column = QVBoxLayout(self)
        column.addWidget(self.tabs)
        column.addWidget(buttons)
        letter = self.fontMetrics().height()
        self.resize(44 * letter, 36 * letter)
        self.appearance.currentIndexChanged.connect(self._on_appearance)
        self.scale.currentIndexChanged.connect(self._on_scale)
        self.alerts.toggled.connect(self._on_alerts)
        buttons.rejected.connect(self.reject)

    def _general(self) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.addRow(tr("&Appearance"), self.appearance)
        form.addRow(tr("Interface &size"), self.scale)
        form.addRow("", _told(tr("The size holds from the next start.")))
        form.addRow(tr("&Notifications"), self.alerts)
        plugins = installed_plugins()
        if plugins:
            names = ", ".join(plugins)
            words = tr(
                "{names}. They are imported only where the command line names them with --plugin.",
                names=names,
            )
            form.addRow(tr("Plug-ins"), _told(words))
        return page

    def _of_models(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.placing)
        column.addWidget(self.hub)
        column.addStretch(1)
        return page

    def _storage(self) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.addRow(tr("Kept results"), self.cache)
        words = tr(
            "Every step is written down as it is made, so there is nothing to set. The work of a "
            "window that was killed is offered at the next start. It lies in {folder}",
            folder=self._sessions,
        )
        form.addRow(tr("Unsaved work"), _told(words))
        return page

    @Slot()
    def _on_appearance(self) -> None:
        appearance = Appearance(str(self.appearance.currentData()))
        self._dresser.show_appearance(appearance)
        self._settings.setValue("appearance", appearance.value)

    @Slot()
    def _on_scale(self) -> None:
        keep_scale(self._settings, int(self.scale.currentData()))

    @Slot(bool)
    def _on_alerts(self, wanted: bool) -> None:
        keep_alerts(self._settings, wanted=wanted)


def _told(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(label.textFormat().PlainText)
    label.setWordWrap(True)
    return label
