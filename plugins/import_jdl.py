"""The importer `jdl`: JHipster's entities, enumerations, relationships and validations."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from toolkit import (
    Imported,
    ImportedEntity,
    ImportedField,
    Importer,
    ToolkitError,
    hook,
    number_type,
    several_words,
    text_type,
)

_TOKEN = re.compile(
    r'/\*.*?\*/|//[^\n]*|"[^"]*"|/(?:[^/\\\n]|\\.)+/|@\w+(?:\([^)]*\))?|[\w.*-]+|[{}(),=\[\]:]|\S', re.DOTALL
)
_WHOLE, _DECIMAL = {"Integer", "Long"}, {"BigDecimal", "Float", "Double"}
_MOMENTS = {"LocalDate": "date", "Instant": "datetime", "ZonedDateTime": "datetime", "LocalDateTime": "datetime"}
_OTHERS = {"Boolean": "yes/no", "LocalTime": "time", "Duration": "duration", "TextBlob": "long text"}
_BLOBS = {"Blob", "AnyBlob", "ImageBlob"}
_KINDS = ("OneToMany", "ManyToOne", "OneToOne", "ManyToMany")
USER = ImportedEntity("User", (ImportedField("name", "person"), ImportedField("email", "email")))
"""What JHipster has without anybody writing it, as far as a prototype needs it."""


@dataclass(slots=True)
class Model:
    """All that was read so far."""

    entities: dict[str, list[ImportedField]] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    technical: dict[str, None] = field(default_factory=dict)


class Reader:
    """Goes through the words of a file, and never past its end."""

    def __init__(self, text: str) -> None:
        """Take a file apart; comments say nothing. Constants, as in `MOST = 50`, are kept by their names."""
        self.words = [word for word in _TOKEN.findall(text) if not word.startswith(("//", "/*", "@"))]
        self.at = 0
        self.constants = dict(re.findall(r"^[ \t]*([A-Z][A-Z\d_]*)[ \t]*=[ \t]*(-?[\d.]+)", text, re.MULTILINE))

    def peek(self) -> str:
        """Return the next word, or nothing at the end."""
        return self.words[self.at] if self.at < len(self.words) else ""

    def take(self) -> str:
        """Return the next word and go on."""
        word = self.peek()
        self.at += 1
        return word

    def took(self, word: str) -> bool:
        """Return whether this word came next, and go past it if it did."""
        found = self.peek() == word
        self.at += found
        return found

    def inside(self, opening: str, closing: str) -> Iterator[None]:
        """Go through what stands in brackets, if they come next. Raises ToolkitError where they never close."""
        if not self.took(opening):
            return
        while not self.took(closing):
            if not self.peek():
                raise ToolkitError(f"a '{opening}' is never closed", fix=f"close it with '{closing}'")
            before = self.at
            yield
            self.at += self.at == before

    def skip(self, opening: str, closing: str) -> None:
        """Go past what stands in brackets, if they come next."""
        for _ in self.inside(opening, closing):
            if self.peek() == opening:
                self.skip(opening, closing)
            else:
                self.take()


def recognises(text: str) -> bool:
    """Return whether an entity or a relationship is described as JDL does."""
    return bool(
        re.search(rf"^[ \t]*(entity\s+\w+\s*(\([^)]*\))?\s*\{{|relationship\s+({'|'.join(_KINDS)}))", text, re.M)
    )


def read(text: str, name: str) -> Imported:
    """Return the entities with what their relationships make of them."""
    model, words = Model(), Reader(text)
    ways: list[tuple[str, Sequence[str], Sequence[str]]] = []
    while words.peek():
        match words.take():
            case "entity":
                _entity(words, model)
            case "enum":
                _enum(words, model)
            case "relationship":
                ways += _relationships(words)
            case "application" | "deployment" as technical:
                model.technical[technical] = None
                words.skip("{", "}")
            case "dto" | "paginate" | "service" | "microservice" | "search" | "filter" | "readOnly" as technical:
                model.technical[technical] = None
            case _:
                pass
    for kind, source, target in ways:
        _relate(kind, source, target, model)
    lost = [*model.lost, *([f"what is about programs: {', '.join(model.technical)}"] if model.technical else [])]
    entities = (ImportedEntity(n, tuple(_listed(f, model) for f in fields)) for n, fields in model.entities.items())
    return Imported(tuple(entities), lost=tuple(lost))


def _entity(words: Reader, model: Model) -> None:
    name = words.take()
    words.skip("(", ")")
    fields = model.entities.setdefault(name, [])
    for _ in words.inside("{", "}"):
        called, kind = words.take(), words.take()
        found = _field(called, kind, words)
        words.took(",")
        if kind in _BLOBS:
            model.lost.append(f"{name}.{called}: {kind}")
        elif called != "id" and re.fullmatch(r"\w+", called):
            fields.append(found)


def _field(name: str, kind: str, words: Reader) -> ImportedField:
    """Return a field with its validations, which follow it."""
    rules: dict[str, str] = {}
    while re.fullmatch(r"required|unique|(min|max)(length|bytes)?|pattern", words.peek()):
        rule = words.take()
        rules[rule] = ""
        for _ in words.inside("(", ")"):
            said = words.take()
            rules[rule] += words.constants.get(said, said)
    low, high = (rules.get(f"{end}length") or rules.get(end, "") for end in ("min", "max"))
    longest = int(rules.get("maxlength", "0")) if rules.get("maxlength", "").isdigit() else 0
    unit = " characters" if {"minlength", "maxlength"} & set(rules) else ""
    bounds = [f"{low}..{high}{unit}"] if low or high else []
    bounds += ["unique"] if "unique" in rules else []
    bounds += [] if "required" in rules else ["optional"]
    pattern = rules.get("pattern", "").strip('/"').removeprefix("^").removesuffix("$")
    return ImportedField(name, _type(name, kind, longest), rules=tuple(bounds), pattern=pattern)


def _type(name: str, kind: str, longest: int) -> str:
    """Return how the field's line begins; a name that nobody knows may be an enumeration's."""
    if kind in _WHOLE | _DECIMAL:
        return number_type(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name), whole=kind in _WHOLE)
    if kind == "TextBlob" and text_type(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)) == "url":
        return "url"
    if kind in {"String", "UUID"}:
        return text_type(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name), longest)
    return _MOMENTS.get(kind) or _OTHERS.get(kind) or f"enum {kind}"


def _listed(found: ImportedField, model: Model) -> ImportedField:
    """Return a field with the options of its enumeration."""
    if not found.type.startswith("enum "):
        return found
    kind = found.type.removeprefix("enum ")
    if kind in model.lists:
        return ImportedField(found.name, "one of", options=model.lists[kind], rules=found.rules)
    return ImportedField(found.name, rules=found.rules, lost=f"its type {kind} is not in the file")


def _enum(words: Reader, model: Model) -> None:
    """Take an enumeration; what an option is called is said in brackets behind it."""
    name, options = words.take(), list[str]()
    for _ in words.inside("{", "}"):
        option = words.take()
        for _ in words.inside("(", ")"):
            option = words.take().strip('"')
        words.took(",")
        options.append(option)
    model.lists[name] = tuple(option for option in options if re.search(r"\w", option))


def _relationships(words: Reader) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    """Yield relationships: the kind, and of each end the entity, the field, and whether it is required."""
    kind = words.take()
    for _ in words.inside("{", "}"):
        source = _end(words)
        if words.took("to"):
            yield kind, source, _end(words)
        while words.took("with"):
            words.take()
        words.took(",")


def _end(words: Reader) -> Sequence[str]:
    entity, field_, needed = words.take(), "", ""
    for _ in words.inside("{", "}"):
        field_ = field_ or words.take()
        words.skip("(", ")")
        needed = "required" if words.took("required") else needed
    return entity, field_, needed


def _relate(kind: str, source: Sequence[str], target: Sequence[str], model: Model) -> None:
    """Give the end that holds the key its field: the many, or the first of two."""
    for entity, _, _ in (source, target):
        if entity == USER.name and entity not in model.entities:
            model.entities[entity] = list(USER.fields)
    if kind == "ManyToMany":
        _join(source, target, model)
        return
    one, many = (source, target) if kind == "OneToMany" else (target, source)
    if many[0] not in model.entities:
        model.lost.append(f"a relationship of {many[0]}, which is not in the file")
        return
    rules = () if many[2] else ("optional",)
    lost = "one to one in the file" if kind == "OneToOne" else ""
    name = many[1] or one[0]
    model.entities[many[0]].append(ImportedField(name, refers=one[0], rules=rules, lost=lost))


def _join(source: Sequence[str], target: Sequence[str], model: Model) -> None:
    """Give the first of two entities a field that holds many rows of the other."""
    if source[0] not in model.entities or target[0] not in model.entities:
        model.lost.append(f"{source[0]} and {target[0]}: many to many")
        return
    rules = () if source[2] else ("optional",)
    name = source[1] or target[0]
    name = several_words(name)
    model.entities[source[0]].append(ImportedField(name, several=target[0], rules=rules))


@hook
def register_importers() -> Iterable[Importer]:
    """Bring JDL."""
    about = "JHipster's domain language with entities."
    return (Importer("jdl", about, (".jdl", ".jh"), recognises, read),)
