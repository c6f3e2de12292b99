"""An app in another language: what its fields are called, and the language in which they read and show values."""

from dataclasses import replace

from toolkit.domain.language import ENGLISH, Language
from toolkit.domain.solution import App, Entity, Field


def translated(app: App, language: Language) -> App:
    """Return the app with its fields in a language. Names, options and conditions stay: they are what things are."""
    if language is ENGLISH:
        return app
    return replace(app, entities={name: _entity(entity, language) for name, entity in app.entities.items()})


def _entity(entity: Entity, language: Language) -> Entity:
    return replace(entity, fields={name: _field(field, language) for name, field in entity.fields.items()})


def _field(field: Field, language: Language) -> Field:
    own = language.own
    return replace(
        field,
        label=own(field.label),
        help=own(field.help),
        example=own(field.example),
        error=own(field.error),
        language=language,
    )
