"""What is to be served, and where."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """No `prototypes` means all there are, port 0 any that is free; without a password only this machine gets in.

    `nasty` lets the first page lead to the data that breaks screens.
    """

    workspace: Path
    prototypes: tuple[str, ...] = ()
    host: str = "127.0.0.1"
    port: int = 8080
    password: str = field(default="", repr=False)
    nasty: bool = False
