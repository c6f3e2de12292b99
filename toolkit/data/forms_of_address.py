"""How people are spoken of, by language: words for genders, salutations, titles and marital states."""

from collections.abc import Mapping
from functools import lru_cache

from toolkit.data.names import FEMALE, MALE

DIVERSE = "diverse"
GENDERS: Mapping[str, tuple[str, str, str]] = {
    "en": ("Female", "Male", "Diverse"),
    "de": ("weiblich", "männlich", "divers"),
    "fr": ("Femme", "Homme", "Autre"),
    "es": ("Mujer", "Hombre", "Otro"),
    "it": ("Femmina", "Maschio", "Altro"),
    "pt": ("Feminino", "Masculino", "Outro"),
    "nl": ("Vrouw", "Man", "Anders"),
    "pl": ("kobieta", "mężczyzna", "inna"),
    "sv": ("Kvinna", "Man", "Annat"),
    "da": ("Kvinde", "Mand", "Andet"),
    "no": ("Kvinne", "Mann", "Annet"),
    "fi": ("nainen", "mies", "muu"),
    "cs": ("žena", "muž", "jiné"),
    "tr": ("Kadın", "Erkek", "Diğer"),
    "ru": ("женский", "мужской", "другой"),
    "uk": ("жіноча", "чоловіча", "інша"),
    "el": ("Γυναίκα", "Άνδρας", "Άλλο"),
    "ar": ("أنثى", "ذكر", "آخر"),
    "he": ("נקבה", "זכר", "אחר"),
    "ja": ("女性", "男性", "その他"),
    "zh": ("女", "男", "其他"),
    "ko": ("여성", "남성", "기타"),
    "hi": ("महिला", "पुरुष", "अन्य"),
    "th": ("หญิง", "ชาย", "อื่นๆ"),
}
SALUTATIONS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": (("Ms", "Ms", "Mrs"), ("Mr",)),
    "de": (("Frau",), ("Herr",)),
    "fr": (("Mme",), ("M.",)),
    "es": (("Sra.",), ("Sr.",)),
    "it": (("Sig.ra",), ("Sig.",)),
    "pt": (("Sra.",), ("Sr.",)),
    "nl": (("Mevr.",), ("Dhr.",)),
    "pl": (("Pani",), ("Pan",)),
    "sv": (("Fru",), ("Herr",)),
    "da": (("Fru",), ("Hr.",)),
    "no": (("Fru",), ("Herr",)),
    "fi": (("Rouva",), ("Herra",)),
    "cs": (("Paní",), ("Pan",)),
    "sk": (("Pani",), ("Pán",)),
    "ro": (("Dna.",), ("Dl.",)),
    "hr": (("Gđa",), ("G.",)),
    "sl": (("Ga.",), ("G.",)),
    "hu": (("Asszony",), ("Úr",)),
    "tr": (("Bayan",), ("Bay",)),
    "ru": (("г-жа",), ("г-н",)),
    "uk": (("пані",), ("пан",)),
    "bg": (("г-жа",), ("г-н",)),
    "el": (("Κα",), ("Κος",)),
    "ar": (("السيدة",), ("السيد",)),
    "he": (("גב׳",), ("מר",)),
    "ja": (("様",), ("様",)),
    "zh": (("女士",), ("先生",)),
    "ko": (("님",), ("님",)),
    "hi": (("श्रीमती",), ("श्री",)),
    "th": (("นาง", "นางสาว"), ("นาย",)),
    "vi": (("Bà", "Cô"), ("Ông", "Anh")),
}
TITLES: Mapping[str, tuple[str, ...]] = {
    "en": ("Dr", "Dr", "Dr", "Prof"),
    "de": ("Dr.", "Dr.", "Dr.", "Prof. Dr."),
    "fr": ("Dr", "Dr", "Pr"),
    "es": ("Dr.", "Lic.", "Ing."),
    "it": ("Dott.", "Ing.", "Prof."),
    "cs": ("Ing.", "Mgr.", "MUDr."),
    "sk": ("Ing.", "Mgr.", "MUDr."),
    "pl": ("dr", "mgr", "prof."),
}
MARITAL: Mapping[str, tuple[str, str, str, str]] = {
    "en": ("Single", "Married", "Divorced", "Widowed"),
    "de": ("ledig", "verheiratet", "geschieden", "verwitwet"),
    "fr": ("Célibataire", "Marié(e)", "Divorcé(e)", "Veuf/Veuve"),
    "es": ("Soltero/a", "Casado/a", "Divorciado/a", "Viudo/a"),
    "it": ("Celibe/Nubile", "Coniugato/a", "Divorziato/a", "Vedovo/a"),
    "nl": ("Ongehuwd", "Gehuwd", "Gescheiden", "Weduwe/Weduwnaar"),
}


@lru_cache(maxsize=256)
def marital_meant(word: str) -> str:
    """Return which of the four marital states a word means, by its place; nothing where it means none."""
    states = (at for words in MARITAL.values() for at, name in enumerate(words) if name.casefold() == word.casefold())
    return next(map(str, states), "")


_WOMEN = (
    "f w female woman women girl weiblich frau femme féminin feminin fille mujer femenino hembra mme madame mrs ms "
    "miss sra señora señorita srta signora sig.ra femmina feminino kvinna kvinde kvinne vrouw mevr pani fru senhora "
    "mademoiselle mlle she herself"
)
_MEN = (
    "m male man men boy männlich mann maennlich herr homme masculin garçon hombre masculino varón monsieur mr sr señor "
    "signor sig maschio dhr pan hr senhor heer mand he himself"
)
_OTHERS = "diverse divers other autre otro altro outro x d nonbinary enby mx nb intersex anders annat"


@lru_cache(maxsize=1024)
def gender_meant(word: str) -> str:
    """Return 'female', 'male' or 'diverse' of a word for a gender or a salutation; nothing where it is neither."""
    return _MEANT.get(word.casefold().strip().rstrip(".").replace("-", "").replace(" ", ""), "")


_MEANT = {
    **dict.fromkeys(_WOMEN.split(), FEMALE),
    **dict.fromkeys(_MEN.split(), MALE),
    **dict.fromkeys(_OTHERS.split(), DIVERSE),
    **{
        words[at].casefold().rstrip("."): gender
        for words in GENDERS.values()
        for at, gender in ((0, FEMALE), (1, MALE), (2, DIVERSE))
    },
    **{
        word.casefold().rstrip("."): gender
        for female, male in SALUTATIONS.values()
        if female != male
        for gender, words in ((FEMALE, female), (MALE, male))
        for word in words
    },
    "m": MALE,
    "herr": MALE,
    "pani": FEMALE,
}
