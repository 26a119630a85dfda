"""Where results are kept between runs."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from platformdirs import user_cache_path

VARIABLE = "STORYLOOM_CACHE"


def add_cache_argument(parser: argparse.ArgumentParser) -> None:
    """--cache, for every verb that uses results."""
    words = f"where results are kept (or set {VARIABLE}; now: {cache_folder(None)})"
    parser.add_argument("--cache", type=Path, metavar="DIR", help=words.replace("%", "%%"))


def cache_folder(chosen: Path | None) -> Path:
    """Where results are kept: as chosen, as the environment says, or the user's cache folder."""
    if chosen is not None:
        return chosen
    said = os.environ.get(VARIABLE)
    return Path(said) if said else user_cache_path("storyloom", appauthor=False) / "results"
