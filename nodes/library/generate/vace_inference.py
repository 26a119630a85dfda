"""Node: a film made by VACE, or by what is built in."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.library.generate.vace_conditioning import FrameCount, Side
from nodes.model_choices import ModelOffload, ModelPrecision
from nodes.node import node
from nodes.parameters import NamesModel, Prompt, Seed, Slider, Unit, Unkeyed, WidthOf
from nodes.spec import Kind
from nodes.vace_film import Quality, VaceFilm, VaceModel
from nodes.work import Work
from pipelines.errors import MismatchError
from pipelines.vace.conditioning import Conditioning
from pipelines.vace.loras import LoraStack, applied
from pipelines.vace.presets import Preset, preset
from pipelines.vace.sampling import Sampling, Scheduler, seeded
from pipelines.vace.source_mode import SourceMode
from pipelines.values import Clip, MaskClip, Storyboard

NUMBERS = r"^\s*([0-9]+(\.[0-9]+)?(\s*,\s*[0-9]+(\.[0-9]+)?)*)?\s*$"
"""Numbers with commas between them."""
VACE = NamesModel(("wan-vace",), built_in=True)


@node(
    "generate.vace_inference",
    icon="mdi6.creation-outline",
    kind=Kind.CLIP,
    version=2,
    title="VACE Inference",
    shows=("prompt", "quality"),
    example=Example(
        {
            "poses": (
                "story.storyboard",
                {
                    "panels": [
                        {"id": "first", "duration": 80, "joint": "in-between", "move": 79},
                        {"id": "last", "duration": 1},
                    ]
                },
            ),
            "made": "generate.vace_inference",
        },
        "poses > made.storyboard",
    ),
)
def vace_inference(
    conditioning: Conditioning | None = None,
    clip: Clip | None = None,
    masks: MaskClip | None = None,
    storyboard: Storyboard | None = None,
    control: Clip | None = None,
    loras: LoraStack | None = None,
    begin: Clip | None = None,
    *references: Clip,
    work: Work,
    prompt: Prompt = "",
    negative: Prompt = "",
    quality: Quality = Quality.DRAFT,
    width: Annotated[Side, WidthOf("height")] = 832,
    height: Side = 480,
    frames: FrameCount = 0,
    source: SourceMode = SourceMode.AUTOMATIC,
    settings: Preset = Preset.OWN,
    steps: Annotated[int, Slider(4, 50), Meta(ge=1, le=200)] = 30,
    guidance: Annotated[float, Slider(1, 10, 0.1), Meta(ge=1, le=30)] = 5.0,
    flow_shift: Annotated[float, Slider(1, 16, 0.1), Meta(gt=0, le=32)] = 3.0,
    scheduler: Scheduler = Scheduler.UNIPC,
    seed: Seed = 42,
    candidates: Annotated[int, Slider(1, 8), Meta(ge=1, le=32)] = 1,
    strength: Annotated[float, Slider(0.1, 1, 0.05), Meta(gt=0, le=1)] = 0.6,
    conditioning_scale: Annotated[float, Slider(0, 2, 0.01), Meta(ge=0, le=4)] = 1.0,
    layer_scales: Annotated[str, Meta(pattern=NUMBERS)] = "",
    heeds_from: Unit = 0.0,
    heeds_until: Unit = 1.0,
    keep_exact: bool = True,
    model: Annotated[str, VACE] = "wan-vace-1.3b",
    precision: ModelPrecision = ModelPrecision.AUTOMATIC,
    offload: Annotated[ModelOffload, Unkeyed()] = ModelOffload.AUTOMATIC,
) -> Clip:
    """Make film with VACE: from words, references, keyframes, masks and controls.

    What is connected makes the task. A clip with a mask is repainted where the mask is white;
    panels of a storyboard are kept at their frames, and what lies between them is made; a clip
    alone is gone on with; a control guides; references say how a thing looks; with nothing
    connected there are the words. VACE Conditioning in front of it has more to choose, and shows
    what the model sees: connect that or the parts, not both. The words describe what is to be
    seen, they do not give orders; where there are none, those of the panels are used.
    A clip in begin is a film to work over, such as an earlier one: strength says how far. What was
    stopped goes on where it was, to the same bits.
    A draft comes first, which says soon whether it is worth going on; it is as long as the final.
    The film has 8 bits and no alpha. Without a model what is built in serves, and says so: for
    masks the ground that other frames show (as in Remove), for keyframes in-betweens; words,
    references and controls need a model.

    prompt: what is to be seen.
    negative: what is not to be seen.
    quality: draft is about 480x272 with at most 33 frames; final has the size and every frame. The
    frames of a draft are spread over the film; where a control moves they are the first ones, so
    that the motion keeps its pace, unless keys lie beyond: the node says which.
    width: width of the final; the nearest multiple of 16 is taken.
    height: height of the final; the nearest multiple of 16 is taken.
    frames: frames of the film, 0 for as many as follow from what is connected, or else 81.
    source: what of a masked thing the model sees; VACE Conditioning explains the ways.
    settings: steps, guidance, shift and scheduler that are known to work, in the place of those
    below; those of CausVid and LightX2V need their LoRA.
    steps: steps of denoising; 30 is usual, few only with a LoRA made for it.
    guidance: how closely the words are followed; 1 needs half the time and no negative words.
    flow_shift: 3 for 480 lines, 5 for 720; higher settles the composition for longer.
    scheduler: how noise is taken away; UniPC is what the model's makers use.
    seed: another number is another film; the same one is the same film on every machine, but for
    rounding.
    candidates: films to choose from, each with the next seed, one after another as shots without
    sound; more of them make only the new ones.
    strength: how much is made anew of a film that begin is fed with; the first steps are left out.
    conditioning_scale: how much all that is connected counts, 0 for not at all.
    layer_scales: numbers such as 1, 0.5 by which the model's layers heed it, from first to last;
    fewer than it has are spread over them. Empty: all alike.
    heeds_from: from which share of the steps what is connected counts; 0 is from the first.
    heeds_until: up to which share of the steps it counts; early steps settle where things are.
    keep_exact: put back to the last bit what the mask keeps, where the model came only near to it;
    along a soft edge of the mask both are mixed.
    model: which VACE, or what is built in.
    precision: the numbers that the model counts with.
    offload: what of the model waits in the machine's own memory; it changes no result.

    Example: two drawn poses, 80 frames apart, and “an ink drawing of a heron taking off”.
    """
    parts = (clip, masks, storyboard, control, *references)
    given = _one_of(conditioning, parts) or Conditioning(
        clip=clip,
        masks=masks,
        storyboard=storyboard,
        control=control,
        references=references,
        width=width,
        height=height,
        length=frames,
        source_mode=source,
    )
    film = VaceFilm(work, given, quality, keep_exact)
    read = film.read()
    if not model:
        if loras is not None:
            work.warn("What is built in takes no LoRA; those that are connected did nothing.")
        return film.built_in(read)
    sampling = Sampling(
        prompt=prompt or _words_of(given),
        negative=negative,
        steps=steps,
        guidance=guidance,
        flow_shift=flow_shift,
        scheduler=scheduler,
        seed=seed,
        strength=1.0 if begin is None else strength,
        conditioning_scale=conditioning_scale,
        layer_scales=tuple(float(one) for one in layer_scales.split(",") if one.strip()),
        heeds_from=heeds_from,
        heeds_until=heeds_until,
    )
    sampling = preset(settings, sampling)
    if begin is not None:
        read = film.begun(read, begin)
    stack = loras or LoraStack()
    with (
        work.models.lease(model, precision=precision.chosen, offload=offload.chosen) as lease,
        applied(lease.network, stack, work.warn),
    ):
        reader = work.models.identity(model)
        lent = VaceModel(
            lease.network,
            f"{work.models.identity(model, precision.chosen)} {stack.identity}",
            f"{reader} {lease.placement.precision}",
        )
        return film.takes(read, seeded(sampling, candidates), lent)


def _one_of(conditioning: Conditioning | None, parts: tuple[object, ...]) -> Conditioning | None:
    if conditioning is not None and any(part is not None for part in parts):
        raise MismatchError(
            "Both a conditioning and parts of one are connected.",
            mend="Connect the parts to VACE Conditioning, or take the conditioning away.",
        )
    return conditioning


def _words_of(given: Conditioning) -> str:
    """The words of the panels, each once."""
    panels = given.storyboard.panels if given.storyboard is not None else ()
    return ", ".join(
        dict.fromkeys(panel.prompt.strip() for panel in panels if panel.prompt.strip())
    )
