"""Animals agree with themselves: the breed is one of the species, and nobody treats them as they do people."""

from toolkit.data.kinds.picked import words_for


def test_breed_is_one_of_the_species_that_the_row_says(made):
    spec = """
    entities:
      Tier (Tiere):
        name: text
        tierart: one of Hund, Katze, Pferd, Leguan
        rasse: text
        chipnummer: text, 15 characters, unique
    data: {locale: de_DE, pinned: {Tier: [{name: Mia, tierart: Pferd}]}}
    """
    names = {"Hund": "dog", "Katze": "cat", "Pferd": "horse", "Leguan": "other"}
    rows = made(spec, Tier=60).rows("Tier").values()
    for row in rows:
        assert row["rasse"] in words_for(f"breed {names[row['tierart']]}", "de")
        assert row["chipnummer"].isdigit()
        assert len(row["chipnummer"]) == 15


def test_what_belongs_to_an_animal_is_not_of_the_medicine_of_people(made):
    spec = """
    entities:
      Animal (Animaux): {nom: text}
      Vaccination: {animal: Animal, vaccin: text}
      Ordonnance: {animal: Animal, médicament: text}
    data: {locale: fr_FR}
    """
    made_ = made(spec)
    assert {row["vaccin"] for row in made_.rows("Vaccination").values()} <= set(words_for("vaccine animal", "fr"))
    assert {row["médicament"] for row in made_.rows("Ordonnance").values()} <= set(words_for("medication animal", "fr"))


def test_codes_are_as_long_as_their_field_without_words_behind_them(made):
    spec = "entities: {Machine: {name: text, serial number: 'text, 14 characters', our code: 'text, 15 characters'}}"
    for row in made(spec).rows("Machine").values():
        assert " " not in row["serial number"] + row["our code"], row


def test_what_is_done_does_not_begin_after_now(made):
    spec = """
    now: 2026-03-02 09:30
    entities:
      Visit:
        reason: text
        start: datetime, last 60 days, next 30 days
        status: {Asked -> Done: Finish, Asked -> Cancelled: Cancel}
    """
    rows = made(spec, Visit=200).rows("Visit").values()
    assert not [row for row in rows if row["status"] == "Done" and str(row["start"]) > "2026-03-02 09:30"]
    assert [row for row in rows if row["status"] == "Asked" and str(row["start"]) > "2026-03-02 09:30"]


def test_somebody_comes_to_a_rendez_vous_for_what_people_come_for_and_sends_nothing_back(made):
    spec = """
    entities: {Rendez-vous (Rendez-vous): {motif: text, début: datetime}}
    data: {locale: fr_FR}
    """
    told = {row["motif"] for row in made(spec).rows("Rendez-vous").values()}
    assert not {text for text in told if text.startswith(("Mauvaise taille", "Arrivé abîmé"))}
