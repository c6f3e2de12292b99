"""The devices that robots walk on: what a browser has to pretend to be."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.errors import ToolkitError


@dataclass(frozen=True, slots=True)
class Device:
    """One named device: the size of its window in CSS pixels, its pixel ratio, and whether fingers use it."""

    name: str
    width: int
    height: int
    touch: bool = False
    scale: float = 1.0

    @property
    def context(self) -> Mapping[str, Any]:
        """What Playwright's `new_context` takes."""
        return {
            "viewport": {"width": self.width, "height": self.height},
            "device_scale_factor": self.scale,
            "has_touch": self.touch,
            "is_mobile": self.touch,
            "reduced_motion": "reduce",
        }

    @property
    def about(self) -> Mapping[str, Any]:
        """What a session says of the device it was walked on."""
        return {"name": self.name, "width": self.width, "height": self.height, "touch": self.touch}


PHONE = Device("phone", 390, 844, touch=True, scale=2.0)
DESKTOP = Device("desktop", 1280, 800)
DEVICES: Mapping[str, Device] = {d.name: d for d in (PHONE, Device("tablet", 820, 1180, touch=True), DESKTOP)}


def device_named(name: str) -> Device:
    """Return a device by its name. Raises ToolkitError with those there are."""
    if name not in DEVICES:
        raise ToolkitError(f"there is no device '{name}'", fix=f"take one of: {', '.join(DEVICES)}")
    return DEVICES[name]
