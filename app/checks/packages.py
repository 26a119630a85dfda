"""Whether the packages that the program is built on can be imported, and used a little."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from app.checks.finding import REINSTALL, Finding, State

LIGHT = {
    "numpy": "numpy",
    "opencv-python-headless": "cv2",
    "imageio": "imageio",
    "pillow": "PIL.Image",
    "av": "av",
    "msgspec": "msgspec",
    "blake3": "blake3",
    "safetensors": "safetensors.numpy",
    "zstandard": "zstandard",
    "filelock": "filelock",
    "platformdirs": "platformdirs",
    "psutil": "psutil",
    "rich": "rich",
}
"""The module that stands for each distribution."""


def check_light() -> list[Finding]:
    """The packages that every part of the program uses."""
    return [check_package(name, module) for name, module in LIGHT.items()]


def check_models() -> list[Finding]:
    """The packages of the big models, and the parts of them that are used. Takes seconds."""
    checks: Mapping[str, Callable[[], str]] = {
        "torch": _use_torch,
        "torchvision": lambda: _module_version("torchvision"),
        "accelerate": lambda: _module_version("accelerate"),
        "diffusers": lambda: _has("diffusers", "WanVACEPipeline"),
        "transformers": lambda: _has("transformers", "Sam2VideoModel"),
        "peft": _use_peft,
    }
    found = [_tried(name, check, State.MISSING, REINSTALL) for name, check in checks.items()]
    found += check_devices()
    mend = "Nothing to do: no node needs it."
    return [*found, _tried("sam2", lambda: _module_version("sam2"), State.OPTIONAL, mend)]


def check_package(name: str, module: str) -> Finding:
    """One distribution by the module that stands for it."""

    def imported() -> str:
        importlib.import_module(module)
        return version(name)

    return _tried(name, imported, State.MISSING, REINSTALL)


def _tried(name: str, check: Callable[[], str], otherwise: State, mend: str) -> Finding:
    """A check that may raise anything: a broken package raises what it likes on import."""
    try:
        return Finding(name, State.OK, check())
    except ModuleNotFoundError as error:
        return Finding(name, otherwise, f"{error.name} is not installed", mend)
    except (ImportError, AttributeError, OSError, RuntimeError, ValueError, TypeError) as error:
        return Finding(name, State.MISSING, f"{type(error).__name__}: {error}", mend)


def _module_version(module: str) -> str:
    importlib.import_module(module)
    return _distribution_version(module)


def _distribution_version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "of unknown version"


def _has(module: str, name: str) -> str:
    getattr(importlib.import_module(module), name)
    return f"{_distribution_version(module)} with {name}"


def _use_torch() -> str:
    torch: Any = importlib.import_module("torch")
    product = torch.ones(2, 3) @ torch.ones(3, 2)
    if float(product.sum()) != 12.0:
        raise ValueError("a product of two small matrices is wrong")
    return str(torch.__version__)


def _use_peft() -> str:
    torch: Any = importlib.import_module("torch")
    peft: Any = importlib.import_module("peft")
    model = torch.nn.Sequential(torch.nn.Linear(4, 4))
    adapted = peft.get_peft_model(model, peft.LoraConfig(r=2, target_modules=["0"]))
    if not any("lora_" in name for name, _ in adapted.named_parameters()):
        raise ValueError("LoraConfig adapted nothing")
    return f"{_distribution_version('peft')} with LoraConfig"


def check_devices() -> list[Finding]:
    """The CUDA devices, by name and free memory."""
    name = "graphics card"
    mend = "Nothing to do: every node of this version runs without one."
    try:
        cuda: Any = importlib.import_module("torch.cuda")
        if not cuda.is_available():
            return [Finding(name, State.OPTIONAL, "no CUDA device", mend)]
        return [_device(cuda, index) for index in range(cuda.device_count())]
    except (ImportError, OSError, RuntimeError) as error:
        return [Finding(name, State.OPTIONAL, f"{type(error).__name__}: {error}", mend)]


def _device(cuda: Any, index: int) -> Finding:
    free, total = cuda.mem_get_info(index)
    name = cuda.get_device_name(index)
    found = f"{name}, {free / 2**30:.1f} of {total / 2**30:.1f} GiB free"
    return Finding(f"graphics card {index}", State.OK, found)
