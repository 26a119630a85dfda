"""Why weights cannot be fetched or used.

StoryloomError
├── InputError
│   └── CatalogueError    a list of models cannot be used
└── ModelError
    ├── NotHereError      the weights are not on this machine, or not whole
    ├── DamagedError      the weights are not what they should be
    ├── PickleError       the file would have to be unpickled
    ├── MemoryFullError   the memory was full while a model was loaded or at work
    ├── DeviceLostError   the device answers no more
    └── FetchError        the hub cannot be reached, refuses, or breaks off
        └── OfflineError  the person switched the network off
"""

from __future__ import annotations

from pipelines.errors import InputError, StoryloomError

PICKLES = (".bin", ".pt", ".pth", ".ckpt", ".pkl")
"""How files of weights end that would have to be unpickled."""


class CatalogueError(InputError):
    """A list of models cannot be used."""


class ModelError(StoryloomError):
    """Weights cannot be fetched or used."""


class NotHereError(ModelError):
    """The weights are not on this machine, or not whole."""


class DamagedError(ModelError):
    """The weights are not what they should be. They are never lent."""


class PickleError(ModelError):
    """A file of weights would have to be unpickled, which runs whatever it says."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” is a pickle, which can run any program when it is opened.",
            mend="It was neither fetched nor opened. Look for the same weights as .safetensors in "
            "another repository, or convert them with a tool of their maker's on a machine that "
            "you can lose, and name the folder in models.toml.",
        )


class MemoryFullError(ModelError):
    """The memory was full while a model was loaded or at work."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"The memory was full while “{title}” was at work.",
            mend="Models that waited were let go of. Choose a smaller picture or fewer frames, fp8 "
            "for its precision, or more offloading (parts, then blocks); or close other programs.",
        )


class DeviceLostError(ModelError):
    """The device answers no more: only another process can use it again."""

    def __init__(self) -> None:
        super().__init__(
            "The graphics card broke off its work and answers no more.",
            mend="Its worker is started anew. Run again; if it happens again, look at the driver.",
        )


class FetchError(ModelError):
    """The hub cannot be reached, refuses, or breaks off."""


class OfflineError(FetchError):
    """The person switched the network off."""

    def __init__(self) -> None:
        super().__init__(
            "Fetching models is switched off.",
            mend="Nothing was fetched. Take HF_HUB_OFFLINE away, or switch the network on in the "
            "model window.",
        )
