"""Specs from OpenAPI: the schemas that operations speak of."""

import json
from pathlib import Path

import pytest

from tests.plugins.importing import imported, lines_of, spec_of, walked
from toolkit.errors import ToolkitError

SHELTER = """
    openapi: 3.0.3
    info: {title: "Animal shelter: the API", version: 1.0.0}
    paths:
      /animals:
        post:
          requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewAnimal'}}}}
          responses:
            '201': {content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}
            default: {content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
    components:
      schemas:
        Species: {type: string, enum: [cat, dog, small_pet]}
        Kennel:
          type: object
          required: [label]
          properties:
            id: {type: integer, format: int64}
            label: {type: string, minLength: 2, maxLength: 20}
            place: {type: object, properties: {floor: {type: integer}, room: {type: string}}}
        Animal:
          type: object
          required: [name, species, kennel]
          properties:
            id: {type: string, format: uuid, readOnly: true}
            name: {type: string}
            species: {$ref: '#/components/schemas/Species'}
            kennel: {$ref: '#/components/schemas/Kennel'}
            born: {type: string, format: date}
            arrivedAt: {type: string, format: date-time}
            keeperEmail: {type: string, format: email}
            chip: {type: string, pattern: '^[0-9]{15}$'}
            weight: {type: number, minimum: 0, maximum: 90}
            fee: {type: number, default: 25}
            vaccinated: {type: boolean, default: false}
            likes: {type: array, items: {type: string, enum: [balls, naps]}}
            photoUrls: {type: array, items: {type: string}}
            mother: {nullable: true, allOf: [{$ref: '#/components/schemas/Animal'}]}
        NewAnimal: {type: object, properties: {name: {type: string}, species: {$ref: '#/components/schemas/Species'}}}
        Stay:
          allOf:
            - {$ref: '#/components/schemas/Kennel'}
            - {type: object, required: [animalId], properties: {animalId: {type: string}, note: {type: string}}}
        Problem: {type: object, properties: {message: {type: string}}}
"""


def test_properties_become_lines(tmp_path: Path) -> None:
    spec = spec_of(SHELTER, tmp_path, "shelter.yaml")
    assert 'solution: "Animal shelter: the API"' in spec
    assert lines_of(spec, "Animal") == {
        "name": "text",
        "species": "one of Cat, Dog, Small pet",
        "kennel": "Kennel",
        "born": "date, optional",
        "arrived at": "datetime, optional",
        "keeper email": "email, optional",
        "chip": '{type: "text, optional", pattern: "[0-9]{15}"}',
        "weight": "number, 0..90, optional",
        "fee": "money, optional = 25",
        "vaccinated": "yes/no, optional = no",
        "likes": "any of Balls, Naps, optional",
        "mother": "Animal, optional",
        "photo": "image, optional",
    }
    assert lines_of(spec, "Kennel")["place floor"] == "number, optional"
    assert lines_of(spec, "Stay")["animal"] == "Animal"


def test_what_is_no_entity_is_noted(tmp_path: Path) -> None:
    said = "\n".join(imported(SHELTER, tmp_path, "shelter.yaml").lost)
    for part in ("Problem, which only says", "NewAnimal, which is Animal", "photo: a list in the file"):
        assert part in said


def test_every_entity_can_be_listed_opened_added_to_and_changed(tmp_path: Path) -> None:
    assert walked(imported(SHELTER, tmp_path, "shelter.yaml").path) == ["Kennel", "Animal", "Stay"]


