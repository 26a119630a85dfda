"""Where the eye is: touchpad, pinch, fingers on a screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QInputDevice,
    QNativeGestureEvent,
    QPointingDevice,
    QPointingDeviceUniqueId,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.canvas.stage import Stage

PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def device(kind: QInputDevice.DeviceType) -> QPointingDevice:
    finger = QPointingDevice.PointerType.Finger
    can = QInputDevice.Capability.Position | QInputDevice.Capability.Scroll
    return QPointingDevice("hand", 7, kind, finger, can, 4, 1, "", QPointingDeviceUniqueId())


def two(qtbot: QtBot) -> Stage:
    return Stage(
        qtbot, {"a": "test.number", "s": "test.add"}, ["a > s.a"], {"a": (0, 0), "s": (400, 0)}
    )


def scroll(stage: Stage, way: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
    """Two fingers on a touchpad that tells no pixels."""
    viewport, at = stage.canvas.view.viewport(), QPointF(300, 200)
    whole = QPointF(viewport.mapToGlobal(at))
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    source = Qt.MouseEventSource.MouseEventNotSynthesized
    pad = device(QInputDevice.DeviceType.TouchPad)
    event = QWheelEvent(
        at, whole, QPoint(), way, buttons, keys, phase, False, source=source, device=pad
    )
    QCoreApplication.sendEvent(viewport, event)


def test_two_fingers_on_a_touchpad_pan(qtbot: QtBot) -> None:
    stage = two(qtbot)
    before = stage.title("a")
    scroll(stage, QPoint(40, -60))
    assert stage.title("a") - before == QPoint(20, -30)
    assert stage.canvas.view.scale_now == 1.0


def test_two_fingers_on_a_touchpad_zoom_with_ctrl(qtbot: QtBot) -> None:
    stage = two(qtbot)
    scroll(stage, QPoint(0, 120), CTRL)
    assert stage.canvas.view.scale_now > 1.0


def test_a_pinch_zooms_at_the_cursor(qtbot: QtBot) -> None:
    stage = two(qtbot)
    view, at = stage.canvas.view, QPointF(300, 200)
    before = view.to_scene(at.toPoint())
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        device(QInputDevice.DeviceType.TouchPad),
        2,
        at,
        at,
        QPointF(view.viewport().mapToGlobal(at)),
        0.25,
        QPointF(),
    )
    QCoreApplication.sendEvent(view.viewport(), event)
    assert view.scale_now == 1.25
    moved = view.to_scene(at.toPoint()) - before
    assert abs(moved.x()) < 2 and abs(moved.y()) < 2


class Screen:
    """Fingers on a touch screen."""

    def __init__(self, stage: Stage) -> None:
        self.viewport = stage.canvas.view.viewport()
        self.device = QTest.createTouchDevice()

    def touch(self, how: str, *fingers: QPoint) -> None:
        """Each finger that is down, in order, by what it does: press, move, release."""
        event = QTest.touchEvent(self.viewport, self.device, False)
        for number, (verb, at) in enumerate(zip(how.split(), fingers, strict=True)):
            getattr(event, verb)(number, at, self.viewport)
        event.commit()


def test_two_fingers_on_a_screen_zoom_and_pan_and_move_no_node(qtbot: QtBot) -> None:
    stage = two(qtbot)
    screen, start = Screen(stage), stage.title("a")
    one, other = start + QPoint(30, 0), start + QPoint(130, 0)
    screen.touch("press", start)
    screen.touch("move", one)
    screen.touch("move press", one, other)
    screen.touch("move move", one + QPoint(-50, 20), other + QPoint(50, 20))
    assert abs(stage.canvas.view.scale_now - 2.0) < 0.1
    screen.touch("release release", one, other)
    assert stage.model.undo_stack.count() == 0
    assert stage.canvas.scene.node_rect("a").topLeft() == QPointF(0, 0)


def test_one_finger_moves_a_node(qtbot: QtBot) -> None:
    stage = two(qtbot)
    screen, start = Screen(stage), stage.title("a")
    screen.touch("press", start)
    screen.touch("move", start + QPoint(20, 40))
    screen.touch("move", start + QPoint(60, 90))
    screen.touch("release", start + QPoint(60, 90))
    assert stage.graph.nodes["a"].y > 60
    assert stage.model.undo_stack.count() == 1
