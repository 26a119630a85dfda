"""Composes the window and what it owns, and runs it."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from platformdirs import user_cache_path, user_state_path
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtWidgets import QApplication

from app.window.appearance import Appearance, Dresser
from app.window.application import Application
from app.window.calm_settings import CalmSettings
from app.window.furnishing import Furnishing
from app.window.garbage import Garbage
from app.window.interface_scale import scale_interface
from app.window.language import speak, wanted_language
from app.window.main_window import MainWindow
from app.window.mishaps import Mishaps
from app.window.quit_signals import QuitSignals

_NAME = "Storyloom"
_CACHE_VARIABLE = "STORYLOOM_CACHE"
_STATE_VARIABLE = "STORYLOOM_STATE"


def run_window(project: str = "") -> int:
    """Show the window, on a project if one is named, until it is closed. Answers the exit code."""
    scale_interface(QSettings(_NAME.lower(), _NAME))
    take_every_pen_event()
    application = Application(sys.argv[:1])
    application.setApplicationName(_NAME)
    application.setOrganizationName(_NAME.lower())
    application.setDesktopFileName(_NAME.lower())
    settings = CalmSettings()
    speak(application, wanted_language(settings))
    state = state_folder()
    mishaps = Mishaps(state)
    mishaps.watch()
    garbage = Garbage(application)
    signals = QuitSignals(application)
    try:
        with window_begun(application, settings, state, results_folder()) as furnishing:
            furnishing.window.show()
            furnishing.begin(Path(project) if project else None)
            garbage.begin()
            return application.exec()
    finally:
        signals.close()
        garbage.end()
        settings.close()
        mishaps.close()


def take_every_pen_event() -> None:
    """Have Qt hand on all that a pen sends: merged moves cut the corners of quick strokes.

    It counts from before the application is made.
    """
    for merging in (
        Qt.ApplicationAttribute.AA_CompressTabletEvents,
        Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents,
    ):
        QCoreApplication.setAttribute(merging, False)


@contextmanager
def window_begun(
    application: QApplication, settings: QSettings, state: Path, results: Path
) -> Generator[Furnishing]:
    """A window with its start page, and what furnishes it; its worker ends with it."""
    dresser = Dresser(application, _appearance(settings))
    with as_file(files("resources") / "templates") as templates:
        starters = sorted(templates.glob("*.loom"))
        window = MainWindow(settings, dresser, state_folder=state / "sessions", starters=starters)
        furnishing = Furnishing(window, state, results)
        try:
            yield furnishing
        finally:
            furnishing.close()
            take_apart(window)


def take_apart(window: MainWindow) -> None:
    """Destroy a window now. The end of the application would take it apart in an order of its own,
    while it is seen: its children then hear that they are hidden, and look for a window that is
    half gone, which ends in a crash."""
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


@contextmanager
def window_made(
    application: QApplication, settings: QSettings, state: Path, results: Path
) -> Generator[MainWindow]:
    """A window with all that it is given; its worker ends with it."""
    with window_begun(application, settings, state, results) as furnishing:
        furnishing.finish()
        yield furnishing.window


def state_folder() -> Path:
    """Where unsaved work and logs are kept."""
    said = os.environ.get(_STATE_VARIABLE)
    return Path(said) if said else user_state_path("storyloom", appauthor=False)


def results_folder() -> Path:
    """Where results are kept between runs; the command line shares them."""
    said = os.environ.get(_CACHE_VARIABLE)
    return Path(said) if said else user_cache_path("storyloom", appauthor=False) / "results"


def _appearance(settings: QSettings) -> Appearance:
    kept = str(settings.value("appearance", Appearance.SYSTEM.value))
    return Appearance(kept) if kept in list(Appearance) else Appearance.SYSTEM
