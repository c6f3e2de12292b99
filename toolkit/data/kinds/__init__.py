"""Every kind of meaning that a field's values may have, by name, with what makes them."""

from collections.abc import Mapping

from toolkit.data.kinds import codes, contact, person, place
from toolkit.data.lot import Make

KINDS: Mapping[str, Make] = {**codes.KINDS, **person.KINDS, **place.KINDS, **contact.KINDS}
