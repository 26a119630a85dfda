"""Node: in-betweens polished by a small network."""

from __future__ import annotations

from nodes.between_keys import frames_named
from nodes.example import Example
from nodes.model_state import ModelPlace, ModelState
from nodes.node import node
from nodes.parameters import Seed, Unit
from nodes.refining import Refining, gaps_between, gaps_of_board
from nodes.spec import Kind
from nodes.work import Work
from pipelines.errors import MismatchError
from pipelines.refiner.built_in import BuiltIn
from pipelines.refiner.corruption import Noise
from pipelines.refiner.sampler import Manner, Mode
from pipelines.refiner.weights import VERSION, shipped
from pipelines.values import Clip, MaskClip, Storyboard

REFINER = ModelState(
    "Refiner",
    ModelPlace.BUILT_IN,
    "A small network, nothing to download. A video model would draw what neither drawing shows.",
)
POSES = [
    {"id": f"pose{number}", "duration": 24, "joint": "in-between", "move": 12}
    for number in (1, 2, 3)
]


@node(
    "motion.refine",
    icon="mdi6.auto-fix",
    kind=Kind.CLIP,
    title="Refine",
    version=VERSION,
    shows=("strength",),
    example=Example(
        {
            "poses": ("story.storyboard", {"panels": POSES}),
            "moves": "motion.in_between",
            "better": "motion.refine",
        },
        "poses > moves.storyboard, moves > better.clip, poses > better.storyboard",
    ),
    model=REFINER,
)
def refine(
    clip: Clip,
    storyboard: Storyboard | None,
    masks: MaskClip | None,
    work: Work,
    *,
    strength: Unit = 1.0,
    mode: Mode = Mode.ONE_STEP,
    keys: str = "",
    noise: Noise = Noise.NONE,
    seed: Seed = 0,
) -> Clip:
    """Polish in-betweens: where the two drawings disagree about a frame, make up its mind.

    Wire the clip from In-Between, and the storyboard that it was made of. Ghosts and holes at the
    edges of what moves are mended; where the drawings agree, nothing changes, and the drawings
    themselves stay to the last bit. A change to a drawing makes only the moves at its sides again,
    and what a cancelled run has made is kept. No download needed.

    strength: how far the network's answer is taken, from 0 (the clip as it is) to 1.
    mode: one step refines each frame once. Levels makes the middle frame first and then goes on
    between it and its neighbours, as often as the gap can be halved. It takes twice the time, and
    on drawings it is seldom better.
    keys: without a storyboard, the frames of the clip that are drawings: 0 12 24.
    noise: for levels: noise on what lies between, which the network takes away again. Research.
    seed: a number that chooses the noise.

    Example: three poses, twelve frames between each two, polished.
    """
    if masks is not None and len(masks) != len(clip):
        raise MismatchError(
            f"The mask has {len(masks)} frames, the clip {len(clip)}.",
            mend="Make the mask from this clip, or fit its length.",
        )
    if storyboard is None and not keys.strip():
        raise MismatchError(
            "Nothing says which frames are drawings.",
            mend="Wire the storyboard that the clip was made of, or name the frames in keys.",
        )
    if storyboard is not None:
        gaps = gaps_of_board(clip, storyboard)
    else:
        gaps = gaps_between(clip, frames_named(keys))
    manner = Manner(mode, strength, noise, seed=seed)
    return Refining(clip, masks, work, BuiltIn(shipped()), manner).refined(gaps)
