"""Made-up pictures: by meaning, the same for the same row, told apart, small, and safe whatever the data says."""

import re
from itertools import combinations

import pytest

from toolkit.domain.picturing import SUBJECTS, initials, picture_of, subject
from toolkit.domain.sketch import Picture
from toolkit.domain.solution import Entity, Field
from toolkit.printing.colour import contrast
from toolkit.printing.pictures import drawn, hue_of, picture


@pytest.mark.parametrize(
    ("entity", "field", "title", "shows"),
    [
        ("User", "avatar", "Amelia Hart", "person"),
        ("Mitarbeiter", "foto", "Jana Vogt", "person"),
        ("Product", "picture", "LED desk lamp", "lamp"),
        ("Product", "image", "Salad bowl, glass", "bowl"),
        ("Produkt", "bild", "Kaffeetasse", "box"),
        ("Article", "photo", "Bluetooth speakers", "speaker"),
        ("Expense", "receipt", "Taxi to Leeds", "document"),
        ("Property", "photo", "Harbour Lane 4", "building"),
        ("Room", "photo", "Attic", "room"),
        ("Vehicle", "photo", "LP 204 K", "vehicle"),
        ("Claim", "damage photo", "Hail", "building"),
        ("Pet", "picture", "Bella", "animal"),
        ("Booking", "route map", "To Porto", "map"),
        ("Trip", "cover", "Week at the lake", "landscape"),
        ("Thing", "photo", "1", "landscape"),
    ],
)
def test_a_picture_shows_what_its_field_its_ware_or_its_entity_says(
    entity: str, field: str, title: str, shows: str
) -> None:
    kind = "person" if title in {"Amelia Hart", "Jana Vogt"} else "text"
    name = Field("name", kind, "Name")
    assert subject(field, Entity(entity, {"name": name}), title) == shows


def test_every_subject_is_drawn_small_and_its_own() -> None:
    every = {name: str(drawn(Picture(name, "seed"))) for name in SUBJECTS}
    assert len(set(every.values())) == len(SUBJECTS)
    assert max(map(len, every.values())) < 2500
    assert all(re.fullmatch(r"<svg [^<>]*>(<[a-z]+ [^<>]*/>)+</svg>", one) for one in every.values())


def test_people_are_told_apart_and_stay_themselves() -> None:
    faces = [str(drawn(Picture("person", f"User/user-{n}/photo.jpg"))) for n in range(60)]
    assert len(set(faces)) == 60
    assert faces[7] == str(drawn(Picture("person", "User/user-7/photo.jpg")))


def test_the_row_makes_the_picture_and_another_file_another_one() -> None:
    entity, photo = Entity("User", {"name": Field("name", "person", "Name")}), Field("photo", "image", "Photo")
    seeds = {
        picture_of(photo, {"id": key, "photo": name}, entity, "Jo").seed
        for key, name in (("user-1", "a.jpg"), ("user-2", "a.jpg"), ("user-1", "b.jpg"))
    }
    assert len(seeds) == 3


def test_words_of_the_data_are_escaped_and_never_drawn() -> None:
    nasty = '"><script>alert(1)</script>\u202e'
    html = str(drawn(Picture("person", nasty, nasty))) + str(picture(nasty)) + str(drawn(Picture(nasty, nasty)))
    assert "<script" not in html
    assert html.count("<svg") == html.count("</svg>") == 3
    assert "http" not in html
    assert 'role="img" aria-label="&#34;&gt;&lt;script' in html
    assert 'aria-hidden="true"' in str(picture("plain"))


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Amelia Hart", "AH"),
        ("Siân Prys-Williams", "SW"),
        ('Anna "Annie" Müller (geb. Schmidt), Ph.D.', "AD"),
        ("Li", "L"),
        ("王小明", "王"),
        ("عبد الرحمن", "ع"),
        ("<b>Bobby</b> Tables'); --", "BT"),
        ("=1+1", "•"),
        ("", "•"),
        ("\U0001f468\u200d\U0001f469", "•"),
        ("straße ßeta", "SS"),
    ],
)
def test_initials_are_letters_of_the_name(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_letters_can_be_read_on_every_tint() -> None:
    hues = {hue_of(f"Name {n}") for n in range(200)}
    assert len(hues) == 10
    for hue in hues:
        assert contrast(_hex(hue, 0.42, 0.27), _hex(hue, 0.32, 0.90)) >= 4.5
        assert contrast(_hex(hue, 0.30, 0.88), _hex(hue, 0.20, 0.27)) >= 4.5
    assert all(one != other for one, other in combinations(sorted(hues), 2))


def _hex(hue: int, saturation: float, light: float) -> str:
    """Return a colour of the stylesheet's as #rrggbb."""
    import colorsys

    return "#" + "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue / 360, light, saturation))
