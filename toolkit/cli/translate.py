"""`showtell translate`: the texts of a spec, to be said in another language."""

from pathlib import Path

import click

from toolkit.cli import _options


@click.command(epilog="Example: showtell translate helpdesk de")
@click.argument("spec")
@click.argument("language")
@_options.workspace
def command(spec: str, language: str, workspace: Path) -> None:
    """Write the texts of a spec into a file, to be translated.

    SPEC is a file, its folder, or a prototype's name, LANGUAGE a code as in the spec's `languages`. The file is
    languages/LANGUAGE.yaml beside the spec; what is translated in it already stays.
    """
    from toolkit.loader import load
    from toolkit.services.load import load_prototype
    from toolkit.services.translate import translate
    from toolkit.services.workspace import find_prototype

    path = find_prototype(spec, workspace)
    done = translate(path, load_prototype(path, load(workspace)).solution, language)
    click.echo(f"{_options.near(done.path)}: {done.texts - done.missing} of {done.texts} texts are translated")
