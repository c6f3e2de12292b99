"""Finds plugins: bundled ones, installed ones (entry points named 'showtell') and those of the workspace."""

import importlib.util
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Protocol, cast

import pluggy

from toolkit.domain.kinds import FieldType
from toolkit.domain.parts import Parts, ScreenKind
from toolkit.domain.phrases import Phrases
from toolkit.errors import ToolkitError
from toolkit.places import bundled
from toolkit.ports.check import Check
from toolkit.ports.exporter import Exporter
from toolkit.ports.hooks import PROJECT, Hooks
from toolkit.ports.importer import Importer
from toolkit.ports.metric import Metric


class PluginError(ToolkitError):
    """A plugin cannot be loaded, or brings what is there already."""


class _Named(Protocol):
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Source:
    """One plugin: its name, where it was found, and what it brought, by kind."""

    name: str
    origin: str
    path: str
    brings: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Plugins:
    """Everything that plugins brought, by name."""

    field_types: Mapping[str, FieldType]
    screen_kinds: Mapping[str, ScreenKind]
    metrics: Mapping[str, Metric]
    checks: Mapping[str, Check]
    exporters: Mapping[str, Exporter]
    importers: Mapping[str, Importer]
    phrases: Mapping[str, Phrases]
    sources: tuple[Source, ...]

    @property
    def parts(self) -> Parts:
        """The part of it that a machine works with."""
        return Parts(self.screen_kinds, self.field_types, phrases=self.phrases)


def load(workspace: Path | None = None, *, installed: bool = True) -> Plugins:
    """Load all plugins; those of a workspace are its `plugins/*.py`. Raises PluginError naming what is at fault."""
    registry = pluggy.PluginManager(PROJECT)
    registry.add_hookspecs(Hooks)
    origins: dict[str, tuple[str, str]] = {}
    for origin, folder in (
        ("bundled", bundled("plugins")),
        ("workspace", workspace / "plugins" if workspace else None),
    ):
        for path in _files(folder, origins):
            module = _module(origin, path)
            _register(registry, module, name=path.stem, where=str(path))
            origins[path.stem] = (origin, str(path))
    for point in entry_points(group=PROJECT) if installed else ():
        where = _package(point)
        _register(registry, _loaded(point, where), name=point.name, where=where)
        origins[point.name] = ("installed", where)
    return _gather(registry, origins)


def _files(folder: Path | None, known: Mapping[str, tuple[str, str]]) -> list[Path]:
    """Return a folder's plugin files; a workspace that is the toolkit's own repository has them loaded already."""
    if folder is None or not folder.is_dir():
        return []
    loaded = {Path(path).resolve() for _, path in known.values()}
    return [p for p in sorted(folder.glob("*.py")) if not p.name.startswith("_") and p.resolve() not in loaded]


def _module(origin: str, path: Path) -> ModuleType:
    """Run one plugin file as a module of its own."""
    name = f"showtell_{origin}_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise PluginError(f"the plugin '{path.stem}' cannot be read", where=str(path), fix="make it a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # a plugin is foreign code: whatever it throws is its author's to mend
        what, fix = f"the plugin '{path.stem}' fails when loaded: {error}", "mend it, or take the file away"
        raise PluginError(what, where=str(path), fix=fix) from error
    return module


def _package(point: EntryPoint) -> str:
    """Return the installed package that an entry point comes from, with its version."""
    return f"{point.dist.name} {point.dist.version}" if point.dist else point.value


def _loaded(point: EntryPoint, where: str) -> object:
    """Load the plugin of an installed package."""
    try:
        return point.load()
    except Exception as error:  # foreign code, too
        what, fix = f"the plugin '{point.name}' fails when loaded: {error}", "install a version that fits, or none"
        raise PluginError(what, where=where, fix=fix) from error


def _register(registry: pluggy.PluginManager, module: object, *, name: str, where: str) -> None:
    if registry.has_plugin(name):
        raise PluginError(f"two plugins are called '{name}'", where=where, fix="give one of them another name")
    try:
        registry.register(module, name)
        registry.check_pending()
    except (ValueError, pluggy.PluginValidationError) as error:
        raise PluginError(
            f"the plugin '{name}' does not fit: {error}",
            where=where,
            fix="see docs/plugins.md for the hooks and their signatures",
        ) from error


def _gather(registry: pluggy.PluginManager, origins: Mapping[str, tuple[str, str]]) -> Plugins:
    """Ask every plugin for what it brings."""
    found: dict[str, dict[str, object]] = {}
    brings: dict[str, dict[str, tuple[str, ...]]] = {}
    for hook_name in [n for n in vars(Hooks) if n.startswith("register_")]:
        kind = hook_name.removeprefix("register_")
        found[kind], owners = {}, dict[str, str]()
        for implementation in reversed(getattr(registry.hook, hook_name).get_hookimpls()):
            plugin = implementation.plugin_name
            things = _brought(implementation, hook_name, where=origins[plugin][1])
            for thing in things:
                if thing.name in owners:
                    raise _clash(kind, thing.name, {plugin, owners[thing.name]}, origins)
                found[kind][thing.name], owners[thing.name] = thing, plugin
            brings.setdefault(plugin, {})[kind] = tuple(t.name for t in things)
    sources = tuple(Source(name, origin, path, brings.get(name, {})) for name, (origin, path) in origins.items())
    return Plugins(**found, sources=sources)  # type: ignore[arg-type] # the hooks' return types, checked by the hookspecs


def _brought(implementation: pluggy.HookImpl, hook: str, *, where: str) -> list[_Named]:
    """Return what a plugin brings by one hook."""
    bring = cast(Callable[[], Iterable[_Named]], implementation.function)
    try:
        return list(bring())
    except Exception as error:  # foreign code
        what = f"{hook} of the plugin '{implementation.plugin_name}' fails: {error}"
        raise PluginError(what, where=where, fix="let it return the things it brings, in a tuple") from error


def _clash(kind: str, name: str, plugins: set[str], origins: Mapping[str, tuple[str, str]]) -> PluginError:
    """Return the error that two things of a kind have one name; the plugin that came last is to give way."""
    inside = [plugin for plugin in origins if plugin in plugins]
    what = f"two {kind.replace('_', ' ')} are called '{name}': {', '.join(f'one of {plugin}' for plugin in inside)}"
    return PluginError(what, where=origins[inside[-1]][1], fix="give one of them another name")
