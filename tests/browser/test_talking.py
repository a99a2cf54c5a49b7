"""What a person does on the page, with a scripted conversation behind it."""

import pytest
from playwright.async_api import FilePayload, Page, expect

from tests.browser.conftest import Site
from tests.fakes.pictures import of_code

pytestmark = pytest.mark.browser


async def ask(page: Page, text: str) -> None:
    await page.get_by_role("textbox").fill(text)
    await page.keyboard.press("Enter")


async def test_a_line_shows_at_once_and_its_reply_below(page: Page) -> None:
    await ask(page, "lam giay khai sinh")
    await ask(page, "khai sinh can gi")
    turns = page.locator("#log > article")
    await expect(turns).to_have_count(4)
    await expect(page.locator(".dots")).to_have_count(0)
    await expect(page.locator(".reply h2").first).to_have_text("Đăng ký khai sinh")


async def test_a_suggestion_is_asked_by_pressing_it(page: Page, site: Site) -> None:
    suggestion = page.locator(".suggestions button").first
    await suggestion.click()
    await expect(page.locator(".reply")).to_have_count(1)
    assert [message.text for message in site.service.lanes.taken] == [await suggestion.text_content()]


async def test_a_choice_is_shown_as_said_even_from_an_old_reply(page: Page) -> None:
    await ask(page, "khai sinh")
    await page.get_by_role("button", name="Giấy tờ cần mang").click()
    await ask(page, "chào")
    await page.get_by_role("button", name="Lệ phí", exact=True).click()
    await expect(page.locator(".said p")).to_have_text(["khai sinh", "Giấy tờ cần mang", "chào", "Lệ phí"])
    await expect(page.locator(".reply")).to_have_count(4)


async def test_a_trembling_finger_presses_once(page: Page, site: Site) -> None:
    await ask(page, "khai sinh")
    await page.get_by_role("button", name="Lệ phí", exact=True).dblclick()
    await expect(page.locator(".reply")).to_have_count(2)
    assert len(site.service.lanes.taken) == 2


async def test_ticks_change_the_list_in_place(page: Page) -> None:
    await ask(page, "khai sinh")
    await page.get_by_role("button", name="Giấy tờ cần mang").click()
    boxes = page.get_by_role("checkbox")
    await expect(boxes).to_have_count(3)
    await boxes.nth(1).click()
    await expect(boxes.nth(1)).to_be_checked()
    await expect(page.locator(".checklist h3")).to_have_text("Đăng ký khai sinh · 1/3")
    await expect(boxes.nth(1)).to_be_focused()
    await expect(page.locator(".checklist")).to_have_count(1)
    await boxes.nth(1).click()
    await expect(boxes.nth(1)).not_to_be_checked()
    await expect(page.locator(".checklist h3")).to_have_text("Đăng ký khai sinh · 0/3")


async def test_a_reload_keeps_the_conversation(page: Page) -> None:
    await ask(page, "khai sinh")
    await page.get_by_role("button", name="Giấy tờ cần mang").click()
    await expect(page.get_by_role("checkbox")).to_have_count(3)
    await ask(page, "chào")
    await expect(page.locator(".reply")).to_have_count(3)
    await page.get_by_role("checkbox").first.click()
    await expect(page.locator(".checklist h3")).to_have_text("Đăng ký khai sinh · 1/3")
    before = await page.locator("#log > article").all_text_contents()
    await page.reload()
    await expect(page.locator("#log > article")).to_have_text(before)
    await expect(page.get_by_role("checkbox", checked=True)).to_have_count(1)
    await ask(page, "còn đây không")
    await expect(page.locator(".reply")).to_have_count(4)


async def test_what_is_typed_is_never_markup(page: Page) -> None:
    await ask(page, "<img src=x onerror=alert(1)> & <b>đậm</b>")
    await expect(page.locator(".said p")).to_have_text("<img src=x onerror=alert(1)> & <b>đậm</b>")
    await expect(page.locator(".reply p").last).to_contain_text("<b>đậm</b>")
    await expect(page.locator("#log img, #log b")).to_have_count(0)


async def test_two_tabs_show_the_same_replies(page: Page, site: Site) -> None:
    other = await page.context.new_page()
    await other.goto(site.url)
    await ask(page, "chào")
    await expect(other.locator(".reply")).to_have_count(1)


async def test_leaving_begins_an_empty_conversation(page: Page) -> None:
    await ask(page, "chuyện riêng")
    await expect(page.locator(".reply")).to_have_count(1)
    leave = page.locator("#leave")
    await leave.click()
    await page.locator("#stay").click()
    await expect(page.locator(".reply")).to_have_count(1)
    await leave.click()
    await page.locator("#leaving button[type=submit]").click()
    await expect(page.locator("#log > *")).to_have_count(0)
    await expect(page.get_by_role("textbox")).to_be_enabled()


async def test_files_are_shown_or_saved_and_still_there_after_a_reload(page: Page) -> None:
    await ask(page, "mang theo")
    for _ in range(2):
        await expect(page.locator(".files img")).to_have_attribute("alt", "danh-sach.png")
        await expect(page.locator(".files a")).to_have_text(["Tải về danh-sach.png", "Tải về danh-sach.pdf"])
        await page.reload()
    async with page.expect_download() as saved:
        await page.locator(".files a").last.click()
    assert (await saved.value).suggested_filename == "danh-sach.pdf"


async def test_a_picture_is_read_and_told_as_one(page: Page, site: Site) -> None:
    code = FilePayload(name="bien-nhan.jpg", mimeType="image/jpeg", buffer=of_code("000.00.04.H51-1"))
    await page.locator("#picture").set_input_files(code)
    await expect(page.locator(".said p")).to_have_text("Ảnh")
    await expect(page.locator(".reply")).to_have_count(1)
    assert [(one.kind, one.text) for one in site.service.lanes.taken] == [("picture", "000.00.04.H51-1")]


async def test_a_link_is_opened_once(page: Page, site: Site) -> None:
    await page.goto(f"{site.url}?start=tt_1-001193")
    await expect(page.locator(".said p")).to_have_text("Mở từ liên kết")
    await expect(page.locator(".reply")).to_have_count(1)
    await page.reload()
    await expect(page.locator(".reply")).to_have_count(1)
    assert [one.press for one in site.service.lanes.taken] == ["c:1.001193"]


async def test_the_phone_tells_where_it_is_only_when_its_button_is_pressed(page: Page, site: Site) -> None:
    await page.context.set_geolocation({"latitude": 16.05, "longitude": 108.2})
    await page.context.grant_permissions(["geolocation"])
    await ask(page, "gần tôi")
    await expect(page.locator(".reply")).to_have_count(1)
    assert [one.spot for one in site.service.lanes.taken] == [None]
    await page.get_by_role("button", name="Gửi vị trí").click()
    await expect(page.locator(".reply")).to_have_count(2)
    assert site.service.lanes.taken[1].spot == (16.05, 108.2)


async def test_an_address_of_this_site_is_a_link_and_any_other_is_text(page: Page, site: Site) -> None:
    ours, theirs = f"{site.url}?start=tt_1-001193", "https://la.example/?start=tt_1-001193"
    alike = f"{site.url.rstrip('/')}.la.example/"
    await ask(page, f"{ours}, {theirs} {alike} javascript:alert(1) <a href=x>")
    links = page.locator(".reply p a")
    await expect(links).to_have_text([ours])
    await expect(links).to_have_attribute("href", ours)
    await expect(links).to_have_attribute("target", "_blank")
    await expect(page.locator(".reply p")).to_contain_text(f"{theirs} {alike} javascript:")
