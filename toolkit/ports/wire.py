"""Our values as plain JSON and back, checked on the way in: for stores, exports and whatever else leaves us."""

from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from toolkit.errors import ToolkitError

T = TypeVar("T")


_adapters: dict[type[Any], TypeAdapter[Any]] = {}


def _adapter(cls: type[T]) -> TypeAdapter[T]:
    """Return what reads and writes a class; it is made once, for it takes a millisecond."""
    if cls not in _adapters:
        _adapters[cls] = TypeAdapter(cls)
    return _adapters[cls]


def plain(value: Any) -> Any:
    """Return a value of ours as plain JSON: dictionaries, lists, texts, numbers."""
    return _adapter(type(value)).dump_python(value, mode="json")


def restored(cls: type[T], data: object, *, where: str = "") -> T:
    """Return the value that `plain` made this of. Raises ToolkitError naming the part that does not fit."""
    try:
        return _adapter(cls).validate_python(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        part = ".".join(str(name) for name in first["loc"])
        raise ToolkitError(
            f"this is no {cls.__name__.lower()}: {part}: {first['msg']}",
            where=where,
            fix="take the file as showtell wrote it",
        ) from error
