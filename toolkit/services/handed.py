"""The text of a file that somebody hands in: a schema to import, a table to learn from."""

from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import ToolkitError


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a file is for ('import'), how many bytes it may have, and what to do with one that is larger or no text."""

    to: str
    largest: int
    smaller: str
    export: str


def handed(file: Path, wanted: Wanted) -> str:
    """Return the text of a file, in UTF-8, UTF-16 with its mark, or else as Western Windows writes it.

    Raises ToolkitError for one that cannot be read, is too large or is no text.
    """
    try:
        with file.open("rb") as stream:
            content = stream.read(wanted.largest + 1)
    except OSError as error:
        fix = "name a file that is there, and that you may read"
        raise ToolkitError(f"there is nothing to {wanted.to}: {error.strerror}", where=str(file), fix=fix) from error
    if len(content) > wanted.largest:
        what = f"the file is larger than {wanted.largest // 1_000_000} MB"
        raise ToolkitError(what, where=str(file), fix=wanted.smaller)
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise ToolkitError("the file is no text", where=str(file), fix=wanted.export)
    return text
