"""The check-up: each check finds what is wrong, and a child that dies is a finding."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from threading import Event

import pytest

import main
from app.checks.child import Check, check_in_child
from app.checks.encoders import check_encoder
from app.checks.finding import Finding, State
from app.checks.machine import check_folder, check_python, room_of
from app.checks.packages import check_devices, check_package
from app.cli.doctor import verdict
from app.cli.exit_code import ExitCode


class TwoCards:
    """torch.cuda of a machine with two cards."""

    def is_available(self) -> bool:
        return True

    def device_count(self) -> int:
        return 2

    def mem_get_info(self, index: int) -> tuple[int, int]:
        return (6 << 30, (24 + index) << 30)

    def get_device_name(self, index: int) -> str:
        return f"Card {index}"


class NoCard(TwoCards):
    """torch.cuda of a machine without one."""

    def is_available(self) -> bool:
        return False


def die() -> list[Finding]:
    os._exit(3)


def hang() -> list[Finding]:
    Event().wait()
    return []


def test_the_doctor_checks_this_machine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main.main(["doctor", "--json", "--quick", "--cache", str(tmp_path / "cache")])
    found = {each["name"]: each for each in json.loads(capsys.readouterr().out)}
    assert [name for name, each in found.items() if each["state"] == "missing"] == []
    assert code == 0
    assert {"Python", "numpy", "encoder libx264", "PySide6", "qtawesome", "licence"} <= set(found)


def test_a_package_that_is_not_there_is_missing() -> None:
    found = check_package("nothing", "nothing_of_this_name")
    assert found.state is State.MISSING
    assert "nothing_of_this_name" in found.found
    assert found.mend


def test_an_encoder_that_is_not_there_is_missing() -> None:
    assert check_encoder("no_such_encoder", "mp4", "yuv420p").state is State.MISSING


def test_an_encoder_whose_film_cannot_be_read_is_missing() -> None:
    assert check_encoder("rawvideo", "rawvideo", "monob").state is State.MISSING


def test_a_folder_that_cannot_be_made_is_missing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (found,) = check_folder(tmp_path / "file" / "results")
    assert found.state is State.MISSING
    assert "STORYLOOM_CACHE" in found.mend


@pytest.mark.parametrize(
    ("room", "state"),
    [(1 << 20, State.MISSING), (2 << 30, State.OPTIONAL), (90 << 30, State.OK)],
)
def test_room_is_judged_by_what_results_need(room: int, state: State) -> None:
    assert room_of(room).state is state


def test_an_old_python_is_missing() -> None:
    assert check_python((3, 10, 14)).state is State.MISSING
    assert check_python((3, 11, 0)).state is State.OK


def test_only_what_is_missing_fails_the_doctor() -> None:
    fine = Finding("a", State.OK, "")
    assert verdict([fine, Finding("b", State.OPTIONAL, "")]) is ExitCode.DONE
    assert verdict([fine, Finding("b", State.MISSING, "")]) is ExitCode.FAILED


@pytest.mark.parametrize(
    ("check", "seconds", "found"), [(die, 60, "died with code 3"), (hang, 0.01, "no answer")]
)
def test_a_check_that_brings_its_process_down_is_a_finding(
    check: Check, seconds: float, found: str
) -> None:
    (finding,) = check_in_child("fragile", check, seconds=seconds)
    assert (finding.name, finding.state) == ("fragile", State.MISSING)
    assert found in finding.found


def test_graphics_cards_are_named_with_their_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch.cuda", TwoCards())
    assert [finding.found for finding in check_devices()] == [
        "Card 0, 6.0 of 24.0 GiB free",
        "Card 1, 6.0 of 25.0 GiB free",
    ]


def test_no_graphics_card_is_optional(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch.cuda", NoCard())
    assert [finding.state for finding in check_devices()] == [State.OPTIONAL]