@pytest.mark.parametrize(
    "schemas",
    [
        {
            "A": {"properties": {"b": {"$ref": "#/components/schemas/B"}}, "required": ["b"]},
            "B": {"allOf": [{"$ref": "#/components/schemas/A"}]},
        },
        {"A": {"allOf": [{"$ref": "#/components/schemas/A"}], "properties": {"in": {"type": "string"}, "id": {}}}},
        {"A": {"properties": {"x": {"type": ["string", "null"]}, "y": {"$ref": "https://example.com/else.yaml#/Y"}}}},
        {"it's: {odd}": {"properties": {"# a": {"enum": ["a, b", "optional", None, 1]}, "now": {"type": "boolean"}}}},
        {"A": {"properties": {"x": {"anyOf": [{"type": "integer"}, {"type": "null"}]}, "y": None, "z": []}}},
    ],
)
def test_odd_schemas_give_a_spec_that_works(tmp_path: Path, schemas: object) -> None:
    text = json.dumps({"openapi": "3.1.0", "components": {"schemas": schemas}})
    assert walked(imported(text, tmp_path, "odd.json").path)


@pytest.mark.parametrize("text", ["openapi: 3.0.0\n  bad: [", '{"openapi": "3.0.0",'])
def test_what_is_no_document_is_said(tmp_path: Path, text: str) -> None:
    with pytest.raises(ToolkitError, match="neither YAML nor JSON"):
        imported(text, tmp_path, "half.yaml")


def test_what_repeats_itself_without_end_is_read_at_once(tmp_path: Path) -> None:
    doubled = "".join(f"  a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    text = f"openapi: 3.0.0\nx:\n  a0: &a0 [x]\n{doubled}paths: {{/a: {{get: {{responses: {{'200': *a59}}}}}}}}\n"
    text += "components: {schemas: {A: {properties: {name: {type: string}, z: {enum: *a59}}}}}\n"
    assert imported(text, tmp_path, "laughs.yaml").entities == ("A",)


SHOP = """
    openapi: 3.1.0
    info: {title: Shop, version: "1"}
    paths: {}
    components:
      schemas:
        Order:
          type: object
          required: [number, lines]
          properties:
            number: {type: string}
            note: {type: [string, "null"]}
            tags: {type: array, items: {$ref: "#/components/schemas/Tag"}}
            lines:
              type: array
              items: {type: object, properties: {what: {type: string}, unitPrice: {type: number}}}
        Tag: {type: object, properties: {label: {type: string}}}
        OrderPage:
          type: object
          properties: {items: {type: array, items: {$ref: "#/components/schemas/Order"}}, total: {type: integer}}
        ApiResponse: {type: object, properties: {code: {type: integer}, message: {type: string}}}
        DataSets:
          type: object
          properties:
            total: {type: integer}
            sets: {type: array, items: {type: object, properties: {title: {type: string}, hidden: {type: boolean}}}}
"""


def test_lists_become_many_rows_or_rows_of_their_own(tmp_path: Path) -> None:
    done = imported(SHOP, tmp_path, "shop.yaml")
    spec = done.path.read_text("utf-8")
    assert done.entities == ("Order", "Tag", "Line", "Set")
    assert lines_of(spec, "Order") == {"number": "text", "note": "long text, optional", "tags": "many Tag, optional"}
    assert lines_of(spec, "Line") == {"what": "text, optional", "unit price": "money, optional", "order": "Order"}
    assert lines_of(spec, "Set") == {"title": "text, optional", "hidden": "yes/no, optional"}
    assert "OrderPage, which is only a list of Order" in done.lost
    assert "ApiResponse, which only says how it went" in done.lost
    assert walked(done.path)


def test_schemas_that_name_each_other_over_and_over_are_read_once(tmp_path: Path) -> None:
    schemas: dict[str, object] = {
        f"S{at}": {
            "type": "object",
            "allOf": [{"$ref": f"#/components/schemas/S{at + 1}"}] * 10,
            "properties": {f"part{at}": {"type": "string"}},
        }
        for at in range(12)
    }
    spec = spec_of(json.dumps({"openapi": "3.0.0", "components": {"schemas": schemas}}), tmp_path, "api.json")
    assert {f"part{at}" for at in range(4)} <= lines_of(spec, "S0").keys()
