"""What firms are called: by a family's name and trade, in the row's language; none that there is is meant."""

from collections.abc import Mapping, Sequence

from toolkit.data.kinds.picked import words_for
from toolkit.data.lot import Lot, Make

_FORMS: Mapping[str, Sequence[str]] = {
    "en": ("{a} {trade} {suffix}", "{a} & {b}", "{a} {suffix}", "{a} {trade}", "{a} & {b} {trade}"),
    "de": ("{a} {trade} {suffix}", "{a} & {b} {suffix}", "{a} {suffix}", "{trade} {a}", "{a} & Söhne"),
    "fr": ("{trade} {a}", "{a} {suffix}", "{a} & {b}", "Établissements {a}", "{trade} {a} {suffix}"),
    "es": ("{trade} {a}", "{a} y {b}", "{trade} {a}, {suffix}", "Hermanos {a}", "{a} {suffix}"),
}
_TRADES: Mapping[str, Sequence[str]] = {
    "en": (
        "Logistics",
        "Foods",
        "Tools",
        "Textiles",
        "Print",
        "Timber",
        "Electrics",
        "Supplies",
        "Packaging",
        "Motors",
    ),
    "de": ("Logistik", "Feinkost", "Werkzeuge", "Textil", "Druck", "Holzbau", "Elektro", "Bürobedarf", "Verpackungen"),
    "fr": ("Transports", "Épicerie", "Outillage", "Textiles", "Imprimerie", "Menuiserie", "Électricité", "Fournitures"),
    "es": ("Transportes", "Alimentos", "Herramientas", "Textiles", "Imprenta", "Maderas", "Suministros", "Envases"),
}
ENGLISH = "en"


def _firms(lot: Lot) -> list[str]:
    language = lot.words.locale[:2]
    forms, trades = (found.get(language, found[ENGLISH]) for found in (_FORMS, _TRADES))
    suffixes = words_for("company suffix", language)
    firsts, others = (lot.words_of("last_name", name) for name in ("a", "b"))
    parts = zip(
        lot.pick(forms, "form"), firsts, others, lot.pick(trades, "trade"), lot.pick(suffixes, "suffix"), strict=True
    )
    return [form.format(a=a, b=b, trade=trade, suffix=suffix) for form, a, b, trade, suffix in parts]


KINDS: Mapping[str, Make] = {"company": _firms}
