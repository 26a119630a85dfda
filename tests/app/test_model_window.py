"""The window of models: what is listed, fetched, checked, deleted and added through it."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.models.kept_choices import keep_downloads, keep_offline, kept_downloads
from app.window.main_window import MainWindow
from app.window.model_window import ModelWindow
from app.window.own_folder_dialog import OwnFolderDialog
from tests.app.model_stage import settle_machine
from tests.models.conftest import hub, weights
from tests.models.loopback_hub import Faults, LoopbackHub
from widgets.models.entry import Stand
from widgets.models.sayings import size_words

__all__ = ["hub"]

PATIENCE = 60_000


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, hub: LoopbackHub, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of its own; its list of models is answered."""
    return settle_machine(tmp_path, hub, monkeypatch)


@pytest.fixture
def models(qtbot: QtBot, window: MainWindow) -> ModelWindow:
    """The window of models, once it knows what is here."""
    desk = window.models.desk
    with qtbot.waitSignal(desk.stock_changed, timeout=PATIENCE):
        window.menus.commands["models"].trigger()
    assert window.models.shown is not None
    return window.models.shown


def stand(models: ModelWindow, model: str) -> Stand:
    """How a model stands as it is listed."""
    return models.desk.shelf.entries[model].stand


def fetch(qtbot: QtBot, window: MainWindow, model: str) -> None:
    """Download a model through the dialog that says first what would come."""
    desk = window.models.desk
    assert window.models.shown is not None
    window.models.shown.list.choose(model)
    window.models.shown.details.fetch.download.click()
    dialog = window.models.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.start.isEnabled, timeout=PATIENCE)
    assert "to fetch" in dialog.words.text()
    assert "free in" in dialog.room.text()
    with qtbot.waitSignals([desk.downloads.done, desk.stock_changed], timeout=PATIENCE):
        dialog.start.click()


def test_models_are_listed_by_what_they_are_for_and_searched(models: ModelWindow) -> None:
    rows = models.list.rows
    assert {"small", "big", "wan-vace-1.3b"} <= set(rows.models)
    models.list.search.setText("vace 14b")
    assert "wan-vace-14b" in rows.models
    assert "small" not in rows.models
    models.list.search.setText("nothing is called so")
    assert rows.models == []
    assert "Clear the search" in models.list.view.hint
    assert models.entry is None
    models.list.choose("small")
    assert models.list.search.text() == ""
    assert models.details.title.text() == "Small"


def test_the_first_of_a_family_says_what_comes_only_once(models: ModelWindow) -> None:
    models.list.choose("wan-vace-1.3b")
    entry = models.entry
    assert entry is not None
    assert size_words(entry.bytes) in models.details.fetch.download.text()
    assert entry.bytes > 15 * 2**30
    assert "come only once" in models.details.shared.text()
    assert "Wan2.1 VACE 14B" in models.details.shared.text()


def test_a_part_says_whether_it_is_pinned(models: ModelWindow) -> None:
    models.list.choose("small")
    cards = models.details.cards
    assert [card.source.text().count("unpinned") for card in cards] == [1, 1]
    models.list.choose("wan-vace-1.3b")
    cards = models.details.cards
    assert [card.source.text().count("revision") for card in cards] == [1, 1, 1]


def test_a_model_is_fetched_verified_and_deleted(
    qtbot: QtBot, window: MainWindow, models: ModelWindow
) -> None:
    desk = window.models.desk
    fetch(qtbot, window, "small")
    assert stand(models, "small") is Stand.VERIFIED
    assert "Verified on" in models.details.fetch.state.words.text()
    with qtbot.waitSignals([desk.checks.done, desk.stock_changed], timeout=PATIENCE):
        models.commands["verify_model"].trigger()
    assert stand(models, "small") is Stand.VERIFIED
    models.commands["delete_model"].trigger()
    (box,) = models.findChildren(QMessageBox)
    assert "This frees" in box.text()
    (delete,) = [one for one in box.findChildren(QPushButton) if one.objectName() == "delete"]
    with qtbot.waitSignals([desk.background.removed, desk.stock_changed], timeout=PATIENCE):
        delete.click()
    assert stand(models, "small") is Stand.ABSENT


