"""Every text in a nested value, with the place where it stands."""

from collections.abc import Iterator, Mapping


def texts(place: str, value: object) -> Iterator[tuple[str, str]]:
    """Every text and number in a value, with its place."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from texts(f"{place}.{name}", inner)
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from texts(f"{place}.{at}", inner)
    elif isinstance(value, str | int | float):
        yield place, str(value)
