"""Names as they may be shown: enough for the applicant to know themselves, too little for anyone else."""

from typing import Final

STARS: Final = "***"
"""Always three, so that the length of a name is not told."""


def mask_name(name: str) -> str:
    """``Nguyễn Văn An`` becomes ``Ng*** Văn A***``.

    The first word keeps two letters, or one where it has two or fewer; the last word keeps one; words in
    between stay. A name of a single word keeps its first letter. An empty name stays empty.
    """
    words = name.split()
    if not words:
        return ""
    if len(words) == 1:
        return words[0][:1] + STARS
    first, *middle, last = words
    kept = 2 if len(first) > 2 else 1
    return " ".join([first[:kept] + STARS, *middle, last[:1] + STARS])
