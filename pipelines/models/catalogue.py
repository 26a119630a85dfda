"""Which models the program knows: what each is made of, how large it is and under which licence.

Nothing here looks at a disk or at the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from pipelines.models.refusals import CatalogueError
from pipelines.models.toml_entries import TomlList, toml_list

_NAME = "models.toml"
_KINDS = ("part", "model")
Id = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$",
        description="small letters, digits, dots, dashes or underscores, 64 at most",
    ),
]
Revision = Annotated[
    str,
    Meta(
        pattern=r"^([0-9a-f]{40})?$",
        description="the 40 digits and letters a to f of a commit, or nothing",
    ),
]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Repository = Annotated[
    str,
    Meta(
        pattern=r"^([\w.-]{1,96}/[\w.-]{1,96})?$",
        description="the name of a repository on the hub, as in “owner/name”",
    ),
]
AllowedFile = Annotated[
    str, Meta(pattern=r"^(?!/)(?!.*\.\.)[\w.*/ -]+\.(safetensors|json|txt|model)$")
]
"""A file of a repository, * for any letters. Nothing else is ever fetched: no code, no pickle."""
Files = Annotated[
    tuple[AllowedFile, ...],
    Meta(
        description="a list of names within it, as in “model.safetensors” or “vae/*.json”; only "
        "safetensors, json, txt and model are taken, since .bin, .pt and .pth are pickles, which "
        "can run any program"
    ),
]
Bytes = Annotated[int, Meta(ge=0, description="a whole number of bytes")]
Hashes = Annotated[
    Mapping[str, Sha256], Meta(description="a table of SHA-256 in 64 digits by the name of a file")
]


class Family(StrEnum):
    """What loads a model."""

    WAN_VACE = "wan-vace"
    WAN_TEXT = "wan-text"
    LTX = "ltx"
    SAM2 = "sam2"
    GROUNDING_DINO = "grounding-dino"
    QWEN25_VL = "qwen2.5-vl"
    QWEN3_VL = "qwen3-vl"
    DINOV2 = "dinov2"
    CLIP = "clip"
    BACKBONE = "backbone"
    DEPTH = "depth"
    POSE = "pose"
    LORA = "lora"


class Precision(StrEnum):
    """The numbers that a model's weights are held in."""

    FP32 = "fp32"
    BF16 = "bf16"
    FP8 = "fp8"


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Files that are fetched, kept and deleted together; models can share one.

    They come from a `repository` of the hub at a `revision` (40 hex digits; empty: it is not
    pinned, and the one that was fetched is recorded), or lie in a `folder` of the user's own.
    `bytes` is about what they take, 0 where that is not known; the hub says exactly. `hashes` are
    SHA-256 by file, where they are known beforehand.
    """

    repository: Repository = ""
    revision: Revision = ""
    folder: str = ""
    files: Files = ()
    bytes: Bytes = 0
    licence: str = ""
    note: str = ""
    """What a person should know before they fetch it."""
    hashes: Hashes = {}
    gated: bool = False
    """The hub asks for an account that has agreed to the licence."""
    noise: bool = False
    """These are random weights, to try the program with: what comes out is noise."""

    @property
    def is_pinned(self) -> bool:
        """Whether it is known beforehand which files these are."""
        return bool(self.revision or self.hashes)


Families = Annotated[Family, Meta(description=f"one of {', '.join(Family)}")]
PartIds = Annotated[
    tuple[Id, ...], Meta(min_length=1, description="a list of the ids of its parts, its own first")
]
MemoryNeeds = Annotated[
    Mapping[Precision, Bytes],
    Meta(description=f"a table of bytes by precision, which is one of {', '.join(Precision)}"),
]


class Model(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that a node can ask for. `parts` are by id, its own first.

    `memory` is about what it needs on the device while it works, in bytes by precision.
    """

    title: str
    about: str
    family: Families
    parts: PartIds
    memory: MemoryNeeds = {}
    frames: str = ""
    """Sizes and lengths that it was made for, in words."""


