"""Why a project file is refused: one exception for each reason, under ProjectError."""

from __future__ import annotations

from pipelines.errors import ProjectError, StoryloomError
from pipelines.painting.tiles import MissingTileError

_BACKUPS = "Open a backup of it: the three saves before lie beside it as .bak1, .bak2 and .bak3."


class MissingLoomError(ProjectError):
    """The file is not there, or cannot be opened."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The project cannot be opened: {why}.",
            mend="Check where it was moved to and whether you may read it.",
        )


class NotALoomError(ProjectError):
    """The file is of another kind."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"This is not a Storyloom project: {why}.", mend="Choose a file that ends in .loom."
        )


class DamagedLoomError(ProjectError):
    """The file is truncated or changed."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The project file is damaged: {why}.", mend=_BACKUPS)


class MissingPieceError(DamagedLoomError, MissingTileError):
    """A tile is in none of the packs that can be read."""

    def __init__(self, digest: str) -> None:
        StoryloomError.__init__(
            self,
            f"A piece of a drawing is missing in the project file ({digest[:12]}).",
            mend=_BACKUPS,
        )


class OversizedLoomError(ProjectError):
    """The file is over a stated limit."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The project file is too large: {why}.",
            mend="It may be damaged or not come from Storyloom. " + _BACKUPS,
        )


class UnsafeLoomError(ProjectError):
    """The file contains what Storyloom never writes, and nothing of it was read."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"The project file was not opened: {why}.",
            mend="Storyloom never writes such a file. Ask its sender, or update Storyloom if a"
            " newer one wrote it.",
        )
