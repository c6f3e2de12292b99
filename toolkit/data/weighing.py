"""What is likelier than what: rows to be referred to, and options to be chosen."""

from collections.abc import Mapping, Sequence

from toolkit.data.bench import Bench
from toolkit.data.chance import marked, mixed
from toolkit.data.naming import NEGATIVE, about, words_of
from toolkit.domain.solution import ME, Entity, Field, Solution

HEAVIEST = 6.0
PINNED = 2.5
STRANGER = 0.08
"""The weight of people whose role is another one: an agent seldom asks for help."""
FRESH = 0.25
"""The weight of rows that nobody has done anything about yet: little belongs to them."""
DEFAULT = 1.6
GOLDEN = 0.6180339887498949
NEVER = 1e-12
"""What an option of weight 0 weighs."""
_SCALE = {
    0.5: "critical blocker emergency severe immediate kritisch critique crítico",
    2.0: "high urgent major hoch élevé alta",
    5.0: "medium normal standard moderate regular mittel moyen media",
    4.0: "low minor small niedrig faible baja",
    0.4: "none other unknown",
}
_LEVELS = {
    "low": {0.5: 0.02, 2.0: 0.15, 5.0: 0.6, 4.0: 3.0},
    "wish": {0.5: 0.04, 2.0: 0.5},
    "high": {0.5: 8.0, 2.0: 3.0, 5.0: 0.3, 4.0: 0.05},
}
"""How a matter of low or high importance changes these weights."""
_WEIGHTS = {word: share for share, words in _SCALE.items() for word in words.split()}
_URGENCY = {0.5: 0.2, 2.0: 0.5, 5.0: 1.0, 4.0: 1.4}
"""How long what is so urgent takes, compared with the usual."""


def weight(bench: Bench, entity: Entity, field: Field, key: str) -> float:
    """Return how often a row is referred to by a field, compared with others: a few rows very often, as Zipf found."""
    share = (
        mixed(marked("weight", *bench.at_first(entity.name, field.name), bench.solution.data.seed) ^ marked(key))
        / 2**64
    )
    people = field.refers == bench.solution.people
    heavy = float(min((1 - min(share, 0.999)) ** (-0.6 if people else -0.35), HEAVIEST))
    if key in bench.given[field.refers]:
        heavy = max(heavy, PINNED)
    life = bench.lives.get(field.refers, {}).get(key)
    if life and life.state and len(life.entered) == 1 and not life.end:
        heavy *= FRESH
    return heavy * _familiar(bench, entity, field, key)


def zipf(keys: Sequence[str], exponent: float, mark: int) -> dict[str, float]:
    """Return weights as Zipf found them, the k-th heaviest 1 / k to the exponent of the heaviest.

    Which row is how heavy hangs on its number alone, so that a row that is added takes its own share and no more:
    the fractions of the multiples of the golden ratio lie evenly however many there are.
    """
    begin, least = mark / 2**64, 0.5 / max(len(keys), 1)
    shares = {key: (begin + int(key.rpartition("-")[2]) * GOLDEN) % 1 for key in keys}
    return {key: (share + least) ** -exponent for key, share in shares.items()}


def _familiar(bench: Bench, entity: Entity, field: Field, key: str) -> float:
    """Return 1, or less for people in a role that does not own such rows where others do."""
    owners = _owners(bench.solution, entity)
    if field.default != ME or not owners:
        return 1.0
    people = bench.entities[field.refers].fields.values()
    role = next((f.name for f in people if owners & set(f.options)), "")
    return 1.0 if not role or bench.tables[field.refers][key].get(role) in owners else STRANGER


def _owners(solution: Solution, entity: Entity) -> set[str]:
    apps = (solution.base, *solution.apps.values())
    return {role.name for app in apps for role in app.roles.values() if entity.name in role.own}


def leaning(solution: Solution, field: Field, level: str = "") -> Mapping[str, float]:
    """Return the weight of each option: few things are critical, most people have the first of the roles.

    The level of a row's matter makes its priority agree with what it says.
    """
    if field.spread and field.spread.shape in {"weights", "zipf"}:
        weights = field.spread.weights or [(place + 1) ** -field.spread.width for place in range(len(field.options))]
        return dict(zip(field.options, (max(weight, NEVER) for weight in weights), strict=False))
    if names_roles(solution, field):
        return {option: 0.28**place for place, option in enumerate(field.options)}
    known = {option: _scaled(option) for option in field.options}
    default, turned = {str(field.default): DEFAULT}, _LEVELS.get(level, {})
    return {
        option: (share * turned.get(share, 1.0) or 0.7 + 0.6 * marked(option) / 2**64) * default.get(option, 1.0)
        for option, share in known.items()
    }


def names_roles(solution: Solution, field: Field) -> bool:
    """Return whether a field says which role a person is in."""
    roles = {name for app in (solution.base, *solution.apps.values()) for name in app.roles}
    return len(roles & set(field.options)) > 1


def _scaled(option: str) -> float:
    """Return the weight of a word on a known scale, or 0."""
    if about(option, NEGATIVE):
        return 0.3
    return next((_WEIGHTS[word] for word in sorted(words_of(option)) if word in _WEIGHTS), 0.0)


def urgency(options: Mapping[str, str]) -> float:
    """Return how long a row with these options takes, compared with the usual one: what is critical is done first."""
    return min((_URGENCY.get(_scaled(option), 1.0) for option in options.values()), default=1.0)
