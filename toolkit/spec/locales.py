"""Whose names and words the made-up data has: one locale or several by weight, for all of it, an entity or a field."""

import re
from collections.abc import Iterator, Mapping

from toolkit.spec.known import Known
from toolkit.spec.node import Node
from toolkit.spec.report import closest

PATTERN = r"^[a-z]{2,3}(_[A-Z][A-Za-z]{1,3})?$"
SCHEMA = {
    "anyOf": [
        {"type": "string", "pattern": PATTERN},
        {"type": "object", "propertyNames": {"pattern": PATTERN}, "additionalProperties": {"type": "number"}},
    ]
}
_KNOWN = """
am_ET ar_AA ar_AE ar_BH ar_DZ ar_EG ar_JO ar_PS ar_SA az_AZ bg_BG bn_BD bs_BA cs_CZ da_DK de de_AT de_CH de_DE de_LI
de_LU dk_DK el_CY el_GR en en_AU en_BD en_CA en_GB en_IE en_IN en_KE en_MS en_NG en_NZ en_PH en_PK en_TH en_US es
es_AR es_CA es_CL es_CO es_ES es_MX et_EE fa_IR fi_FI fil_PH fr_BE fr_CA fr_CH fr_DZ fr_FR fr_QC ga_IE gu_IN ha_NG
he_IL hi_IN hr_HR hu_HU hy_AM id_ID ig_NG is_IS it_CH it_IT ja_JP ka_GE ko_KR la lb_LU lt_LT lv_LV mk_MK mr_IN mt_MT
ne_NP ng_NG nl_BE nl_NL no_NO or_IN pl_PL pt_BR pt_PT ro_RO ru_RU si_LK sk_SK sl_SI sq_AL sr_BA sv_SE sw ta_IN th
th_TH tl_PH tr_TR tw_GH uk_UA uz_UZ vi_VN yo_NG zh_CN zh_TW zu_ZA
"""
"""What Faker 40 speaks; a newer Faker, which may know more, is asked only about a locale that is none of these."""

_GIVEN_UP = {"fr_QC", "dk_DK"}
"""What Faker warns of, or has by mistake."""


def weighed(said: object) -> dict[str, float]:
    """Return locales with their weights. Raises ValueError for what says neither one nor a mix of them."""
    mix = {said: 1.0} if isinstance(said, str) else said
    if not isinstance(mix, Mapping) or not mix:
        raise ValueError("must be a locale or several with weights; write it like de_DE or {de_CH: 70, fr_CH: 30}")
    for locale, weight in mix.items():
        if not re.fullmatch(PATTERN, str(locale)):
            raise ValueError("must be a language and a country; write it like en_GB or de_DE")
        if not re.fullmatch(r"\d{1,6}(\.\d+)?", str(weight)) or float(weight) <= 0:
            raise ValueError("must give each locale a weight above 0; write it like {de_CH: 70, fr_CH: 30}")
    return {str(locale): float(weight) for locale, weight in mix.items()}


def locales_of(
    whole: Mapping[str, float], apart: Mapping[str, Mapping[str, float]], node: Node, known: Known
) -> dict[str, Mapping[str, float]]:
    """Return the locales of all data (by ''), of entities and of fields ('User.name'); unknown names are reported."""
    for place, mix in _places(whole, apart, node):
        for locale in mix:
            _check(locale, place, known)
    for name in apart:
        _find(name, node.at("locales", name), known)
    return {"": whole, **apart}


def main_of(mix: Mapping[str, float]) -> str:
    """Return the locale of a mix that most rows have; the first of several equal ones."""
    return max(mix, key=lambda locale: mix[locale])


def _places(
    whole: Mapping[str, float], apart: Mapping[str, Mapping[str, float]], node: Node
) -> Iterator[tuple[Node, Mapping[str, float]]]:
    yield node.at("locale"), whole
    yield from ((node.at("locales", name), mix) for name, mix in apart.items())


def _check(locale: str, place: Node, known: Known) -> None:
    if locale in _KNOWN.split():
        return
    from faker.config import AVAILABLE_LOCALES

    if locale not in AVAILABLE_LOCALES:
        others = sorted(set(AVAILABLE_LOCALES) - _GIVEN_UP)
        own = f"{locale}_{locale.upper()}"
        meant = (
            own
            if own in others
            else closest(locale, [o for o in others if o[:3] == locale[:3]]) or closest(locale, others)
        )
        fix = f"did you mean '{meant}'?" if meant else "write a language and a country, as in en_GB"
        entry = place.entries.get(locale) if isinstance(place.value, dict) else None
        spot = entry.name if entry else place
        known.report.add("unknown-locale", spot, f"there are no names and places for the locale '{locale}'", fix=fix)


def _find(name: str, place: Node, known: Known) -> None:
    """Report an entity, or a field of it, that there is not."""
    owner, dot, field = name.partition(".")
    entity = known.entities.get(owner)
    if entity is None:
        known.report.unknown("entity", owner, place.name, known.entities)
    elif dot and field not in entity.fields:
        known.report.unknown("field", field, place.name, entity.fields)
