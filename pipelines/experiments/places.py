"""Where an experiment is written: logs/{model}-{task}_{date}.md, results/{model}/{case}.mp4 and
results/{model}/images. Nothing is overwritten: beside what is there the next one is name-2."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipelines.media.folders import make_folder
from pipelines.media.outputs import place, temporary_beside
from pipelines.media.paths import free_name
from pipelines.media.pictures import write_picture
from pipelines.values import Image


@dataclass(frozen=True, slots=True)
class Places:
    """The folder of the experiments, and the names of one of them."""

    root: Path
    model: str
    task: str
    began: datetime

    @property
    def log(self) -> Path:
        """Where the log wants to be."""
        day = f"{self.began:%Y-%m-%d}"
        return self.root / "logs" / f"{spelled(self.model)}-{spelled(self.task)}_{day}.md"

    @property
    def results(self) -> Path:
        """The folder of the results of this model."""
        return self.root / "results" / spelled(self.model)

    def film(self, case: str) -> Path:
        """A free name for the film of a case; its folder is there."""
        make_folder(self.results)
        return free_name(self.results / f"{spelled(case)}.mp4")

    def put_picture(self, name: str, picture: Image) -> Path:
        """Write a picture under a free name."""
        folder = self.results / "images"
        make_folder(folder)
        target = folder / f"{spelled(name)}.png"
        with temporary_beside(target) as temporary:
            write_picture(temporary, picture)
            return place(temporary, target)

    def put_log(self, markdown: str) -> Path:
        """Write the log under a free name."""
        make_folder(self.log.parent)
        with temporary_beside(self.log) as temporary:
            temporary.write_text(markdown, encoding="utf-8", newline="")
            return place(temporary, self.log)

    def from_log(self, path: Path) -> str:
        """A file as the log names it."""
        return f"../{path.relative_to(self.root).as_posix()}"


def spelled(name: str) -> str:
    """A name as a part of a file name."""
    plain = re.sub(r"[^\w.+-]+", "-", name.strip().casefold()).strip("-.")
    return plain[:60] or "unnamed"
