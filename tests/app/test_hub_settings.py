"""Mirror, offline switch and token: remembered, and the token in the keyring only."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from app.models.kept_choices import kept_choice
from app.window.hub_box import HubBox
from app.window.main_window import MainWindow
from app.window.settings_dialog import SettingsDialog
from app.window.token_dialog import TokenDialog
from pipelines.models.hub_token import TokenPlace, kept_token, token_place


class MemoryKeyring(KeyringBackend):
    """A keyring that forgets."""

    priority = 1  # type: ignore[assignment] - keyring declares a property of its class

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture(autouse=True)
def own_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    """Never the machine's own."""
    monkeypatch.delenv("HF_TOKEN", raising=False)
    before, mine = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(mine)
    yield mine
    keyring.set_keyring(before)


def box_of(qtbot: QtBot, settings: QSettings) -> HubBox:
    """The settings, once it is known where the token is."""
    box = HubBox(settings)
    qtbot.addWidget(box)
    box.show()
    qtbot.waitUntil(lambda: "Looking" not in box.token_words.text())
    return box


def test_mirror_and_offline_are_remembered(qtbot: QtBot, settings: QSettings) -> None:
    box = box_of(qtbot, settings)
    box.endpoint.setText("https://mirror.example/")
    box.endpoint.editingFinished.emit()
    box.offline.setChecked(True)
    assert kept_choice(settings).endpoint == "https://mirror.example"
    assert kept_choice(settings).offline
    again = box_of(qtbot, settings)
    assert again.endpoint.text() == "https://mirror.example"
    assert again.offline.isChecked()


def test_what_is_no_address_is_told_and_not_kept(qtbot: QtBot, settings: QSettings) -> None:
    box = box_of(qtbot, settings)
    box.endpoint.setText("mirror example")
    box.endpoint.editingFinished.emit()
    assert box.wrong.isVisible()
    assert kept_choice(settings).endpoint == ""


def test_a_token_goes_into_the_keyring_and_nowhere_else(
    qtbot: QtBot, settings: QSettings, own_keyring: MemoryKeyring
) -> None:
    box = box_of(qtbot, settings)
    assert "There is none" in box.token_words.text()
    dialog = TokenDialog(box)
    dialog.open()
    dialog.line.setText(" hf_secret ")
    with qtbot.waitSignal(dialog.finished):
        dialog.keep.click()
    assert list(own_keyring.kept.values()) == ["hf_secret"]
    assert kept_token() == "hf_secret"
    settings.sync()
    assert not any("hf_secret" in str(settings.value(key)) for key in settings.allKeys())
    assert "in this system" in box_of(qtbot, settings).token_words.text()
    dialog = TokenDialog(box)
    dialog.open()
    with qtbot.waitSignal(dialog.finished):
        dialog.forget.click()
    assert own_keyring.kept == {}


def test_a_machine_without_a_keyring_says_so(qtbot: QtBot, settings: QSettings) -> None:
    keyring.set_keyring(NoKeyring())
    assert token_place() is TokenPlace.NO_KEYRING
    box = box_of(qtbot, settings)
    assert "no keyring" in box.token_words.text()
    assert not box.token.isEnabled()
    dialog = TokenDialog(box)
    dialog.open()
    dialog.line.setText("hf_secret")
    dialog.keep.click()
    qtbot.waitUntil(lambda: "Nothing was kept" in dialog.words.text())
    dialog.reject()


def test_a_token_of_the_environment_is_said(
    qtbot: QtBot, settings: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_other")
    box = box_of(qtbot, settings)
    assert "HF_TOKEN" in box.token_words.text()
    assert not box.token.isEnabled()


def test_the_window_of_models_leads_to_these_settings(window: MainWindow) -> None:
    window.models.settings_asked.emit()
    (dialog,) = window.findChildren(SettingsDialog)
    assert dialog.hub.isVisible()
    dialog.done(0)
