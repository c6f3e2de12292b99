"""Texts of English rows say that they are English where the page speaks another language."""

from dataclasses import replace

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import block, go
from toolkit import Facts, Thread
from toolkit.domain.machine import Machine
from toolkit.languages import language
from toolkit.printing import draw_view

SPEC = """
people: Person
entities:
  Person: {name: person}
  Repair: {what: text, about: long text, size: "one of Small, Large", tenant: Person = me}
  Note: {repair: Repair, by: Person = me, text: long text}
screens:
  Repairs: {list: Repair}
  Repair: {detail: Repair, show: [what, about, size, tenant], related: {Note: []}}
"""


def house() -> Machine:
    return prototype(
        SPEC,
        Person=[{"name": "Ana"}],
        Repair=[{"what": "Tap drips", "about": "It is loud.", "size": "Small", "tenant": "person-1"}],
        Note=[{"repair": "repair-1", "by": "person-1", "text": "Sorry."}],
    )


def tongues(desk: Machine) -> list[str]:
    view = desk.view(go(desk, desk.begin(), "repair/repair-1"))
    said = [fact.value.lang for fact in block(view, Facts).facts] + [block(view, Thread).posts[0].lang]
    assert draw_view(view, base="/p").count(' lang="en"') == sum(map(bool, said))
    return said


def test_only_another_language_than_the_pages_is_told() -> None:
    assert tongues(house()) == [""] * 5
    assert tongues(house().speaking(language("de"))) == ["en", "en", "", "", "en"]


def test_what_is_typed_or_made_in_another_language_is_not_taken_for_english() -> None:
    desk = house().speaking(language("de"))
    state = go(desk, desk.begin(), "repair/repair-1")
    typed = {**desk.dataset.rows("Repair")["repair-1"], "what": "Hahn tropft"}
    facts = block(desk.view(replace(state, changes={"Repair": {"repair-1": typed}})), Facts)
    assert [fact.value.lang for fact in facts.facts] == ["", "en", "", ""]
    german = Machine(
        desk.solution, desk.option, replace(desk.dataset, locale="de_DE"), desk.parts, language=language("fr")
    )
    assert tongues(german) == [""] * 5
