"""What the program asks of Qt before it makes its application."""

from __future__ import annotations

import subprocess
import sys

_CHILD = """
from PySide6.QtCore import QCoreApplication, Qt
from app.window import program

merging = (
    Qt.ApplicationAttribute.AA_CompressTabletEvents,
    Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents,
)
for one in merging:
    QCoreApplication.setAttribute(one, True)

class Begun(Exception):
    pass

def begun(arguments):
    print([QCoreApplication.testAttribute(one) for one in merging])
    raise Begun

program.Application = begun
try:
    program.run_window()
except Begun:
    pass
"""


def test_moves_of_the_pen_are_not_merged_once_the_application_is_made() -> None:
    said = subprocess.run(
        [sys.executable, "-c", _CHILD], capture_output=True, text=True, check=True, timeout=60
    )

    assert said.stdout.split("\n")[0] == "[False, False]"
