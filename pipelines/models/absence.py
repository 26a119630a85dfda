"""Why a part of a model cannot be used on this machine, and the way out."""

from __future__ import annotations

from pathlib import Path

from pipelines.models.catalogue import Part
from pipelines.models.checking import is_pickle
from pipelines.models.places import OnDisk
from pipelines.models.refusals import PICKLES, ModelError, NotHereError, PickleError


def absence(model_id: str, title: str, part: Part, on_disk: OnDisk) -> ModelError:
    """The refusal of a model whose part is not here, or not whole."""
    if not part.folder:
        return NotHereError(
            f"“{title}” is not on this machine, or not whole.",
            mend=f"Fetch it in the model window, or with “storyloom models get {model_id}”.",
        )
    for path in sorted(Path(part.folder).expanduser().rglob("*")):
        if path.suffix in PICKLES and path.is_file() and is_pickle(path):
            return PickleError(path.name)
    return NotHereError(
        f"“{title}” lacks {', '.join(on_disk.missing)} in “{part.folder}”.",
        mend="Put the files there, or mend the folder in models.toml.",
    )
