"""Files and images that somebody hands in; only the name is kept, the content never leaves the browser."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from toolkit import Draw, Field, FieldType, Value, hook, message, slug

LONGEST = 200
PAPERS = (".pdf", ".pdf", "-signed.pdf", "-scan.pdf", "_final.docx", ".docx", "-copy.pdf")
PICTURES = (".jpg", ".jpg", "-front.jpg", "-detail.png", ".png", "_edited.jpg")
_IMAGES = re.compile(r"\.(jpe?g|png|gif|webp|heic|heif|avif|svg|bmp|tiff?)", re.IGNORECASE)


def _as_is(value: Value, field: Field) -> str:
    return "" if value is None else str(value)


def _read(text: str, field: Field) -> Value:
    """Return a file's name without the folders that some browsers put before it."""
    name = re.split(r"[\\/]", text.strip())[-1].strip()
    if not name or re.search(r"[\x00-\x1f]", name):
        raise ValueError(field.language.say("{field} must be a file", field=field.label))
    if len(name) > LONGEST:
        said = message("{field} must be a file whose name has {longest} characters or fewer")
        raise ValueError(field.language.say(said, field=field.label, longest=LONGEST))
    if field.type == "image" and not _IMAGES.fullmatch(name[name.rfind(".") :] if "." in name else ""):
        raise ValueError(field.language.say("{field} must be a picture, like a .jpg or .png", field=field.label))
    return name


def _fake(endings: tuple[str, ...], field: Field, draw: Draw) -> Value:
    """Return a name as people give it to what the field is about, or as a scanner or a camera does."""
    number, subject = draw.whole(1001, 9899), slug(field.name)[:40]
    if draw.share() < 0.3:
        return f"IMG_{number}.jpg" if endings is PICTURES else f"Scan_{number}.pdf"
    return f"{subject}-{number % 31 + 1}{draw.pick(endings)}"


@hook
def register_field_types() -> Iterable[FieldType]:
    """Bring files and images; what somebody calls a file may be personal, so it is masked in recordings."""
    file = FieldType(
        "file",
        ("file", "upload", "document"),
        "file",
        read=_read,
        show=_as_is,
        typed=_as_is,
        fake=partial(_fake, PAPERS),
        sensitive=True,
    )
    words = ("image", "photo", "picture")
    return (file, replace(file, name="image", words=words, input="image", fake=partial(_fake, PICTURES)))
