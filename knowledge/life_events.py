"""What happens to people, and the procedures in the order they meet them."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import Field, StringConstraints, TypeAdapter, ValidationError

from knowledge.errors import BrokenLifeEventsError
from knowledge.model import Code, Line, Slug, Value
from motcua.text import unmarked

SHIPPED = Path(__file__).parent / "data" / "life_events.yaml"


class LifeStep(Value):
    """One procedure on the way. ``together`` are those that it settles in the same go (liên thông)."""

    code: Code
    why: Annotated[Line, StringConstraints(max_length=100)]
    together: tuple[Code, ...] = ()


class LifeEvent(Value):
    """Something that happens in a life: how people tell it (``says``), and what a neighbour answers first."""

    id: Slug
    name: Annotated[Line, StringConstraints(max_length=40)]
    says: tuple[Line, ...] = Field(min_length=6)
    intro: Annotated[Line, StringConstraints(max_length=160)]
    steps: tuple[LifeStep, ...] = Field(min_length=3)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its steps, in order."""
        return tuple(step.code for step in self.steps)


_EVENTS = TypeAdapter(tuple[LifeEvent, ...])


def load(path: Path = SHIPPED) -> tuple[LifeEvent, ...]:
    """The events of a file, in its order. Raises BrokenLifeEventsError that says where it is broken."""
    try:
        return _EVENTS.validate_python(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) or ())
    except yaml.YAMLError as error:
        raise BrokenLifeEventsError(path=path, reason=" ".join(str(error).split())) from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BrokenLifeEventsError(path=path, reason=f"{where}: {first['msg']}") from None


def problems(
    events: Iterable[LifeEvent], known: Collection[str], said: Collection[str] = ()
) -> Iterator[str]:
    """What is wrong with events, in words.

    ``known`` are the codes of all procedures, ``said`` what people say for something else.
    """
    ids: set[str] = set()
    taken = {_spelt(one): "a procedure" for one in said}
    for event in events:
        if event.id in ids:
            yield f"{event.id}: another event has this id"
        ids.add(event.id)
        yield from _codes(event, known)
        for say in event.says:
            holder = taken.setdefault(_spelt(say), event.id)
            if holder != event.id:
                yield f'{event.id}: "{say}" is also said for {holder}'


def _codes(event: LifeEvent, known: Collection[str]) -> Iterator[str]:
    for step in event.steps:
        for code in (step.code, *step.together):
            if code not in known:
                yield f"{event.id}: nobody holds {code}"
        if step.code in step.together:
            yield f"{event.id}: {step.code} is done together with itself"
    for code in {code for code in event.codes if event.codes.count(code) > 1}:
        yield f"{event.id}: {code} comes twice"


def _spelt(say: str) -> str:
    return unmarked(say).lower()
