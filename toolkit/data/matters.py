"""What the rows of one entity are about: the next matter that is not told yet and agrees with the row's categories."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from toolkit.data.bench import Bench, Made
from toolkit.data.blanks import filled
from toolkit.data.distinct import PREFERRED
from toolkit.data.naming import listed, words_of
from toolkit.data.renamed import as_at_first
from toolkit.data.telling import Matter, fit, kind_of, stories_of, tails, turn
from toolkit.domain.phrases import Story
from toolkit.domain.solution import Entity, Field

FAR = 31
"""Another attempt at a story looks somewhere else, so that neighbours stay different."""
STEM = 5
"""Words that begin with the same letters, so many, mean the same: 'printing' and 'printers'."""
_WISH = listed("request change question wish enquiry wunsch anfrage frage änderung demande question solicitud petición")
_FAULT = listed("incident fault problem bug error outage störung fehler panne incidencia avería")


@dataclass(slots=True)
class Telling:
    """Chooses what each row of an entity is about."""

    bench: Bench
    entity: Entity
    stories: tuple[Story, ...] = field(init=False)
    tagged: tuple[Field, ...] = field(init=False)
    tails: tuple[str, ...] = field(init=False)
    _fitting: dict[tuple[str, ...], tuple[Story, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.stories = stories_of(self.bench.words.book, as_at_first(self.entity))
        self.tails = tails(self.bench.words.book, kind_of(self.entity, self.entity.title))
        choices = [f for f in self.entity.fields.values() if f.type == "one of" and not f.moves and not f.computed]
        self.tagged = tuple(f for f in choices if any(_agrees(s, o) for o in f.options for s in self.stories))

    def matter(self, row: Made) -> Matter | None:
        """Return what a row is about: what its pinned title names, else the next story that is not told yet."""
        if not self.stories:
            return None
        title, key = self.entity.title, str(row["id"])
        if title.name in row:
            told = next((s for s in self.stories if s.title == row[title.name]), None)
            return Matter(told, self.bench.cell(self.entity.name, key, "story")) if told else None
        stories = self._suiting(row)
        mark = self.bench.mark(self.entity.name, "stories")
        n, matter = int(key.rpartition("-")[2]), Matter(stories[0], 0)
        for attempt in range(max(PREFERRED, len(stories)) if self.tagged else PREFERRED):
            story = stories[turn(len(stories), mark, n + attempt * (1 if self.tagged else FAR))]
            matter = Matter(story, self.bench.cell(self.entity.name, key, f"story {attempt}"))
            if self.title(matter) not in self.bench.known(self.entity.name, title.name):
                break
        return matter

    def title(self, matter: Matter) -> str:
        """Return a matter's title as it fits the field."""
        text = filled(self.bench, matter.story.title, matter.mark)
        return fit(self.bench.words.book, text, self.entity.title, mark=matter.mark)

    def _suiting(self, row: Made) -> Sequence[Story]:
        """Return the stories that agree with what a row is filed under."""
        chosen = tuple(str(row.get(f.name)) for f in self.tagged)
        if chosen not in self._fitting:
            suiting = self.stories
            for option, part in zip(chosen, self.tagged, strict=True):
                suiting = _filed(suiting, option, part.options) or suiting
            self._fitting[chosen] = suiting
        return self._fitting[chosen]


def _filed(stories: tuple[Story, ...], option: str, options: Sequence[str]) -> tuple[Story, ...]:
    """Return the stories filed under an option; where there are none, those filed under no other option."""
    under = tuple(story for story in stories if _agrees(story, option))
    return under or tuple(s for s in stories if not any(_agrees(s, other) for other in options if other != option))


def _agrees(story: Story, option: str) -> bool:
    words = words_of(option)
    if words & _WISH:
        return story.wish
    if words & _FAULT:
        return not story.wish
    tags = {word[:STEM] for tag in story.tags for word in words_of(tag)}
    return bool(tags & {word[:STEM] for word in words})
