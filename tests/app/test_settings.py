"""The settings: what each of them does."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.alerts import wants_alerts
from app.window.interface_scale import keep_scale, scale_interface
from app.window.main_window import MainWindow
from app.window.model_wish import kept_wish
from app.window.settings_dialog import SettingsDialog
from nodes.frame_serving.messages import scene_of
from nodes.store import ResultStore, StoredValue
from pipelines.models.catalogue import Precision
from pipelines.models.placement import OPEN, Device, Offload, Wish


def opened(window: MainWindow) -> SettingsDialog:
    """The dialog, through its command."""
    window.menus.commands["settings"].trigger()
    dialog = window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog) and dialog.isVisible()
    return dialog


def test_the_appearance_changes_at_once_and_is_kept(
    window: MainWindow, settings: QSettings, qapp: QApplication
) -> None:
    dialog = opened(window)
    dialog.appearance.setCurrentIndex(2)
    assert qapp.palette().color(QPalette.ColorRole.Window).lightness() < 128
    dialog.appearance.setCurrentIndex(1)
    assert qapp.palette().color(QPalette.ColorRole.Window).lightness() > 128
    assert settings.value("appearance") == "light"
    dialog.close()


def test_kept_results_are_measured_and_cleared(window: MainWindow, qtbot: QtBot) -> None:
    with ResultStore(window.desk.results) as store:
        value = StoredValue("text", b"{}", {"a": np.zeros(300_000, np.uint8)})
        store.put_value("k.out", value, 1.0)
        store.flush()
    dialog = opened(window)
    qtbot.waitUntil(dialog.cache.clear.isEnabled, timeout=10_000)
    dialog.cache.clear.click()
    qtbot.waitUntil(dialog.cache.clear.isEnabled, timeout=10_000)
    assert "freed" in dialog.cache.size_words.text()
    with ResultStore(window.desk.results) as store:
        assert not store.has_value("k.out")
    dialog.close()


def test_attention_is_drawn_only_where_it_is_wanted(
    window: MainWindow, settings: QSettings
) -> None:
    dialog = opened(window)
    assert wants_alerts(settings)
    dialog.alerts.click()
    assert not wants_alerts(settings)
    dialog.close()


def test_the_size_is_asked_of_qt_before_the_application_is_made(
    tmp_path: Path, settings: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)
    scale_interface(settings)
    assert "QT_SCALE_FACTOR" not in os.environ
    keep_scale(settings, 150)
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    scale_interface(settings)
    assert os.environ["QT_SCALE_FACTOR"] == "2"
    monkeypatch.delenv("QT_SCALE_FACTOR")
    scale_interface(settings)
    assert os.environ["QT_SCALE_FACTOR"] == "1.5"


def test_the_shortcuts_have_a_command_of_their_own(window: MainWindow) -> None:
    window.menus.commands["shortcuts"].trigger()
    dialog = window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    assert dialog.tabs.currentWidget() is dialog.shortcuts
    dialog.close()


def test_how_models_are_put_is_kept_and_what_changes_results_changes_keys(
    window: MainWindow, settings: QSettings
) -> None:
    dialog = opened(window)
    assert kept_wish(settings) == OPEN
    dialog.placing.precision.setCurrentIndex(dialog.placing.precision.findData("fp8"))
    dialog.placing.offload.setCurrentIndex(dialog.placing.offload.findData("parts"))
    dialog.placing.device.setCurrentIndex(dialog.placing.device.findData("cpu"))
    wish = Wish(Precision.FP8, Offload.PARTS, device=Device.CPU)
    assert kept_wish(settings) == wish
    assert window.projects.begin_empty()
    assert window.project is not None
    snapshot = window.project.snapshot()
    assert snapshot.setting.wish == wish
    assert scene_of(snapshot).wish == wish
    settings.setValue("models/precision", "fp2")  # as a later version may
    assert kept_wish(settings).precision is None
    dialog.close()
