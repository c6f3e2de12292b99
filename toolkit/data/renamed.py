"""What entities and fields were called at first: all chance hangs on that, so that a new name changes no value."""

from dataclasses import replace

from toolkit.domain.solution import Entity, Field


def as_at_first(entity: Entity) -> Entity:
    """Return an entity with the oldest names of itself and of its fields."""
    if not entity.was and not any(field.was for field in entity.fields.values()):
        return entity
    fields = {field.origin: field_at_first(field) for field in entity.fields.values()}
    return replace(entity, name=entity.origin, fields=fields)


def field_at_first(field: Field) -> Field:
    """Return a field with its oldest name."""
    return replace(field, name=field.origin) if field.was else field
