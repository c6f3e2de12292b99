"""Files and images: their names, and that nothing else of them is asked for, sent or kept."""

import re
from dataclasses import replace

import pytest

from tests.plugins.prototype import made_up, prototype, read, show, type_of, typed
from toolkit import Facts, Field, Form
from toolkit.domain.action import Go, Place, filled
from toolkit.domain.gestures import Upload, gestures, said
from toolkit.domain.machine import Machine
from toolkit.domain.planner import Plan, plan
from toolkit.printing.drawing import draw_view
from toolkit.printing.pictures import drawn, picture

PROOF = Field("proof", "file", "Proof")
PHOTO = Field("photo", "image", "Photo")

PERMIT = """
entities:
  Permit: {name: text, proof: {type: file, help: A bill.}, photo: "image, optional"}
screens:
  Permits: {list: Permit, new: New permit}
  New permit: {form: Permit}
  Permit: {detail: Permit}
tasks:
  ask: {say: Ask for a permit., done: {Permit: {}}}
"""


@pytest.fixture
def permits() -> Machine:
    return prototype(PERMIT, "as-asked", Permit=[{"name": "Jo", "proof": "bill.pdf", "photo": "me.jpg"}])


@pytest.mark.parametrize("field", [PROOF, PHOTO], ids=lambda f: f.type)
def test_what_is_made_up_could_have_been_handed_in(field: Field) -> None:
    names = made_up(field)
    assert all(read(field, typed(field, name)) == name == show(field, name) for name in names)
    assert len(set(names)) > 50


def test_folders_before_a_name_are_left_out() -> None:
    assert read(PROOF, "C:\\fakepath\\My bill.pdf") == "My bill.pdf" == read(PROOF, "scans/jo/My bill.pdf")


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        (PROOF, "folder/", "Proof must be a file"),
        (PROOF, "a\nb.pdf", "Proof must be a file"),
        (PROOF, "x" * 201, "200 characters or fewer"),
        (PHOTO, "me.pdf", "Photo must be a picture, like a .jpg or .png"),
        (PHOTO, "jpg", "Photo must be a picture"),
    ],
)
def test_what_is_no_file_or_picture_is_told(field: Field, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read(field, text)


def test_names_of_files_are_masked_in_recordings() -> None:
    assert type_of(PROOF).sensitive
    assert type_of(PHOTO).sensitive


def test_a_form_asks_for_a_file_and_says_what_becomes_of_it(permits: Machine) -> None:
    state = permits.step(permits.start("Everyone"), Go(Place("new-permit")))
    html = draw_view(permits.view(state), base="/p")
    chooser = next(line for line in html.splitlines() if 'type="file"' in line)
    assert " name=" not in chooser  # what has no name is never sent
    assert "rr-block" in chooser
    assert "A bill. Only the name is noted here; the file itself stays on your device." in html
    assert html.count("No file chosen</p>") == 2
    form = next(block for block in permits.view(state).blocks if isinstance(block, Form))
    state = permits.step(state, filled(form.submit.action, {"name": "", "proof": "bill.pdf"}))
    assert '">bill.pdf</p>' in draw_view(permits.view(state), base="/p")


def test_a_missing_file_is_to_be_chosen(permits: Machine) -> None:
    state = permits.step(permits.start("Everyone"), Go(Place("new-permit")))
    form = next(block for block in permits.view(state).blocks if isinstance(block, Form))
    state = permits.step(state, filled(form.submit.action, {"name": "Jo"}))
    assert state.attempt
    assert state.attempt.errors == {"proof": "Choose a proof"}


def test_an_image_is_shown_as_a_picture_with_its_name(permits: Machine) -> None:
    view = permits.view(permits.step(permits.start("Everyone"), Go(Place("permit", "permit-1"))))
    facts = next(block for block in view.blocks if isinstance(block, Facts))
    proof, photo = (fact.value for fact in facts.facts)
    assert (proof.text, proof.look, photo.text, photo.look) == ("bill.pdf", "file", "me.jpg", "picture")
    assert photo.picture
    assert photo.picture.about == "Photo: Jo"
    html = draw_view(view, base="/p")
    assert str(drawn(photo.picture)) in html
    assert 'role="img" aria-label="Photo: Jo"' in html
    assert proof.note in html


def test_a_file_has_a_size_until_somebody_hands_in_another(permits: Machine) -> None:
    seen = []
    for name in ("bill.pdf", "other.pdf"):
        state = permits.step(permits.start("Everyone"), Go(Place("permit", "permit-1")))
        row = {**permits.dataset.rows("Permit")["permit-1"], "proof": name}
        view = permits.view(replace(state, changes={"Permit": {"permit-1": row}}))
        seen += [fact.value for block in view.blocks if isinstance(block, Facts) for fact in block.facts][:1]
    assert re.fullmatch(r"[\d.,]+ (kB|MB)", seen[0].note)
    assert (seen[1].text, seen[1].note) == ("other.pdf", "")


def test_a_picture_is_the_same_for_the_same_name_and_needs_no_network() -> None:
    assert picture("me.jpg") == picture("me.jpg") != picture("you.jpg")
    assert "http" not in picture("<script>alert(1)</script>")
    assert "script" not in picture("<script>alert(1)</script>")


def test_a_plan_hands_in_a_file(permits: Machine) -> None:
    found = plan(permits, permits.solution.tasks["ask"])
    assert isinstance(found, Plan)
    last = found.steps[-1]
    handed = [g for g in gestures(last.view, last.control, last.values) if isinstance(g, Upload)]
    assert [g.label for g in handed] == ["Proof"]
    assert said(handed[0]) == f"hand in '{handed[0].file}' for 'Proof'"
