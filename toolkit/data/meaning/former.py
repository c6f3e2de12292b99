"""What a field of text is about, by its name: a job, a town, an order number; and a value of that meaning."""

from collections.abc import Callable

from toolkit.data.chance import Chance
from toolkit.data.naming import words_of
from toolkit.data.words import Words

Maker = Callable[[Words, Chance], str]


def _said(provider: str) -> Maker:
    return lambda words, chance: chance.faker(provider)


def _lined(provider: str) -> Maker:
    return lambda words, chance: ", ".join(chance.faker(provider).splitlines())


def _one_of(*options: str) -> Maker:
    return lambda words, chance: chance.pick(options)


def _line(name: str) -> Maker:
    return lambda words, chance: chance.pick(words.book.lines(name))


def _numbered(prefix: str, digits: int) -> Maker:
    return lambda words, chance: f"{prefix}{chance.whole(10 ** (digits - 1), 10**digits - 1)}"


def _sku(words: Words, chance: Chance) -> str:
    letters = "".join(chance.pick(tuple("ABCDEFGHKLMNPRSTVWX")) for _ in range(2))
    return f"{letters}-{chance.whole(1000, 9999)}"


def _room(words: Words, chance: Chance) -> str:
    return f"{chance.whole(1, 4)}.{chance.whole(1, 24):02d}"


def _site(words: Words, chance: Chance) -> str:
    name = words.letters(chance.faker("last_name")).replace(".", "-") or f"shop-{chance.whole(100, 999)}"
    return f"www.{name}.example"


def _model(words: Words, chance: Chance) -> str:
    return f"{chance.pick(tuple('ACEKLMRSTX'))}{chance.whole(1, 9)}{chance.pick(('0', '00', '20', '50'))}"


def _version(words: Words, chance: Chance) -> str:
    return f"{chance.whole(1, 6)}.{chance.whole(0, 12)}.{chance.whole(0, 9)}"


def _town(words: Words, chance: Chance) -> str:
    return words.city(chance.stream)


def _hours(words: Words, chance: Chance) -> str:
    return f"Mon–Fri {chance.whole(7, 10)}:00–{chance.whole(16, 20)}:00"


def _country(words: Words, chance: Chance) -> str:
    return chance.faker("current_country")


_MEANINGS: tuple[tuple[str, Maker], ...] = (
    ("job title|job|position|occupation|profession|beruf|métier|puesto", _line("jobs")),
    ("team|department|unit|abteilung|service|equipe|departamento|cost centre", _line("teams")),
    (
        "company|firm|employer|organisation|organization|manufacturer|brand|vendor|firma|société|empresa|hersteller",
        _said("company"),
    ),
    ("street|address line|strasse|straße|rue|calle", _lined("street_address")),
    ("address|adresse|anschrift|dirección", _lined("address")),
    ("postcode|post code|zip|zip code|postal code|plz|postleitzahl|code postal|código postal", _said("postcode")),
    ("city|town|place|location|ort|stadt|ville|ciudad|origin|destination|birthplace|branch|site|depot|store", _town),
    ("country|nationality|land|pays|país", _country),
    ("website|url|homepage|web|site web|página", _site),
    ("iban|bank account|account number", _said("iban")),
    ("sku|article number|part number|item number|product code|artikelnummer", _sku),
    (
        "plate|number plate|licence plate|license plate|registration number|kennzeichen|matrícula",
        _said("license_plate"),
    ),
    ("vat|vat no|vat number|tax number|tax id", _numbered("XX", 9)),
    ("invoice number|invoice no|invoice|rechnungsnummer|numéro de facture", _numbered("INV-", 6)),
    ("order ref|order number|order no|bestellnummer|order id", _numbered("ORD-", 5)),
    ("insurance number|membership number|customer number|case number|booking number|account no", _numbered("", 8)),
    ("model|modell|modèle|modelo", _model),
    ("serial|serial number|seriennummer|imei", _numbered("SN", 8)),
    ("tracking|tracking number|parcel number|sendungsnummer", _numbered("TR", 10)),
    ("room|raum|salle|sala", _room),
    ("version|release|build", _version),
    ("colour|color|farbe|couleur", _one_of("Black", "White", "Grey", "Blue", "Green", "Red", "Yellow", "Brown")),
    ("language|sprache|langue|idioma", _one_of("English", "German", "French", "Spanish", "Italian", "Polish")),
    ("currency|währung|devise|moneda", _one_of("EUR", "GBP", "USD", "CHF")),
    ("size|größe|taille|talla", _one_of("S", "M", "L", "XL")),
    ("unit of measure|uom|einheit", _one_of("piece", "kg", "m", "l", "box")),
    ("gate", lambda words, chance: f"{chance.pick(('A', 'B', 'C'))}{chance.whole(1, 38)}"),
    ("seat|sitz|siège", lambda words, chance: f"{chance.whole(1, 32)}{chance.pick(tuple('ABCDEF'))}"),
    ("opening hours|hours|öffnungszeiten", _hours),
)
_BY_WORDS = [(frozenset(words_of(name)), maker) for names, maker in _MEANINGS for name in names.split("|")]


def meaning_of(name: str) -> Maker | None:
    """Return what makes values for a field of this name; the meaning that uses most of its words."""
    words = words_of(name)
    fits = [(len(wanted), -at, maker) for at, (wanted, maker) in enumerate(_BY_WORDS) if wanted <= words]
    return max(fits, key=lambda fit: fit[:2])[2] if fits else None
