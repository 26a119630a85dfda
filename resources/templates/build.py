"""Makes the starter projects: python -m resources.templates.build [FOLDER].

Each is drawn in the program's own window, off the screen, with a tablet's events. It takes minutes.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple, Protocol

from resources.templates.artist import Artist
from resources.templates.drawings import lighthouse_dusk, puddle_leap, teapot_turn
from resources.templates.studio import studio


class Drawing(Protocol):
    """Draws a board, or its first panels."""

    def __call__(self, artist: Artist, *, panels: int = ...) -> None: ...


class Starter(NamedTuple):
    """A starter project: its file name, what it says of itself, and who draws it."""

    name: str
    title: str
    note: str
    draw: Drawing


STARTERS = (
    Starter(
        "puddle_leap",
        "A courier leaps over a puddle",
        "Character action in three shots: anticipation, leap, squash, overshoot, settle. Every "
        "limb has a layer of its own. Redraw a pose, or change how many frames it lasts.",
        puddle_leap.draw,
    ),
    Starter(
        "teapot_turn",
        "A teapot turns once round",
        "A product turntable: 24 drawings, one every 15 degrees, and a slow push in on the label. "
        "The pot, its shine and the table are drawn once; spout, handle, label and shadow turn.",
        teapot_turn.draw,
    ),
    Starter(
        "lighthouse_dusk",
        "Evening at the lighthouse",
        "A camera move: layers at their own depths slide apart while the light goes; only every "
        "twelfth frame is drawn. The beam of the second shot is a layer that screens.",
        lighthouse_dusk.draw,
    ),
)


def build(folder: Path, starter: Starter) -> Path:
    """Draw a starter and save it into a folder, replacing what is there."""
    file = folder / f"{starter.name}.loom"
    with studio(starter.title, starter.note, starter.name) as artist:
        starter.draw(artist)
        file.unlink(missing_ok=True)
        artist.save(file)
    return file


def main(*arguments: str) -> None:
    """Build all starters, or those named, into the folder of the templates or another."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folders = [Path(argument) for argument in arguments if Path(argument).is_dir()]
    folder = folders[0] if folders else Path(__file__).resolve().parent
    names = {argument for argument in arguments if not Path(argument).is_dir()}
    for starter in STARTERS:
        if not names or starter.name in names:
            made = build(folder, starter)
            print(f"{made.name}: {made.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
