"""What fields are about is inferred from what they are called and what stands around them."""

import csv
from pathlib import Path

import pytest

from toolkit.data.kinds import KINDS
from toolkit.data.kinds.measures import SPANS
from toolkit.data.kinds.picked import words_for
from toolkit.data.meaning import infer, inferred
from toolkit.data.meaning.tables import kinds
from toolkit.domain import meanings
from toolkit.domain.solution import Entity, Field


@pytest.fixture
def about(specified):
    """Give what tells the kind of each field of one entity."""

    def told(spec: str, locale: str = "en_GB") -> dict[str, str]:
        solution = specified(f"entities: {{{spec}}}\ndata: {{locale: {locale}}}")
        (entity,) = solution.base.entities.values()
        return {name: infer(entity, field, solution).kind for name, field in entity.fields.items()}

    return told


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("vat_no", "vat number"),
        ("orderRef", "order number"),
        ("job-title", "job title"),
        ("cust_no", "customer number"),
        ("emailAddr", "email"),
        ("dateOfBirth", "date"),
        ("companyname", "company"),
        ("Rechnungsnummer", "invoice number"),
        ("Lieferantennr", "supplier number"),
        ("Größe", "size"),
        ("Strasse", "street"),
        ("PLZ", "postcode"),
        ("Öffnungszeiten", "opening hours"),
        ("numéro de facture", "invoice number"),
        ("code_postal", "postcode"),
        ("raison sociale", "company"),
        ("prenom", "given name"),
        ("apellidos", "family name"),
        ("código postal", "postcode"),
        ("número de factura", "invoice number"),
        ("correo electrónico", "email"),
        ("something else", ""),
    ],
)
def test_a_name_is_read_in_four_languages(about, name, kind):
    assert about(f"Thing: {{{name}: text}}")[name] in {kind, "birth date" if kind == "date" else kind}


@pytest.mark.parametrize(
    ("entity", "kind"),
    [
        ("Customer", "full name"),
        ("Supplier", "company"),
        ("Country", "country"),
        ("Genre", "genre"),
        ("Track", "track"),
        ("OrderItem", "product name"),
        ("product_description", "product name"),
        ("issue_statuses", "status"),
        ("Playlist", "playlist"),
        ("MediaType", "media type"),
        ("Abteilung", "department"),
        ("Película", "film title"),
    ],
)
def test_the_entity_decides_what_a_name_is(about, entity, kind):
    assert about(f"{entity}: {{name: text}}")["name"] == kind


@pytest.mark.parametrize(
    ("fields", "name", "kind"),
    [
        ("state: text, city: text", "state", "region"),
        ("state: text, total: money", "state", "status"),
        ("title: text, first_name: text, salary: money", "title", "job title"),
        ("title: text, first_name: text", "title", "salutation"),
        ("number: text, street: text", "number", "house number"),
        ("name: text, first_name: text", "name", "family name"),
        ("address: text, city: text", "address", "street address"),
        ("address: text, port: number, host: text", "address", "ip address"),
        ("billing_state: text, billing_city: text", "billing_state", "region"),
        ("payment_address_1: text, payment_address_2: text", "payment_address_2", "address line 2"),
        ("applies_to: text, title: text", "applies_to", ""),
        ("position: text, module: text", "position", "job title"),
        ("extra: long text, name: text", "extra", "structured data"),
        ("extra: text, name: text", "extra", ""),
    ],
)
def test_neighbours_decide(about, fields, name, kind):
    assert about(f"Record: {{{fields}}}")[name] == kind


def test_type_and_length_decide(about):
    found = about(
        "Order: {country: 'text, 2 characters', rating: number, paid: yes/no, position: number, kind: 'one of A, B'}"
    )
    assert found == {"country": "country code", "rating": "rating", "paid": "", "position": "sort order", "kind": ""}


def test_whose_it_is_and_why_is_said(specified):
    solution = specified("entities: {Bestellung: {Lieferort: text, billing city: text, state: text}}")
    meanings = inferred(solution.base.entities["Bestellung"])
    assert meanings["Lieferort"].whose == "delivery"
    assert meanings["billing city"].whose == "billing"
    assert meanings["Lieferort"].why == "its name says city in German"
    assert meanings["state"].why == "its name says state, and nothing else is said"


def test_a_word_in_the_spec_overrules_the_name(made, specified):
    spec = (
        "entities: {A: {ref: 'text, means invoice number', memo: {type: text, means: colour}, n: 'number, means age'}}"
    )
    entity = specified(spec).base.entities["A"]
    assert [field.means for field in entity.fields.values()] == ["invoice number", "colour", "age"]
    assert infer(entity, entity.fields["ref"], specified(spec)).why.startswith("the spec says so")
    for row in made(spec).rows("A").values():
        assert row["ref"].startswith("INV-")
        assert row["memo"] in words_for("colour", "en")
        assert 18 <= row["n"] <= 88


def test_the_spec_may_name_every_kind_and_no_other():
    assert set(kinds()) == meanings.KINDS


def test_every_kind_of_number_has_a_usual_span():
    assert set(SPANS) >= meanings.NUMBERS


def test_there_are_enough_kinds_and_each_has_a_name_of_its_own():
    assert len(kinds()) > 250
    assert len(KINDS) > 150


def test_what_can_be_made_can_be_inferred():
    assert not set(KINDS) - set(kinds())


LABELS = Path(__file__).parent / "meanings"


@pytest.mark.parametrize(
    ("schemas", "least"),
    [
        ("known", 0.98),
        ("samples", 0.93),
        ("unseen", 0.85),
        ("heldout", 0.85),
        ("second_tuned", 0.95),
        ("second_heldout", 0.80),
    ],
)
def test_public_schemas_are_understood(schemas, least):
    entities: dict[tuple[str, str], dict[str, Field]] = {}
    right: dict[tuple[str, str, str], set[str]] = {}
    with (LABELS / f"{schemas}.tsv").open(encoding="utf-8", newline="") as file:
        for schema, entity, name, said, kinds_ in list(csv.reader(file, delimiter="\t"))[1:]:
            longest = float(said) if said.isdecimal() else None
            field = Field(name, "text" if longest else said, label=name, high=longest)
            entities.setdefault((schema, entity), {})[name] = field
            if kinds_ != "-":
                right[schema, entity, name] = set(kinds_.split("|"))
    near = {schema: tuple(e for other, e in entities if other == schema) for schema, _ in entities}
    told = {
        key: inferred(Entity(key[1], fields), near=tuple(name for name in near[key[0]] if name != key[1]))
        for key, fields in entities.items()
    }
    fits = [told[key[:2]][key[2]].kind in wanted for key, wanted in right.items()]
    assert len(fits) > 50
    assert sum(fits) / len(fits) >= least


def test_labels_name_kinds_that_there_are():
    for path in LABELS.glob("*.tsv"):
        with path.open(encoding="utf-8", newline="") as file:
            named = {kind for row in list(csv.reader(file, delimiter="\t"))[1:] for kind in row[4].split("|")}
        assert not named - set(kinds()) - {"-", ""}
