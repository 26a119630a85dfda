"""A program that paints, edits and saves is killed: at most its last gesture is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_fifteen_kills_at_random_moments_lose_no_more_than_the_last_gesture() -> None:
    command = [sys.executable, "-m", "benchmarks.crash", "--only-kills", "--kills", "15"]
    root = Path(__file__).parents[2]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
