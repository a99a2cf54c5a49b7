"""A procedure as a YAML file: ``guide`` written by hand, ``source`` and ``facts`` written by the reader."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from knowledge.errors import BrokenProcedureFileError
from knowledge.facts import Facts
from knowledge.guide import Guide
from knowledge.procedure import Procedure, Source

SKELETON = """\
guide:
  name:  # at most 60 characters, as people call it
  summary:  # one plain sentence
  says:  # eight to twenty ways citizens really say it
    -
  ask: []  # the questions that change the papers; leave out if none does
  papers:
    - id:
      name:
      originals: 1
      official: []
  fee:
  time:
  place:
  online:
  result:
  tips: []  # where people go wrong, what to bring along
  siblings: []
  next: []  # what people usually do after; leave out where nothing naturally follows
"""

_FACTS_LINE = "facts:  # written by `motcua kb new`, never by hand\n"
_GENERATED = re.compile(r"^(?:source|facts):.*\n(?:(?![A-Za-z_]).*\n?)*", re.MULTILINE)


def read(path: Path) -> Procedure:
    """The procedure in a file. Raises BrokenProcedureFileError that says where it is broken."""
    try:
        return Procedure.model_validate(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        raise BrokenProcedureFileError(path=path, reason=" ".join(str(error).split())) from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BrokenProcedureFileError(path=path, reason=f"{where}: {first['msg']}") from None


def text(facts: Facts, source: Source, written: str = SKELETON) -> str:
    """The whole file. What was ``written`` before stays byte for byte, but for ``source`` and ``facts``."""
    kept = _GENERATED.sub("", written).rstrip("\n")
    guide = f"{kept}\n" if kept else ""
    return guide + _block({"source": source}) + _FACTS_LINE + _indented(facts)


def _block(parts: dict[str, Source | Guide]) -> str:
    return _dump({name: part.model_dump(exclude_defaults=True) for name, part in parts.items()})


def _indented(facts: Facts) -> str:
    return _dump({"facts": facts.model_dump(exclude_defaults=True)}).split("\n", 1)[1]


def _dump(value: object) -> str:
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


class _Dumper(yaml.SafeDumper):
    """Block style with indented lists; text of several lines stands literally."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represent_text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(value), style="|" if "\n" in value else None)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_multi_representer(StrEnum, _represent_text)
