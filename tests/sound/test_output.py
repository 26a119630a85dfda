"""The clock that goes by what is heard, with a device that is told what to play."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.sound import output as output_module
from app.sound.output import SoundOutput
from app.sound.stream import Fill, Stream
from tests.sound.devices import FakeDevice, Machine
from widgets.viewer.course import Course
from widgets.viewer.sound_track import RATE, SoundTrack

FPS = 25.0


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine()
    monkeypatch.setattr(output_module, "perf_counter", made)
    return made


@pytest.fixture
def device(machine: Machine) -> FakeDevice:
    return FakeDevice(machine)


@pytest.fixture
def output(device: FakeDevice, machine: Machine) -> Iterator[SoundOutput]:
    made = SoundOutput(device.open)
    yield made
    made.close()
    assert device.closed == (device.opened if device.is_there else 0)


def ramp(seconds: int = 4) -> SoundTrack:
    """A sound whose sample at a place in seconds is a tenth of it."""
    track = SoundTrack()
    for second in range(seconds):
        values = (second + np.arange(RATE) / RATE) / 10
        track.put(second, np.repeat(values[:, None], 2, axis=1).astype(np.float32))
    return track


def live(qtbot: QtBot, output: SoundOutput, device: FakeDevice) -> None:
    """Have the device opened, silent."""
    output.touch(SoundTrack(), 0.0)
    qtbot.waitUntil(lambda: device.fill is not None)
    device.pull(RATE // 10)


def test_without_a_device_time_goes_on(machine: Machine) -> None:
    device = FakeDevice(machine, is_there=False)
    output = SoundOutput(device.open)
    before = output.now()
    output.play(ramp(), Course(before, 0, FPS, 0, 99, True), FPS)
    output.close()
    machine.seconds += 2
    assert output.now() - before == pytest.approx(2)
    assert device.opened == 1


def test_a_device_that_never_answers_does_not_keep_the_window(
    monkeypatch: pytest.MonkeyPatch, machine: Machine
) -> None:
    monkeypatch.setattr(output_module, "_PATIENCE_SECONDS", 0.05)
    answers = Event()

    def wait_for_it(rate: int, fill: Fill) -> Stream:
        answers.wait()
        raise OSError(rate, fill)

    output = SoundOutput(wait_for_it)
    output.play(ramp(), Course(output.now(), 0, FPS, 0, 99, True), FPS)
    output.close()
    answers.set()


def test_the_device_says_what_time_it_is(
    qtbot: QtBot, output: SoundOutput, device: FakeDevice, machine: Machine
) -> None:
    live(qtbot, output, device)
    start = output.now()
    for _ in range(1000):  # the device is a thousandth slower than the machine
        device.pull(RATE // 100)
        machine.seconds += 0.01 * 0.001
    assert output.now() - start == pytest.approx(10.0, abs=0.001)
    before = output.now()
    machine.seconds -= 0.005
    assert output.now() == before


def test_sound_is_where_the_pictures_are(
    qtbot: QtBot, output: SoundOutput, device: FakeDevice, machine: Machine
) -> None:
    device.latency = 0.1
    live(qtbot, output, device)
    course = Course(output.soonest(), 25, FPS, 0, 99, True)
    output.play(ramp(), course, FPS)
    heard = device.pull(RATE)
    machine.seconds -= 0.51
    assert course.at <= output.now() < course.at + 0.5  # a tenth of it is on its way
    frame = course.frame_at(output.now())
    sample = round((output.now() - course.at) * RATE)
    assert heard[sample, 0] == pytest.approx((1.0 + sample / RATE) / 10, abs=1e-4)
    assert frame == int((1.0 + sample / RATE) * FPS)


def test_loops_marks_and_speed_are_heard(
    qtbot: QtBot, output: SoundOutput, device: FakeDevice
) -> None:
    live(qtbot, output, device)
    at = output.soonest()
    output.play(ramp(), Course(at, 50, -2 * FPS, 25, 74, True), FPS)
    heard = device.pull(RATE * 2)[:, 0] * 10
    assert heard[RATE // 4] == pytest.approx(51 / FPS - 0.5, abs=1e-3)
    assert heard[RATE] == pytest.approx(51 / FPS - 2 + 2, abs=1e-3)
    device.pull(RATE)
    output.play(ramp(), Course(output.soonest(), 90, FPS, 0, 99, False), FPS)
    heard = device.pull(RATE)[:, 0]
    assert heard[RATE // 4] > 0
    assert not heard[RATE // 2 :].any()


def test_a_scrub_lets_a_grain_be_heard_once(
    qtbot: QtBot, output: SoundOutput, device: FakeDevice
) -> None:
    live(qtbot, output, device)
    output.touch(ramp(), 2.0)
    heard = device.pull(RATE // 4)[:, 0]
    assert heard.max() == pytest.approx(0.2, abs=0.01)
    assert not heard[RATE // 10 :].any()
    assert not device.pull(RATE // 4).any()


def test_volume_changes_without_a_click(
    qtbot: QtBot, output: SoundOutput, device: FakeDevice
) -> None:
    live(qtbot, output, device)
    output.play(ramp(), Course(output.soonest(), 25, FPS, 0, 99, True), FPS)
    device.pull(RATE // 10)
    output.set_volume(0.0)
    heard = device.pull(RATE // 10)[:, 0]
    assert heard[0] > 0.1
    assert not heard[RATE // 100 :].any()
    assert np.abs(np.diff(heard)).max() < 0.002


def test_the_device_is_let_go_and_opened_again(
    qtbot: QtBot, output: SoundOutput, device: FakeDevice
) -> None:
    live(qtbot, output, device)
    output.rest()
    qtbot.waitUntil(lambda: device.closed == 1)
    output.touch(ramp(), 1.0)
    qtbot.waitUntil(lambda: device.opened == 2)
    assert device.pull(RATE // 10).any()
