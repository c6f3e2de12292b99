"""Files and images that somebody hands in; only the name is kept, the content never leaves the browser."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from toolkit import Draw, Field, FieldType, Value, hook, message, slug

LONGEST = 200
PAPERS = ("{what}.pdf", "{what}-{number}.pdf", "{what}-signed.pdf", "{what}_v{few}.docx", "{what} {year}-{month}.pdf")
TABLES = ("{what}-{year}.xlsx", "{what}-{year}-{month}.xlsx", "{what}_v{few}.xlsx", "{what}-{number}.csv")
SLIDES = ("{what}.pptx", "{what}_v{few}.pptx", "{what}-{year}.pdf")
PICTURES = ("{what}.jpg", "{what}-{number}.jpg", "{what}-front.jpg", "{what}-detail.png", "{what}_edited.jpg")
SCANNED, TAKEN = "Scan_{year}{month}{day}_{number}.pdf", "IMG_{year}{month}{day}_{number}.jpg"
_TABLES = re.compile(r"\b(budget|list|inventory|stock|costs|figures|plan|export|sheet|liste|kosten|bestand)\b")
_SLIDES = re.compile(r"\b(slides|deck|presentation|pitch|talk|folien|vortrag|presentación)\b")
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


def _fake(forms: tuple[str, ...], field: Field, draw: Draw) -> Value:
    """Return a name as people give it to what the field is about, or as a scanner or a camera does."""
    what, number = slug(field.name)[:40], draw.whole(1001, 9899)
    by_itself = TAKEN if forms is PICTURES else SCANNED
    if forms is PAPERS and (_TABLES.search(what) or _SLIDES.search(what)):
        forms = TABLES if _TABLES.search(what) else SLIDES
        by_itself = forms[1]
    form = by_itself if draw.share() < 0.3 else draw.pick(forms)
    day, month, year = f"{draw.whole(1, 28):02}", f"{draw.whole(1, 12):02}", draw.whole(2023, 2025)
    return form.format(what=what, number=number, few=number % 4 + 2, year=year, month=month, day=day)


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