@dataclass(frozen=True)
class Catalogue:
    """All models and their parts by id. `own` are the ids of models that the user added
    or put elsewhere.
    """

    models: Mapping[str, Model]
    parts: Mapping[str, Part]
    own: frozenset[str] = frozenset()

    def model(self, model_id: str) -> Model:
        """The model of that id. Raises CatalogueError."""
        found = self.models.get(model_id)
        if found is None:
            raise CatalogueError(
                f"No model is called “{model_id}”.",
                mend="“storyloom models list” names them all; your own are added in models.toml.",
            )
        return found

    def parts_of(self, model_ids: Iterable[str]) -> dict[str, Part]:
        """The parts of models, each once."""
        ids = dict.fromkeys(part for one in model_ids for part in self.model(one).parts)
        return {part: self.parts[part] for part in ids}

    def bytes_of(self, model_ids: Iterable[str]) -> int:
        """About what models take on disk together, shared parts counted once."""
        return sum(part.bytes for part in self.parts_of(model_ids).values())

    def is_noise(self, model_id: str) -> bool:
        """Whether a model is said to have random weights."""
        return any(part.noise for part in self.parts_of([model_id]).values())

    def sharing(self, part_id: str) -> tuple[str, ...]:
        """The models that need a part."""
        return tuple(name for name, model in self.models.items() if part_id in model.parts)


def load_catalogue(own: Path | None = None) -> Catalogue:
    """The catalogue that ships, with the user's own file where there is one.

    An entry of the user's replaces one of the same id; a folder that is not absolute lies beside
    the file. Raises CatalogueError.
    """
    text = (files("resources") / _NAME).read_text(encoding="utf-8")
    shipped = catalogue_of(text, _NAME)
    if own is None or not own.is_file():
        return shipped
    try:
        read = toml_list(own.read_text(encoding="utf-8"), str(own), _KINDS)
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(
            f"“{own}” cannot be read: {error}.",
            mend="The models that ship are not affected. Mend the file, or take it away.",
        ) from error
    theirs = _catalogue(read, shipped.parts)
    found = {name: _beside(own, part) for name, part in theirs.parts.items()}
    return Catalogue(
        {**shipped.models, **theirs.models},
        {**shipped.parts, **found},
        frozenset(theirs.models) | _using(shipped, found),
    )


def catalogue_of(text: str, name: str) -> Catalogue:
    """The catalogue that a TOML text holds. `name` is for messages. Raises CatalogueError."""
    return _catalogue(toml_list(text, name, _KINDS), {})


def placed(part: Part, folder: Path) -> Part:
    """The same files in a folder of the user's."""
    return replace(part, folder=str(folder), repository="", revision="")


def _catalogue(read: TomlList, known: Mapping[str, Part]) -> Catalogue:
    """What a list holds, whose models may use parts that are known."""
    parts = read.entries("part", Part, Id)
    models = read.entries("model", Model, Id)
    for name, part in parts.items():
        if bool(part.repository) == bool(part.folder):
            raise read.refusal("part", name, "is to have either a “repository” or a “folder”")
        if not part.files:
            raise read.refusal("part", name, "lacks “files”, the list of those that it takes")
    for name, model in models.items():
        lacking = [part for part in model.parts if part not in parts and part not in known]
        if lacking:
            raise read.refusal(
                "model", name, f"names the part “{lacking[0]}”, and there is no such part", "parts"
            )
    return Catalogue(models, parts)


def _beside(own: Path, part: Part) -> Part:
    if not part.folder:
        return part
    return replace(part, folder=str(own.parent / Path(part.folder).expanduser()))


def _using(shipped: Catalogue, parts: Iterable[str]) -> frozenset[str]:
    """The models that ship whose parts the user has put elsewhere."""
    return frozenset(model for part in parts for model in shipped.sharing(part))
