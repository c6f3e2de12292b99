"""Every kind of meaning that a field's values may have, by name, with what makes them."""

from collections.abc import Mapping

from toolkit.data.kinds import (
    animals,
    codes,
    contact,
    firms,
    measures,
    money,
    person,
    picked,
    place,
    technical,
    times,
    vehicles,
)
from toolkit.data.lot import Make

KINDS: Mapping[str, Make] = {
    **picked.KINDS,
    **animals.KINDS,
    **codes.KINDS,
    **firms.KINDS,
    **measures.KINDS,
    **technical.KINDS,
    **times.KINDS,
    **vehicles.KINDS,
    **person.KINDS,
    **place.KINDS,
    **contact.KINDS,
    **money.KINDS,
}
