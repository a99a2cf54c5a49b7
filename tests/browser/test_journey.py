"""A citizen's whole way through the real service, on a phone; and the pictures of it in the README."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from bot.app import App
from bot.demo import SAMPLES, seed
from bot.settings import Settings
from bot.web.application import create
from bot.web.channel import WebChannel
from bot.web.server import listening
from motcua.clock import utc_now
from storage.reports import Status
from tests.browser.conftest import PHONE
from tests.browser.test_talking import ask

pytestmark = pytest.mark.browser

IMAGES = Path(__file__).parents[2] / "docs" / "images"


@asynccontextmanager
async def running(folder: Path) -> AsyncIterator[str]:
    channel = WebChannel()
    async with App.open(Settings(_env_file=None, data_dir=folder), channel) as app, app.serving():
        async with app.database.writing() as session:
            await seed(session, app.hasher, utc_now())
        async with listening(create(app, channel), "127.0.0.1", 0) as url:
            yield url


@pytest.fixture
async def page(browser: Browser, tmp_path: Path) -> AsyncIterator[Page]:
    async with running(tmp_path) as url:
        context = await browser.new_context(viewport=PHONE, reduced_motion="reduce")
        page = await context.new_page()
        await page.goto(url)
        yield page
        await context.close()


async def press(page: Page, name: str | re.Pattern[str]) -> None:
    replies = await page.locator(".reply").count()
    await page.locator(".reply").last.get_by_role("button", name=name).first.click()
    await expect(page.locator(".reply")).to_have_count(replies + 1)


async def test_from_a_greeting_to_a_ticked_list_to_a_dossier(page: Page) -> None:
    last = page.locator(".reply").last
    await ask(page, "xin chào")
    await expect(last).to_contain_text("Một Cửa")

    await ask(page, "lam giay khai sinh cho con can giay to gi")
    await expect(last.get_by_role("heading", name="Đăng ký khai sinh")).to_be_visible()
    for fact in ("Lệ phí", "Thời gian", "Nơi nộp"):
        await expect(last.locator("dt", has_text=fact)).to_be_visible()
    await expect(last.locator(".source")).to_contain_text("Cổng Dịch vụ công quốc gia")

    await press(page, "Giấy tờ cho trường hợp của tôi")
    await press(page, "Có Giấy chứng sinh")
    await press(page, "Cha mẹ")
    boxes = last.get_by_role("checkbox")
    await expect(last.locator(".checklist h3")).to_contain_text("0/")
    for number in range(2):
        await boxes.nth(number).click()
        await expect(last.locator(".checklist h3")).to_contain_text(f"{number + 1}/")
    replies = await page.locator(".reply").count()

    await page.reload()
    await expect(page.locator(".reply")).to_have_count(replies)
    await expect(last.get_by_role("checkbox", checked=True)).to_have_count(2)
    await expect(page.locator(".said p").first).to_have_text("xin chào")

    sample = next(sample for sample in SAMPLES if sample.status is Status.NEEDS_PAPERS)
    await ask(page, f"cho toi hoi ho so {sample.code} toi dau roi")
    await expect(page.locator(".reply")).to_have_count(replies + 1)
    await ask(page, sample.last4)
    await expect(last).to_contain_text("bổ sung giấy tờ")
    await expect(last).not_to_contain_text(sample.applicant)

    await page.reload()
    await expect(page.locator(".said p").last).to_have_text("••••")


async def test_every_suggestion_leads_somewhere(page: Page) -> None:
    suggestions = page.locator(".suggestions button")
    for number in range(await suggestions.count()):
        await suggestions.nth(number).click()
        await expect(page.locator(".reply")).to_have_count(number + 1)
        await expect(page.locator(".reply").last).not_to_contain_text("chưa hiểu")
    await expect(page.locator(".reply h2")).to_have_count(3)


async def test_a_button_of_the_first_reply_still_works_at_the_end(page: Page) -> None:
    await ask(page, "lam giay khai sinh cho con")
    await expect(page.locator(".reply")).to_have_count(1)
    for number, line in enumerate(("xin chào", "cảm ơn"), start=2):
        await ask(page, line)
        await expect(page.locator(".reply")).to_have_count(number)
    await page.locator(".reply").first.get_by_role("button", name="Lệ phí", exact=True).click()
    await expect(page.locator(".reply")).to_have_count(4)
    await expect(page.locator(".reply").last.locator("dt").first).to_have_text("Lệ phí")


@pytest.mark.parametrize("name", ["start", "card", "checklist", "dossier"])
def test_a_picture_for_the_readme_is_there_and_light(name: str) -> None:
    assert 10_000 < (IMAGES / f"{name}.png").stat().st_size < 200_000
