"""Why unsaved work is refused: one exception for each reason, under ProjectError."""

from __future__ import annotations

from pathlib import Path

from pipelines.errors import ProjectError


class ProjectInUseError(ProjectError):
    """Another program that runs holds the project or the session."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” is open in another Storyloom.",
            mend="Nothing was changed. Close it there first, or open it to look at only.",
        )


class DamagedWorkError(ProjectError):
    """The database of a session is damaged, or is not one that Storyloom wrote."""

    def __init__(self, why: str, *, kept: Path | None = None) -> None:
        where = f" The damaged session is kept: {kept}." if kept is not None else ""
        super().__init__(
            f"The unsaved work of a session cannot be read: {why}.",
            mend=f"The project file is as it was saved.{where}",
        )
        self.why = why


class NewerWorkError(ProjectError):
    """The database of a session was written by a newer program."""

    def __init__(self) -> None:
        super().__init__(
            "The unsaved work of a session was written by a newer Storyloom.",
            mend="It is kept. Update Storyloom to recover it.",
        )
