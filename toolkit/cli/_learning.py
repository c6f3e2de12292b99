"""`showtell data learn`: a few lines of spec from a sample, and no value in them that could name a person."""

import json
from pathlib import Path

import click

from toolkit.cli import _options


@click.command(name="learn", epilog="Example: showtell data learn orders.csv Order")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("entity")
@click.option("--into", default="", metavar="SPEC", help="A spec or a prototype to write it into; else it is printed.")
@click.option("--keep", multiple=True, metavar="COLUMN", help="Its values name nobody, you say; may be given again.")
@_options.workspace
@_options.as_json
def learn(file: Path, entity: str, into: str, keep: tuple[str, ...], workspace: Path, as_json: bool) -> None:
    """Learn shares, ranges and forms from a CSV file, as lines of a spec.

    A value is written only if five rows share it and all its words are everyday ones; of columns about people only the
    type is taken.
    """
    from toolkit.loader import load
    from toolkit.services.learning.into import lay_into
    from toolkit.services.learning.lesson import learn as learnt
    from toolkit.services.load import load_prototype
    from toolkit.services.workspace import find_prototype

    if not into:
        lesson = learnt(file, entity, keep=keep)
        plain = {"entity": entity, "rows": lesson.rows, "fields": dict(lesson.fields), "remarks": lesson.remarks}
        click.echo(json.dumps(plain, indent=2, ensure_ascii=False) if as_json else lesson.text, nl=as_json)
        return
    plugins = load(workspace)
    spec = find_prototype(into, workspace)
    lesson = learnt(file, entity, keep=keep, entities=load_prototype(spec, plugins).solution.base.entities)
    merged = lay_into(spec, lesson, plugins)
    if as_json:
        done = {"path": str(spec), "added": merged.added, "told": merged.told, "left": merged.left}
        click.echo(json.dumps(done | {"remarks": lesson.remarks}, indent=2, ensure_ascii=False))
        return
    click.echo(f"Wrote {_options.near(spec)}: {lesson.entity}, from {lesson.rows:,} rows")
    for what, names in (("added", merged.added), ("spread as in the sample", merged.told), ("left as is", merged.left)):
        if names:
            click.echo(f"  {what}: {', '.join(names)}")
    for remark in lesson.remarks:
        click.echo(f"  {remark}")
