"""What machines and programs are told apart by: identifiers, addresses kept for documentation, files and versions."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b

from toolkit.data.kinds.codes import drawn
from toolkit.data.kinds.picked import words_for
from toolkit.data.lot import Lot, Make

_NETS = ("192.0.2", "198.51.100", "203.0.113")
"""Addresses kept for documentation (RFC 5737); those of IPv6 are in RFC 3849, of hardware in RFC 7042."""
_STATUSES = ("200", "201", "204", "301", "304", "400", "401", "403", "404", "409", "422", "500", "503")
_OFTEN = (60, 6, 4, 3, 6, 3, 3, 2, 6, 1, 2, 3, 1)
_PORTS = (80, 443, 8080, 5432, 3306, 22, 25, 8443, 6379, 9200)


def _digest(size: int, start: str = "") -> Make:
    """Return what makes hexadecimal digests of so many bytes."""

    def make(lot: Lot) -> list[str]:
        return [start + blake2b(b.to_bytes(8, "big"), digest_size=size).hexdigest() for b in lot.numbers().tolist()]

    return make


def _uuid(lot: Lot) -> list[str]:
    found = _digest(16)(lot)
    return [
        f"{h[:8]}-{h[8:12]}-4{h[13:16]}-{'89ab'[int(str(h[16]), 16) % 4]}{h[17:20]}-{h[20:]}" for h in map(str, found)
    ]


def _ip(lot: Lot) -> list[str]:
    nets, hosts = lot.pick(_NETS, "net"), lot.whole(1, 254, "host").tolist()
    return [f"{net}.{host}" for net, host in zip(nets, hosts, strict=True)]


def _ipv6(lot: Lot) -> list[str]:
    return [f"2001:db8:{a:x}::{b:x}" for a, b in zip(*(lot.whole(1, 65535, n).tolist() for n in "ab"), strict=True)]


def _mac(lot: Lot) -> list[str]:
    return [f"00:00:5e:00:53:{last:02x}" for last in lot.whole(0, 255).tolist()]


def _host(lot: Lot) -> list[str]:
    kinds, numbers = lot.pick(("web", "db", "app", "mail", "file", "cache", "print"), "kind"), lot.whole(1, 24, "n")
    return [f"{kind}-{number:02d}.example.net" for kind, number in zip(kinds, numbers.tolist(), strict=True)]


def _file(lot: Lot) -> list[str]:
    return _joined(lot, "{}-{}.{}", "file stem", "file extension")


def _path(lot: Lot) -> list[str]:
    folders = lot.pick(words_for("folder", "en"), "folder")
    return [f"/{folder}/{file}" for folder, file in zip(folders, _file(lot), strict=True)]


def _joined(lot: Lot, form: str, first: str, last: str) -> list[str]:
    stems, ends = lot.pick(words_for(first, "en"), first), lot.pick(words_for(last, "en"), last)
    return [form.format(*parts) for parts in zip(stems, lot.whole(101, 989, "number").tolist(), ends, strict=True)]


def _picture(lot: Lot) -> list[str]:
    return [f"https://images.example/{name}.jpg" for name in drawn(lot, "%%%%%%%%")]


def _version(lot: Lot) -> list[str]:
    parts = (lot.whole(low, high, name).tolist() for name, low, high in (("a", 1, 6), ("b", 0, 12), ("c", 0, 9)))
    return [".".join(map(str, three)) for three in zip(*parts, strict=True)]


def _template(template: str) -> Make:
    return lambda lot: drawn(lot, template)


def _any_of(options: Sequence[str], weights: Sequence[float] | None = None) -> Callable[[Lot], Sequence[str]]:
    return lambda lot: lot.pick(options, weights=weights)


KINDS: Mapping[str, Make] = {
    "uuid": _uuid,
    "hash": _digest(20),
    "commit": _digest(20),
    "password hash": _template("$2b$12$&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&"),
    "token": _digest(16),
    "ip address": _ip,
    "ipv6 address": _ipv6,
    "mac address": _mac,
    "host name": _host,
    "file name": _file,
    "file path": _path,
    "image url": _picture,
    "version": _version,
    "branch name of code": lambda lot: lot.pick(words_for("git branch", "en")),
    "port": lambda lot: lot.pick(_PORTS),
    "http status": _any_of(_STATUSES, _OFTEN),
}
