"""A rehearsal in another language: asked for by the address, offered by the spec, done and kept in the original."""

from pathlib import Path

from toolkit.domain.action import Place
from toolkit.services.invite import rehearse
from toolkit.web.house import House
from toolkit.web.rooms import Tab


async def test_a_rehearsal_changes_its_language_and_keeps_its_place(open_house, spec: Path) -> None:
    spec.write_text(spec.read_text("utf-8") + "languages: [de]\n", "utf-8")
    spec.parent.joinpath("languages").mkdir()
    spec.parent.joinpath("languages", "de.yaml").write_text("New loan: Ausleihen\nReader: Leserin\n", "utf-8")
    house: House = open_house()
    prototype = house.catalogue.get("library")
    assert prototype is not None
    session = rehearse(house.book, "library").session.id
    room = house.rehearsal(prototype, "as-asked", session, base="/p/library/as-asked")
    tab = Tab(Place("new-loan"), room.play.mark)
    await room.begin(tab)
    room.play.language = "de"
    assert (room.view(tab).title, room.play.offered()[0].label) == ("Ausleihen", "Leserin")
    submit = next(c.id for c in room.view(tab).controls() if c.look == "primary")
    await room.do(tab, submit, {"title": "Emma"})
    assert "„" not in room.view(tab).title
    room.play.language = ""
    assert room.view(tab).title == "Emma"