def test_what_another_model_needs_stays_and_that_is_said_before(
    qtbot: QtBot, window: MainWindow, models: ModelWindow
) -> None:
    fetch(qtbot, window, "small")
    fetch(qtbot, window, "big")
    models.list.choose("small")
    models.commands["delete_model"].trigger()
    (box,) = models.findChildren(QMessageBox)
    assert "stay" in box.informativeText()
    assert "words" in box.informativeText()
    assert "Big" in box.informativeText()
    box.reject()
    assert stand(models, "small") is Stand.VERIFIED


def test_a_download_is_shown_in_the_middle_and_stopped_at_once(
    qtbot: QtBot, window: MainWindow, models: ModelWindow, hub: LoopbackHub
) -> None:
    hub.faults = Faults(file="model.safetensors", hold=Event())
    models.list.choose("small")
    models.details.fetch.download.click()
    dialog = window.models.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.start.isEnabled, timeout=PATIENCE)
    dialog.start.click()
    qtbot.waitUntil(hub.half_sent.is_set, timeout=PATIENCE)
    assert models.downloads.isVisible()
    assert models.details.fetch.bar.isVisible()
    assert models.downloads.list.item(0).text() == "Small"
    models.downloads.pause.click()
    assert models.downloads.pause.text() == "Resume"
    with qtbot.waitSignal(window.models.desk.stock_changed, timeout=PATIENCE):
        models.details.fetch.cancel.click()
        assert window.models.desk.downloads.jobs == ()
        assert models.downloads.isHidden()
    assert models.details.fetch.download.isVisible()


def test_what_fails_is_told_with_a_retry(
    qtbot: QtBot, window: MainWindow, models: ModelWindow, hub: LoopbackHub
) -> None:
    desk = window.models.desk
    hub.faults = Faults(file="model.safetensors", status=503)
    with qtbot.waitSignal(desk.downloads.failed, timeout=PATIENCE):
        desk.fetch(["small"])
    models.list.choose("small")
    row = models.details.fetch
    assert row.retry.isVisible()
    assert "503" in row.failure.text()
    hub.faults = Faults()
    with qtbot.waitSignal(desk.downloads.done, timeout=PATIENCE):
        row.retry.click()
    assert desk.downloads.jobs == ()


def test_a_hub_that_is_not_there_is_told_before_anything_begins(
    qtbot: QtBot, window: MainWindow, models: ModelWindow, settings: QSettings
) -> None:
    keep_offline(settings, offline=True)
    models.list.choose("small")
    models.details.fetch.download.click()
    dialog = window.models.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.again.isVisible, timeout=PATIENCE)
    assert "switched off" in dialog.words.text()
    assert "offered at the next start" in dialog.leaving.text()
    assert not dialog.start.isEnabled()
    dialog.reject()
    assert window.models.dialog is None


def test_downloads_that_were_not_finished_are_offered_and_not_begun(
    qtbot: QtBot, window: MainWindow, settings: QSettings, models: ModelWindow
) -> None:
    desk = window.models.desk
    desk.downloads.pause()
    desk.fetch(["big", "small"])
    assert kept_downloads(settings) == ("big", "small")
    desk.downloads.remove("big")
    desk.downloads.remove("small")
    assert kept_downloads(settings) == ()
    desk.offered = ("big",)
    models.notice.update_content()
    assert "Big" in models.notice.words.text()
    assert desk.downloads.jobs == ()
    models.notice.forget.click()
    assert models.notice.isHidden()
    assert kept_downloads(settings) == ()


