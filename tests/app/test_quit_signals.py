"""The program is told to end: it does so in order, and leaves nothing behind but its journal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from app.window.quit_signals import QuitSignals
from tests.app.projects import save_board

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_a_program_that_is_told_to_end_leaves_its_journal_and_nothing_else(
    qtbot: QtBot, tmp_path: Path, told: signal.Signals
) -> None:
    board = save_board(tmp_path / "board.loom")
    places = ("STORYLOOM_STATE", "STORYLOOM_CACHE", "XDG_CONFIG_HOME")
    own = {name: str(tmp_path / name) for name in places}
    program = subprocess.Popen(
        [sys.executable, "main.py", str(board)],
        cwd=ROOT,
        env={**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
    )
    watched = psutil.Process(program.pid)

    def is_at_work() -> bool:
        lines = [" ".join(child.cmdline()) for child in watched.children()]
        return any("spawn_main" in line for line in lines) and bool(sessions())

    def sessions() -> list[Path]:
        return list((tmp_path / "STORYLOOM_STATE" / "sessions").glob("*/work.sqlite"))

    qtbot.waitUntil(is_at_work, timeout=30_000)
    children = watched.children(recursive=True)
    program.send_signal(told)
    _, said = program.communicate(timeout=30)
    assert program.returncode == 0, said
    assert "leaked" not in said
    assert "Error" not in said
    assert len(sessions()) == 1
    assert psutil.wait_procs(children, timeout=10)[1] == []


def test_signals_are_who_had_them_before_again(qtbot: QtBot) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
    application = QCoreApplication.instance()
    assert application is not None
    heard = QuitSignals(application)
    assert signal.getsignal(signal.SIGTERM) not in before
    heard.close()
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)] == before
