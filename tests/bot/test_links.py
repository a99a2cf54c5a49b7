from functools import partial

from bot.channels.telegram.links import link
from bot.links import Links
from handlers.presses import SharedCase

PRESS = SharedCase(code="1.001193", case="12_3fa9").encode()
PAYLOAD = "p_a2M6MS4wMDExOTM6MTJfM2ZhOQ"


def test_without_a_public_origin_there_is_no_link() -> None:
    assert Links()("web", PRESS) == ""


def test_the_page_has_links_and_whoever_has_none_uses_them() -> None:
    links = Links("https://mot-cua.vn/")
    assert links("web", PRESS) == f"https://mot-cua.vn/?start={PAYLOAD}"
    assert links("zalo", PRESS) == links("web", PRESS)


def test_a_channel_has_its_own() -> None:
    links = Links()
    links.add("telegram", partial(link, "motcua_bot"))
    assert links("telegram", PRESS) == f"https://t.me/motcua_bot?start={PAYLOAD}"
    assert links("web", PRESS) == ""


def test_where_the_page_stands_counts_only_without_a_public_origin() -> None:
    links = Links()
    links.opened_at("http://127.0.0.1:8080/")
    assert links("web", PRESS).startswith("http://127.0.0.1:8080/?start=")
    public = Links("https://mot-cua.vn")
    public.opened_at("http://127.0.0.1:8080/")
    assert public("web", PRESS).startswith("https://mot-cua.vn/")


def test_what_is_too_long_has_no_link() -> None:
    assert Links("https://mot-cua.vn")("web", "x" * 60) == ""
