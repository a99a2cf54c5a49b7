"""A strict eye on procedure files: each finding names the file, the line and the mend."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from knowledge import lint_rules
from knowledge.guide import Guide
from knowledge.lint_rules import Place, Problem
from knowledge.procedure import Procedure
from motcua.text import clean_line, unmarked


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """One thing to mend, and how. It prints as ``path:line: problem; mend``."""

    path: Path
    line: int
    problem: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.problem}; {self.mend}"


class _Page:
    """One file: what is written in it, and where."""

    def __init__(self, path: Path, *, guide_only: bool = False) -> None:
        self.path = path
        written = path.read_bytes()
        loader = yaml.CSafeLoader(written.partition(b"\nsource:")[0] if guide_only else written)
        try:
            self._root: yaml.Node | None = loader.get_single_node()
            self.data = loader.construct_document(self._root) if self._root else None
        finally:
            loader.dispose()

    def finding(self, problem: Problem) -> Finding:
        """The problem on its line: that of the innermost part of its place which is there."""
        return Finding(
            path=self.path, line=self._line(problem.place), problem=problem.text, mend=problem.mend
        )

    def says(self) -> Iterator[tuple[str, int]]:
        """Every way of saying it as the matcher will compare it, with its place in the list."""
        guide = self.data.get("guide") if isinstance(self.data, Mapping) else None
        says = guide.get("says") if isinstance(guide, Mapping) else None
        for index, say in enumerate(says if isinstance(says, list) else []):
            yield unmarked(clean_line(str(say))).lower(), index

    def _line(self, place: Place) -> int:
        node, line = self._root, 1
        for part in place:
            node, line = _inside(node, part, line)
        return line


def check(path: Path, today: date | None = None) -> list[Finding]:
    """What is wrong with one file, seen alone; on a day also what has ended by then."""
    return check_all([path], today=today)


def check_all(paths: Iterable[Path], beside: Iterable[Path] = (), today: date | None = None) -> list[Finding]:
    """What is wrong with these files, also between them and those ``beside`` them, in order of lines."""
    findings: list[Finding] = []
    pages: list[_Page] = []
    wanted = set(paths)
    for path in sorted(wanted | set(beside)):
        try:
            pages.append(_Page(path, guide_only=path not in wanted))
        except yaml.YAMLError as error:
            findings.append(_unreadable(path, error))
    for page in pages:
        findings += [page.finding(one) for one in _problems(page, today)] if page.path in wanted else []
    findings += _shared_says(pages)
    return sorted(one for one in findings if one.path in wanted)


def _problems(page: _Page, today: date | None) -> Iterator[Problem]:
    data = page.data
    if not isinstance(data, Mapping):
        yield Problem(place=(), text="no procedure", mend="begin with `motcua kb new CODE --from FILE`")
        return
    try:
        procedure = Procedure.model_validate(data)
    except ValidationError as error:
        yield from map(_invalid, error.errors(include_url=False))
        yield from _of_guide_alone(data.get("guide"))
        return
    yield from lint_rules.of_procedure(procedure, page.path.stem)
    if today and procedure.guide:
        yield from lint_rules.ended(procedure.guide, today)


def _of_guide_alone(data: object) -> Iterator[Problem]:
    """What the guide's own rules find, although something beside it is broken."""
    try:
        guide = Guide.model_validate(data)
    except ValidationError:
        return
    yield from lint_rules.of_guide(guide)


def _invalid(error: ErrorDetails) -> Problem:
    place = tuple(error["loc"])
    name = str(place[-1]) if place else "file"
    text, mend = _wording(error, name)
    return Problem(place=place, text=text, mend=mend)


def _wording(error: ErrorDetails, name: str) -> tuple[str, str]:
    """The problem and its mend, in words for whoever writes guides."""
    limits: Mapping[str, Any] = error.get("ctx", {})
    match error["type"]:
        case "missing":
            said = f'"{name}" is missing', f'add "{name}"'
        case "too_short":
            said = f'"{name}" is too short', f"give at least {limits['min_length']}"
        case "string_too_long":
            said = f'"{name}" is too long', f"say it in at most {limits['max_length']} characters"
        case "string_pattern_mismatch":
            said = f'{error["input"]!r} is malformed in "{name}"', f"write it as {limits['pattern']}"
        case "extra_forbidden":
            said = f'nobody knows "{name}"', "correct the name or take it out"
        case _:
            said = f'"{name}": {error["msg"]}', "correct it"
    return said


def _shared_says(pages: Iterable[_Page]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for page in pages:
        for say, index in page.says():
            holder = first.setdefault(say, f"{page.path.name}#{index}")
            if holder != f"{page.path.name}#{index}":
                yield page.finding(_shared(say, holder.partition("#")[0], index))


def _shared(say: str, holder: str, index: int) -> Problem:
    return Problem(
        place=("guide", "says", index),
        text=f'"{say}" is also said in {holder}',
        mend="keep it where it fits better and say it otherwise here",
    )


def _unreadable(path: Path, error: yaml.YAMLError) -> Finding:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "broken YAML"
    return Finding(path=path, line=mark.line + 1 if mark else 1, problem=problem, mend="mend the YAML here")


def _inside(node: yaml.Node | None, part: str | int, line: int) -> tuple[yaml.Node | None, int]:
    """The node of a part and its line; the line of what holds it where it is not there."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        inner = node.value[part]
        return inner, inner.start_mark.line + 1
    return None, line
