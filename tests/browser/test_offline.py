"""The page as an app: what opens without a network, and what the other tabs of the same browser show."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.test_talking import ask

pytestmark = pytest.mark.browser


async def ticked(page: Page) -> None:
    await ask(page, "khai sinh")
    await page.get_by_role("button", name="Giấy tờ cần mang").click()
    await page.get_by_role("checkbox").first.click()
    await expect(page.locator(".checklist h3")).to_have_text("Đăng ký khai sinh · 1/3")


async def ready(page: Page) -> None:
    """Wait until the worker would answer for the network."""
    await page.evaluate("navigator.serviceWorker.ready.then(() => {})")
    await page.wait_for_function("navigator.serviceWorker.controller !== null")


async def test_without_a_network_the_lists_still_open_as_they_were(page: Page, site: Site) -> None:
    await ready(page)
    await ticked(page)
    await site.down()
    await page.reload()
    await expect(page.get_by_role("status")).to_contain_text("Hiện không có mạng")
    await expect(page.locator(".checklist h3")).to_have_text("Đăng ký khai sinh · 1/3")
    await expect(page.get_by_role("checkbox").first).to_be_checked()
    await expect(page.get_by_role("checkbox").first).to_be_disabled()
    await site.up()
    await page.get_by_role("link", name="Thử lại").click()
    await expect(page.get_by_role("textbox")).to_be_visible()
    await expect(page.locator(".checklist h3")).to_have_text("Đăng ký khai sinh · 1/3")


async def test_a_new_conversation_leaves_no_list_on_the_device(page: Page, site: Site) -> None:
    await ready(page)
    await ticked(page)
    await page.get_by_role("button", name="Cuộc trò chuyện mới").click()
    await page.get_by_role("button", name="Bắt đầu lại").click()
    await expect(page.locator("#log > article")).to_have_count(0)
    await site.down()
    await page.reload()
    await expect(page.locator("#log")).to_contain_text("chưa lưu danh sách nào")


async def test_what_is_said_in_one_tab_is_shown_in_the_other(page: Page, site: Site) -> None:
    other = await page.context.new_page()
    await other.goto(site.url)
    await ask(page, "chào")
    for tab in (page, other):
        await expect(tab.locator(".said p")).to_have_text("chào")
        await expect(tab.locator(".reply")).to_have_count(1)
    await other.get_by_role("button", name="Cuộc trò chuyện mới").click()
    await other.get_by_role("button", name="Bắt đầu lại").click()
    for tab in (other, page):
        await expect(tab.locator("#log > article")).to_have_count(0)
