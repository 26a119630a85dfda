"""Settings are on the disk soon after they are changed, and never in the window's way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings
from pytestqt.qtbot import QtBot

from app.window.calm_settings import CalmSettings


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "settings.ini")


@pytest.fixture
def settings(qtbot: QtBot, file: str) -> Iterator[CalmSettings]:
    made = CalmSettings(file)
    yield made
    made.close()


def on_disk(file: str) -> str:
    return Path(file).read_text() if Path(file).exists() else ""


def test_what_is_set_is_there_at_once_and_on_the_disk_soon(
    settings: CalmSettings, file: str, qtbot: QtBot
) -> None:
    settings.setValue("room", "wire")
    assert settings.value("room") == "wire"
    qtbot.waitUntil(lambda: "room=wire" in on_disk(file))


def test_at_the_end_all_of_it_is_on_the_disk(settings: CalmSettings, file: str) -> None:
    layout = QByteArray(bytes(range(256)))
    settings.setValue("rooms/draw/layout", layout)
    settings.setValue("recent", ["one", "two"])
    settings.setValue("size", 3)
    settings.close()
    again = CalmSettings(file)
    assert again.value("rooms/draw/layout") == layout
    assert again.value("recent") == ["one", "two"]
    assert str(again.value("size")) == "3"
    again.close()


def test_what_is_removed_is_gone_with_all_below_it(settings: CalmSettings, file: str) -> None:
    for key in ("keys/a", "keys/b/c", "keyset"):
        settings.setValue(key, "x")
    settings.remove("keys")
    assert [settings.contains(key) for key in ("keys/a", "keys/b/c", "keyset")] == [
        False,
        False,
        True,
    ]
    assert settings.value("keys/a", "none") == "none"
    settings.close()
    assert keys_on_disk(file) == ["keyset"]


def test_what_another_program_set_meanwhile_stays(settings: CalmSettings, file: str) -> None:
    other = QSettings(file, QSettings.Format.IniFormat)
    other.setValue("theirs", "kept")
    other.sync()
    settings.setValue("ours", "too")
    settings.close()
    assert keys_on_disk(file) == ["ours", "theirs"]


def keys_on_disk(file: str) -> list[str]:
    """The keys that a program reads which starts now."""
    kept = CalmSettings(file)
    keys = kept.allKeys()
    kept.close()
    return keys
