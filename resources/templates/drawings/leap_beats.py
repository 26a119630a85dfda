"""What happens at the puddle, beat by beat: poses, faces, lengths, notes. Nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from resources.templates.drawings.pose import Face, Foot, Pose, between

GROUND = 582.0
"""Where an ankle is while its foot stands."""


@dataclass(frozen=True)
class Beat:
    """A panel of the wide shots: the pose, how long it lasts, what is written on it."""

    label: str
    pose: Pose
    frames: int
    notes: str
    dialogue: str = ""
    splash: float = 0.0
    turns: tuple[tuple[str, float], ...] = ()
    """Layers to be turned about their joints, in degrees, in a duplicate of the panel before."""


@dataclass(frozen=True)
class Close:
    """A panel of the close shot: the face, its size and turn."""

    label: str
    face: Face
    frames: int
    notes: str
    size: float = 5.6
    turn: float = 0.0
    dialogue: str = ""
    moves: bool = False


_WIDE_EYES = Face(lids=1.3, gaze=(0.9, 0.5), raised=2, mouth="oh")
_PEERS = Face(lids=1.0, gaze=(0.7, 0.9), brow=-16, mouth="worried")
_READY = Face(lids=0.75, gaze=(1.0, -0.1), brow=18, mouth="flat")
_FLIES = Face(lids=1.25, gaze=(0.8, 0.1), raised=3, mouth="grin")
_BRACED = Face(lids=0.0, brow=14, mouth="flat")
_PROUD = Face(lids=1.0, gaze=(0.5, 0.5), raised=1, mouth="grin")


def _stride(x: float, phase: int) -> Pose:
    """A walk in six drawings: contact, down, passing, and the same on the other foot."""
    step = phase % 3
    forward = Foot(
        x + 44 - 34 * step, GROUND - (4 if step == 0 else 0), -16.0 if step == 0 else 0.0
    )
    back = (Foot(x - 56, 572, 36), Foot(x - 54, 556, 54), Foot(x - 6, 546, 26))[step]
    near, far = (forward, back) if phase % 6 < 3 else (back, forward)
    swings = (36, 22, -6) if phase % 6 < 3 else (-34, -20, 8)
    return Pose(
        (x, (463, 469, 458)[step]),
        near,
        far,
        lean=8,
        head=2,
        far_hand=(float(swings[step]), 72.0),
        tail=((64, 72, 58)[step], (6, 10, 4)[step]),
        swing=(10, -6, 4)[step],
    )


_STARE = Pose(
    (318, 462),
    Foot(352, GROUND),
    Foot(302, GROUND - 2),
    lean=-6,
    head=2,
    parcel=(24, 40),
    tail=(6, 5),
    face=_WIDE_EYES,
)
_BRAKE = replace(
    _STARE,
    hip=(312, 464),
    near_foot=Foot(352, 578, -18),
    lean=-16,
    head=-8,
    tail=(-58, 12),
    swing=-24,
    parcel=(30, 34),
)
_PEER = replace(
    _STARE,
    hip=(322, 464),
    lean=28,
    bow=10,
    head=20,
    parcel=(0, 54),
    tilt=10,
    tail=(2, 3),
    face=_PEERS,
)
_BENDS = Pose(
    (444, 486),
    Foot(430, GROUND),
    Foot(462, GROUND - 2),
    lean=26,
    head=-12,
    parcel=(0, 56),
    tilt=8,
    tail=(12, 4),
    face=_READY,
)
_CROUCH = replace(
    _BENDS,
    hip=(430, 518),
    lean=48,
    bow=8,
    head=-24,
    stretch=0.94,
    parcel=(-34, 54),
    tilt=26,
    tail=(-4, 2),
    swing=14,
)
_TAKE_OFF = Pose(
    (500, 466),
    Foot(440, 562, 56),
    Foot(552, 514, 12),
    lean=32,
    stretch=1.12,
    head=-10,
    parcel=(78, -26),
    tilt=-18,
    tail=(34, -2),
    swing=26,
    face=_READY,
)
_RISE = Pose(
    (588, 378),
    Foot(504, 458, 64),
    Foot(664, 426, 6),
    lean=24,
    stretch=1.08,
    head=-6,
    parcel=(86, -40),
    tilt=-14,
    tail=(58, -2),
    swing=28,
    face=_FLIES,
)
_APEX = Pose(
    (690, 326),
    Foot(592, 384, 62),
    Foot(800, 356, -16),
    lean=14,
    stretch=1.04,
    head=0,
    parcel=(88, -36),
    tilt=-10,
    tail=(84, -3),
    swing=14,
    face=_FLIES,
)
_FALL = Pose(
    (812, 350),
    Foot(730, 436, 40),
    Foot(912, 408, -24),
    lean=6,
    head=6,
    parcel=(86, -46),
    tilt=-8,
    tail=(112, -2),
    swing=-8,
    face=_FLIES,
)
_REACH = Pose(
    (904, 424),
    Foot(908, 544, -8),
    Foot(966, 528, -20),
    lean=-6,
    head=10,
    parcel=(80, -38),
    tilt=-4,
    tail=(148, 2),
    swing=-22,
    face=replace(_FLIES, gaze=(0.6, 0.9), mouth="oh"),
)
_TOUCH = Pose(
    (946, 462),
    Foot(952, GROUND),
    Foot(990, 578, -14),
    lean=2,
    head=8,
    parcel=(62, 2),
    tilt=4,
    tail=(160, 4),
    swing=-10,
    face=_BRACED,
)
_SQUASH = Pose(
    (962, 524),
    Foot(954, GROUND),
    Foot(994, GROUND - 2),
    lean=42,
    bow=10,
    stretch=0.9,
    head=-6,
    parcel=(26, 60),
    tilt=18,
    tail=(140, 10),
    swing=-34,
    face=_BRACED,
)
_OVERSHOOT = Pose(
    (980, 440),
    Foot(970, 562, 36),
    Foot(1000, 560, 36),
    lean=-8,
    stretch=1.08,
    head=-8,
    parcel=(58, 8),
    tilt=-12,
    tail=(6, -10),
    swing=20,
    face=replace(_PROUD, lids=1.2),
)
_SETTLE = Pose(
    (982, 463),
    Foot(966, GROUND),
    Foot(1002, GROUND - 2),
    lean=4,
    head=2,
    parcel=(26, 34),
    tail=(20, 8),
    swing=-8,
    face=_PROUD,
)

FIRST = (
    *(
        Beat(f"Walk {n + 1}", _stride(100 + 34 * n, n), 3, "A brisk walk, on threes.")
        for n in range(6)
    ),
    Beat("Brakes", _BRAKE, 3, "Scarf and bag go on ahead: drag."),
    Beat("Stares", _STARE, 14, "Hold. Let the eyes land on the puddle.", "COURIER: Oh."),
    Beat("Leans", between(_STARE, _PEER, 0.55), 3, "Breakdown, head leads."),
    Beat("Peers", _PEER, 20, "Hold on the worry."),
)
CLOSE = (
    Close("Worried", replace(_PEERS, lids=1.1), 22, "Eyes measure the width, left to right."),
    Close("Blink", Face(lids=0.0, brow=4, mouth="flat"), 3, "The blink is the thought.", turn=3),
    Close("Decides", _READY, 8, "Cut out of the blink.", turn=-2, size=5.7),
    Close(
        "Grins",
        replace(_READY, mouth="grin", lids=0.9),
        10,
        "Slow push in on the grin.",
        turn=-4,
        size=5.75,
        moves=True,
        dialogue="COURIER: Easy.",
    ),
    Close(
        "Grins, nearer",
        replace(_READY, mouth="grin", lids=0.9),
        8,
        "End of the push.",
        turn=-4,
        size=5.9,
    ),
)
LEAP = (
    Beat("Bends", _BENDS, 3, "Into the anticipation."),
    Beat("Crouch", _CROUCH, 9, "Anticipation: down and back, parcel behind. Hold."),
    Beat("Take-off", _TAKE_OFF, 2, "Stretch along the line of action."),
    Beat("Rise", _RISE, 2, "Arms lead, legs drag."),
    Beat("Rise 2", between(_RISE, _APEX, 0.6), 2, "Slow into the top of the arc."),
    Beat("Apex", _APEX, 3, "Full split, parcel high: the clear silhouette."),
    Beat("Hang", between(_APEX, _FALL, 0.45), 3, "Hang time: close spacing."),
    Beat("Fall", _FALL, 2, "Scarf goes up as the body comes down."),
    Beat("Reach", _REACH, 2, "Legs reach for the ground."),
    Beat("Touch", _TOUCH, 2, "Heels first."),
    Beat("Squash", _SQUASH, 5, "Lowest point; parcel goes on down.", splash=1.0),
    Beat("Up", between(_SQUASH, _OVERSHOOT, 0.55), 2, "Breakdown.", splash=0.5),
    Beat("Overshoot", _OVERSHOOT, 4, "Past the end pose, on the toes."),
    Beat("Settle", _SETTLE, 8, "Back down; scarf still moves."),
    Beat(
        "Dry",
        _SETTLE,
        40,
        "Settle again, head and arms turned about their joints. Hold for the line.",
        "COURIER: Not a drop.",
        turns=(("Head", 9.0), ("Near upper arm", -11.0), ("Far upper arm", -11.0)),
    ),
)