def test_a_start_says_what_was_not_finished(settings: QSettings, window: MainWindow) -> None:
    keep_downloads(settings, ["big"])
    window.models.desk.offered = kept_downloads(settings)
    window.models.offer_unfinished()
    assert "1 download was not finished" in window.toasts.shown[-1].words


def test_damage_is_found_by_a_check_and_offers_to_fetch_again(
    qtbot: QtBot, window: MainWindow, models: ModelWindow, tmp_path: Path
) -> None:
    desk = window.models.desk
    fetch(qtbot, window, "small")
    (blob,) = (path for path in tmp_path.rglob("model.safetensors") if "snapshots" in path.parts)
    blob.resolve().write_bytes(weights(10_000)[:-1] + b"x")
    with qtbot.waitSignals([desk.checks.done, desk.stock_changed], timeout=PATIENCE):
        models.commands["verify_model"].trigger()
    assert stand(models, "small") is Stand.DAMAGED
    assert models.details.fetch.download.text().startswith("Download Again")
    assert "damaged" in window.toasts.shown[-1].words


def test_a_folder_of_ones_own_becomes_a_model(
    qtbot: QtBot, models: ModelWindow, tmp_path: Path, machine: Path
) -> None:
    folder = tmp_path / "my weights"
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(weights(100))
    (folder / "notes.bin").write_bytes(b"no")
    dialog = OwnFolderDialog(folder, models.desk, models)
    dialog.open()
    qtbot.waitUntil(dialog.add.isEnabled, timeout=PATIENCE)
    assert "*.safetensors" in dialog.words.text()
    with qtbot.waitSignal(models.desk.stock_changed, timeout=PATIENCE):
        dialog.add.click()
    qtbot.waitUntil(lambda: "own-my-weights" in models.list.rows.models, timeout=PATIENCE)
    assert stand(models, "own-my-weights") is Stand.HERE
    assert "me/big" in machine.read_text(encoding="utf-8")


def test_a_folder_without_safetensors_is_refused(
    qtbot: QtBot, models: ModelWindow, tmp_path: Path
) -> None:
    (tmp_path / "pickles").mkdir()
    (tmp_path / "pickles" / "model.bin").write_bytes(b"\x80\x02")
    dialog = OwnFolderDialog(tmp_path / "pickles", models.desk, models)
    dialog.open()
    qtbot.waitUntil(lambda: "never opened" in dialog.words.text(), timeout=PATIENCE)
    assert not dialog.add.isEnabled()
    dialog.reject()


def test_a_list_of_ones_own_that_is_wrong_is_told_and_the_others_stay(
    qtbot: QtBot, models: ModelWindow, machine: Path
) -> None:
    machine.write_text("[part.x]\nbytes = 'many'\n", encoding="utf-8")
    with qtbot.waitSignal(models.desk.stock_changed, timeout=PATIENCE):
        models.commands["look_at_models"].trigger()
    assert str(machine) in models.notice.words.text()
    assert "wan-vace-1.3b" in models.list.rows.models


def test_an_entry_of_ones_own_opens_the_list(
    models: ModelWindow, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    machine.unlink()
    models.commands["add_model_entry"].trigger()
    assert "[part.my-model]" in machine.read_text(encoding="utf-8")
    assert [url.toLocalFile() for url in opened] == [str(machine)]


def test_everything_in_it_is_reached_by_keyboard(qtbot: QtBot, models: ModelWindow) -> None:
    models.list.search.setFocus()
    qtbot.keyClicks(models.list.search, "the big one")
    qtbot.keyClick(models.list.search, Qt.Key.Key_Down)
    assert models.list.current == "big"
    assert not models.commands["delete_model"].isEnabled()
    assert models.commands["download_model"].isEnabled()


def test_looking_at_the_disk_asks_nothing_of_the_hub(
    qtbot: QtBot, models: ModelWindow, hub: LoopbackHub
) -> None:
    with qtbot.waitSignal(models.desk.stock_changed, timeout=PATIENCE):
        models.commands["look_at_models"].trigger()
    assert hub.asked == []
