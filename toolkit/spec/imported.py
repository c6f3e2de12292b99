"""A spec written from what was imported: short, named, one line a field, with a comment where something was lost."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from toolkit.ports.importer import Imported, ImportedEntity, ImportedField
from toolkit.spec.fieldline import Piece, RuleError
from toolkit.spec.imported_links import linked
from toolkit.spec.imported_names import capital, entity_names, field_names, plain, readable, state_names, words, written
from toolkit.spec.imported_rows import data_lines
from toolkit.spec.imported_tidy import tidied
from toolkit.spec.rules import rule

INSTEAD = {"time": "text, at most 8 characters", "url": "text", "image": "text", "file": "text", "address": "text"}
"""How a field is asked for where the toolkit has no type of this name."""
YES_NO = {"true": "yes", "1": "yes", "yes": "yes", "y": "yes", "t": "yes"}
YES_NO |= {"false": "no", "0": "no", "no": "no", "n": "no", "f": "no"}
MOST_OPTIONS = 40
"""Options that a line can list; a person would not write more of them."""
FEWEST = 6
"""Characters, at least, of a text that can be unique in every row."""
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,./=<>%()-]*[\w.%)])?")
_RISKY = re.compile(r"[*+}]\)+[*+{]|\{\d{3,}|\\\d|\(\?")


@dataclass(frozen=True, slots=True)
class Drafted:
    """The text of a spec, and everything that was left out of it."""

    text: str
    entities: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """How to write: what there is to refer to, which types are known, and which rules are left out everywhere."""

    names: Mapping[str, str]
    types: Collection[str]
    without: Collection[str] = ()


def draft(
    found: Imported, title: str, source: str, *, types: Collection[str], without: Collection[str] = ()
) -> Drafted:
    """Return the spec of what was found; `source` says what it was made from, `types` are words that lines begin with.

    `without` names what to leave out: 'rows', and the rules 'pattern' and 'unique'.
    """
    found = tidied(linked(found))
    how = Draft(entity_names(found.entities), types, without)
    lost = [capital(plain(text)) for text in found.lost]
    lines, kept = [f"solution: {_scalar(plain(found.title or title))}", "", "entities:"], []
    for entity in found.entities:
        kept += [f"  {written(how.names[entity.name])}:"]
        for text, comment in _fields(entity, how):
            head, *rest = text
            kept += [f"    {head}{f'  # {comment}' if comment else ''}", *(f"    {line}" for line in rest)]
            if comment:
                lost.append(f"{how.names[entity.name]}, {head.partition(':')[0]}: {comment}")
    if "rows" not in how.without:
        kept += data_lines(found.entities, how.names)
    top = [f"# From {plain(source)}. Add what only people know: request, problem, goals, roles, tasks."]
    top += ["# Left out:", *(f"# - {capital(plain(text))}" for text in found.lost)] if found.lost else []
    return Drafted("\n".join([*top, *lines, *kept]) + "\n", tuple(how.names.values()), tuple(lost))


def _fields(entity: ImportedEntity, how: Draft) -> Iterator[tuple[list[str], str]]:
    """Yield the lines of each field, and the comment on what it lost."""
    names = field_names(entity, how.names)
    lived = False
    for field, name in zip(entity.fields, names, strict=True):
        refers = how.names.get(field.refers, "")
        moves = [] if lived else _moves(field)
        lived = lived or bool(moves)
        if moves:
            yield [f"{name}:", *(f"  {move}" for move in moves)], plain(field.lost)
        else:
            text, lost = _line(_with_apart(field, entity, names, how), refers, how)
            if refers == how.names[entity.name] and not {"optional", f"{refers}, optional"} & {text}:
                text, lost = f"{refers}, optional", [*lost, "the first one can have none"]
            yield [f"{name}: {text}"], plain("; ".join(part for part in (field.lost, *lost) if part))
    if not names:
        yield ["name: text"], "the file says nothing of it"


def _with_apart(field: ImportedField, entity: ImportedEntity, names: list[str], how: Draft) -> ImportedField:
    """Return a field that says with which others it is unique, or, where one of them is lost, what is lost."""
    if not field.apart:
        return field
    known = {other.name: name for other, name in zip(entity.fields, names, strict=True) if not other.moves}
    if "unique" in how.without or not set(field.apart) <= known.keys() or field.several:
        lost = f"unique together with {' and '.join(field.apart)}"
        return replace(field, lost="; ".join(part for part in (field.lost, lost) if part))
    rule_ = f"unique with {' and '.join(known[name] for name in field.apart)}"
    return replace(field, rules=(*field.rules, rule_))


def _line(field: ImportedField, refers: str, how: Draft) -> tuple[str, list[str]]:
    """Return what follows a field's name, and what was lost."""
    kind = refers or (f"many {how.names[field.several]}" if field.several in how.names else _type(field, how))
    rules, lost = _rules(field, kind, how)
    if len(field.options) > MOST_OPTIONS:
        lost.append(f"one of {len(field.options)} values, as {', '.join(field.options[:3])}")
    if field.refers and not refers:
        lost.append(f"it refers to {field.refers}, which is not in the file")
    pattern = field.pattern if kind.startswith("text") and "pattern" not in how.without else ""
    if field.pattern and not _good(pattern):
        pattern = ""
        lost += [] if kind in {"email", "url", "phone"} else [f"the pattern {field.pattern[:80]}"]
    if kind in {"one of", "any of"}:
        return _choice(field, kind, rules), lost
    default = "" if any(text.startswith("set when") for text in rules) else _default(field, kind)
    text = ", ".join([kind, *rules]) + (f" = {default}" if default else "")
    return (f"{{type: {_quoted(text)}, pattern: {_quoted(pattern)}}}" if pattern else _scalar(text)), lost


