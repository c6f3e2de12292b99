"""The format 'json'."""

import json
from datetime import date, timedelta

from toolkit import Entity, Field
from toolkit.loader import load

JSON = load(installed=False).exporters["json"]


def exported(**tables):
    found = json.loads("".join(JSON.write(tables)))
    assert found.pop("$about")["note"].startswith("Made-up data")
    return found


def test_all_entities_are_in_one_object():
    pen = Entity("Pen", {"name": Field("name", "text", "Name")})
    found = exported(Pen=(pen, [{"id": "p-1", "name": "Füller"}, {"id": "p-2"}]), Ink=(Entity("Ink", {}), []))
    assert found == {"Pen": [{"id": "p-1", "name": "Füller"}, {"id": "p-2", "name": None}], "Ink": []}


def test_values_keep_their_kind_where_json_has_it():
    names = ("day", "length", "yes", "several", "count")
    thing = Entity("Thing", {name: Field(name, "text", name) for name in names})
    row = {"id": "t", "day": date(2026, 3, 2), "length": timedelta(days=1), "yes": False, "several": ("A",), "count": 3}
    assert exported(Thing=(thing, [row]))["Thing"] == [
        {"id": "t", "day": "2026-03-02", "length": "P1D", "yes": False, "several": ["A"], "count": 3}
    ]


def test_nothing_at_all_is_still_json():
    assert exported() == {}
