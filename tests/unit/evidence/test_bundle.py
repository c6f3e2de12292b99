"""The bundle: the same content has the same id, and holds nothing that must not lie in git."""

import hashlib
import json
from dataclasses import replace

from toolkit.domain.evidence import Sighting
from toolkit.domain.usability import Finding
from toolkit.services.bundle import make
from toolkit.services.invite import invite
from toolkit.services.recording import Log
from toolkit.services.sightings import keep_sightings, sightings_folder


def bundle(desk):
    return make(desk.workspace, desk.prototype(), book=desk.book, plugins=desk.plugins)


def test_the_id_is_the_hash_of_the_statement_and_the_name_of_the_folder(desk, study):
    made = bundle(desk)
    assert made.path.name == made.id == hashlib.sha256((made.path / "statement.json").read_bytes()).hexdigest()


def test_the_statement_is_in_toto_v1_and_names_every_other_file(desk, study):
    desk.person(study)
    desk.robot(study, "plain")
    path = bundle(desk).path
    statement = json.loads((path / "statement.json").read_bytes())
    assert statement["_type"] == "https://in-toto.io/Statement/v1"
    named = {subject["name"]: subject["digest"]["sha256"] for subject in statement["subject"]}
    there = {p.relative_to(path).as_posix(): p for p in path.rglob("*") if p.is_file()}
    assert named.keys() == there.keys() - {"statement.json"}
    assert all(hashlib.sha256(there[name].read_bytes()).hexdigest() == digest for name, digest in named.items())
    assert statement["predicate"]["study"]["id"] == "list-1"
    assert "goal:adding is fast" in statement["predicate"]["spec"]


def test_the_same_content_gives_the_same_id_at_another_time(desk, study):
    desk.person(study)
    first = bundle(desk).id
    desk.clock.on(86_400)
    assert bundle(desk).id == first


def test_a_new_session_a_new_spec_and_a_new_finding_give_another_id(desk, study):
    seen = [bundle(desk).id]
    desk.person(study)
    seen.append(bundle(desk).id)
    desk.spec.write_text(desk.spec.read_text("utf-8") + "# more\n", encoding="utf-8")
    seen.append(bundle(desk).id)
    found = Sighting(Finding("contrast", 3, "Hard to read"), "plain", "phone", "a.png")
    keep_sightings(sightings_folder(desk.workspace, "list"), [found], {"a.png": b"picture"})
    seen.append(bundle(desk).id)
    assert len(set(seen)) == 4


def test_robots_walks_are_a_test_result_that_other_tools_read(desk, study):
    desk.robot(study, "plain")
    desk.robot(study, "sorted", reached=False)
    statement = json.loads((bundle(desk).path / "robots.in-toto.json").read_bytes())
    assert statement["predicateType"] == "https://in-toto.io/attestation/test-result/v0.1"
    assert statement["predicate"]["result"] == "FAILED"
    assert statement["predicate"]["passedTests"] == ["plain: add"]
    assert statement["predicate"]["failedTests"] == ["sorted: add"]
    assert len(statement["subject"]) == 2


def test_nothing_typed_and_nobodys_name_is_in_it(desk, study):
    invitation = desk.person(study)
    with desk.book.store.writing() as work:
        work.change_session(replace(work.session(invitation.session.id), label="Ann from accounts"))
    everything = b"".join(path.read_bytes() for path in bundle(desk).path.rglob("*") if path.is_file())
    assert b"secret milk" not in everything
    assert b"Ann from accounts" not in everything
    assert b"Eggs" in everything


def test_a_session_under_way_is_in_it_as_it_stands(desk, study):
    (invitation,) = invite(desk.book, study)
    log = Log(desk.book, invitation.session.id)
    log.write(("consented", {}), consented=log.now)
    session = json.loads((bundle(desk).path / "sessions" / f"{invitation.session.id}.json").read_bytes())
    assert [entry["kind"] for entry in session["entries"]] == ["consented"]
    assert session["session"]["ended"] == ""


def test_git_is_told_to_leave_the_bytes_alone(desk, study):
    assert "* -text" in (bundle(desk).path.parent / ".gitattributes").read_text("utf-8")


def test_a_bundle_that_was_tampered_with_is_put_right_by_making_it_again(desk, study):
    made = bundle(desk)
    (made.path / "study.json").write_text("{}", encoding="utf-8")
    (made.path / "extra.txt").write_text("x", encoding="utf-8")
    again = bundle(desk)
    assert again == made
    assert (made.path / "study.json").read_text("utf-8") != "{}"
    assert not (made.path / "extra.txt").exists()