def _type(field: ImportedField, how: Draft) -> str:
    """Return how the line begins: a choice of one is a text, and so is a reference that leads nowhere."""
    if field.refers:
        return "text"
    if len(field.options) > MOST_OPTIONS:
        return "text"
    if field.type in {"one of", "any of"}:
        return field.type if len(readable(field.options)) > (field.type == "one of") else "text"
    return field.type if field.type in how.types else INSTEAD.get(field.type, "text")


def _rules(field: ImportedField, kind: str, how: Draft) -> tuple[list[str], list[str]]:
    """Return the rules that fit the type, and what was lost."""
    kept, lost = [], []
    for text in dict.fromkeys(field.rules):
        try:
            sets = rule(Piece(text, 0)) or {}
        except RuleError:
            sets = {}
        if text == "unique":
            if "unique" not in how.without and _can_be_unique(field, kind):
                kept.append(text)
            else:
                lost.append("unique")
        elif text in {"optional"} or "apart" in sets or _fits(sets, kind):
            kept.append(_worded(text))
    by_itself = any(text.startswith("set when") for text in kept)
    return [text for text in kept if not (by_itself and text == "optional")], lost


def _worded(text: str) -> str:
    """Return a rule as a person writes it: '..80 characters' as 'at most 80 characters'."""
    if found := re.fullmatch(r"\.\.(\S+)( characters)?", text):
        return f"at most {found[1]}{found[2] or ''}"
    if found := re.fullmatch(r"(\S+)\.\.( characters)?", text):
        return f"at least {found[1]}{found[2] or ''}"
    return text


def _fits(sets: Mapping[str, object], kind: str) -> bool:
    """Return whether a rule goes with the type it is said of."""
    first = kind.partition(",")[0]
    if "stamp" in sets or "days" in sets:
        return first in {"date", "datetime"}
    return bool({"low", "high"} & set(sets)) and kind in {"text", "long text", "number", "money", "percent"}


def _can_be_unique(field: ImportedField, kind: str) -> bool:
    """Return whether every row can have its own, also the next one that somebody adds."""
    bounds: dict[str, float] = {}
    for text in field.rules:
        bounds |= {name: value for name, value in (_bounds(text)).items() if name in {"low", "high"}}
    if kind == "number":
        return "high" not in bounds or bounds["high"] - bounds.get("low", 0) > 1_000
    return kind in {"text", "email"} and bounds.get("high", FEWEST) >= FEWEST


def _bounds(text: str) -> dict[str, float]:
    try:
        return rule(Piece(text, 0)) or {}
    except RuleError:
        return {}


def _good(pattern: str) -> bool:
    """Return whether a pattern is one that Python reads, and reads quickly."""
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    return 0 < len(pattern) <= 120 and plain(pattern) == pattern and not _RISKY.search(pattern)


def _choice(field: ImportedField, kind: str, rules: list[str]) -> str:
    """Return a choice as one line, or as a mapping where an option would be read as something else."""
    options = readable(field.options)
    default = options.get(plain(field.default), "") if kind == "one of" else ""
    if all(re.fullmatch(r"[\w .+/-]*\w\+?", o) and not _is_rule(o) for o in options.values()):
        line = ", ".join([f"{kind} {', '.join(options.values())}", *rules]) + (f" = {default}" if default else "")
        return _scalar(line)
    listed = ", ".join(_quoted(option) for option in options.values())
    parts = [f"type: {_quoted(', '.join([kind, *rules]))}", f"options: [{listed}]"]
    return f"{{{', '.join([*parts, *([f'default: {_quoted(default)}'] if default else [])])}}}"


def _is_rule(option: str) -> bool:
    """Return whether an option reads like a rule of the line."""
    try:
        return rule(Piece(option, 0)) is not None or option.casefold().startswith(("where", "set when", "pattern"))
    except RuleError:
        return True


def _default(field: ImportedField, kind: str) -> str:
    """Return a default that the field can hold, or nothing."""
    text = plain(field.default)
    if kind in {"date", "datetime"}:
        return text if text == "now" else ""
    if kind == "yes/no":
        return YES_NO.get(text.casefold(), "")
    if kind in {"number", "money", "percent"}:
        return f"{float(text):g}" if re.fullmatch(r"-?\d{1,6}(\.\d{1,6})?", text) else ""
    return text if kind in {"text", "long text"} and re.fullmatch(r"[^\W\d][\w -]{0,40}", text) else ""


def _moves(field: ImportedField) -> list[str]:
    """Return a life cycle, one line a way; two buttons that a row could show at once are called differently."""
    states = state_names(dict.fromkeys(s for move in field.moves for s in (move.source, move.target)))
    ways: dict[str, list[str]] = {}
    shown: set[tuple[str, str]] = set()
    for move in field.moves:
        source, target = states[move.source], states[move.target]
        button = capital(words(move.button)) or f"Move to {target.casefold()}"
        button = f"{button} to {target.casefold()}" if (source, button) in shown else button
        if source != target and (source, button) not in shown:
            shown.add((source, button))
            ways.setdefault(f"{source} -> {target}", []).append(button)
    return [f"{way}: {said[0] if len(said) == 1 else '[' + ', '.join(said) + ']'}" for way, said in ways.items()]


def _scalar(text: str) -> str:
    """Return a text as YAML: plain where it can be."""
    return text if _PLAIN.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
