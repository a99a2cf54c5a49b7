"""Makes the pictures of the docs from the real page: ``.venv/bin/python docs/screenshots.py``.

Starts the service with its demo dossiers and an empty memory, talks to it in Chromium as a citizen on a
phone would, and saves what is seen in ``docs/images``.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Page, ViewportSize, async_playwright, expect

from bot.app import App
from bot.demo import OFFICE, SAMPLES, seed
from bot.settings import Settings
from bot.web.application import create
from bot.web.channel import WebChannel
from bot.web.server import listening
from motcua.clock import utc_now
from storage.deliveries import apply
from storage.reports import DossierReport, Status

IMAGES = Path(__file__).parent / "images"
PHONE = ViewportSize(width=390, height=844)
SHARPNESS = 1.5
PATIENCE = 30_000
"""Milliseconds that an answer may take on a busy machine."""

QUESTION = "lam giay khai sinh cho con can giay to gi"
VAGUE = "đăng ký xe"
OWN_CASE = "Giấy tờ cho trường hợp của tôi"


@asynccontextmanager
async def service(folder: Path) -> AsyncIterator[tuple[App, str]]:
    """The running service with its demo dossiers; gives it and its address."""
    channel = WebChannel()
    async with App.open(Settings(_env_file=None, data_dir=folder), channel) as app, app.serving():
        async with app.database.writing() as session:
            await seed(session, app.hasher, utc_now())
        async with listening(create(app, channel), "127.0.0.1", 0) as url:
            yield app, url


async def ask(page: Page, text: str) -> None:
    """Type a line and wait for its answer."""
    answers = await page.locator(".reply").count()
    await page.get_by_role("textbox").fill(text)
    await page.keyboard.press("Enter")
    await expect(page.locator(".reply")).to_have_count(answers + 1)


async def press(page: Page, label: str = "") -> None:
    """Press a button of the last reply, the first one if no other is named, and wait for the answer."""
    answers = await page.locator(".reply").count()
    await page.locator(".reply").last.get_by_role("button", name=label).first.click()
    await expect(page.locator(".reply")).to_have_count(answers + 1)


async def loaded(page: Page) -> None:
    """Wait until the pictures that came with the last reply are drawn."""
    await page.wait_for_function("[...document.images].every(one => one.complete && one.naturalWidth)")


async def save(page: Page, name: str) -> None:
    """Keep what is seen now, as after a moment's reading."""
    await page.mouse.move(0, 0)
    await page.evaluate("document.activeElement.blur()")
    await page.evaluate("document.fonts.ready")
    await page.screenshot(path=IMAGES / f"{name}.png", animations="disabled")


async def tour(page: Page, app: App, address: str) -> None:
    """The way of a citizen, with a picture at each stop."""
    await page.goto(address)
    await save(page, "start")
    await asking(page)
    await own_case(page)
    await ask(page, "thế lệ phí bao nhiêu")
    await save(page, "fee")
    await ask(page, "sắp sinh con phải lo giấy tờ gì")
    await save(page, "event")
    await following(page, app)


async def asking(page: Page) -> None:
    """A question that may mean several things, and one that does not."""
    await ask(page, VAGUE)
    await save(page, "choices")
    await ask(page, QUESTION)
    await save(page, "card")


async def own_case(page: Page) -> None:
    """From the questions about the case to the list that is taken along."""
    await press(page, OWN_CASE)
    await save(page, "question")
    boxes = page.locator(".reply").last.get_by_role("checkbox")
    while not await boxes.count():
        await press(page)
    for number in range(2):
        await boxes.nth(number).click()
    await expect(page.locator(".checklist h3")).to_contain_text("2/")
    await save(page, "checklist")
    await press(page, "Mang theo")
    await press(page, "Ảnh")
    await loaded(page)
    await save(page, "take-along")


async def following(page: Page, app: App) -> None:
    """A dossier, and the word that comes by itself when it moves."""
    sample = next(sample for sample in SAMPLES if sample.status is Status.NEEDS_PAPERS)
    await ask(page, sample.code)
    await ask(page, sample.last4)
    await save(page, "dossier")
    await press(page, "Theo dõi")
    await press(page)
    answers = await page.locator(".reply").count()
    code, name = sample.procedure
    async with app.database.writing() as session:
        await apply(
            session,
            app.hasher,
            DossierReport(
                code=sample.code,
                at=utc_now(),
                status=Status.READY,
                procedure_code=code,
                procedure_name=name,
                office=OFFICE,
                finished_at=utc_now(),
            ),
        )
    await expect(page.locator(".reply")).to_have_count(answers + 1)
    await page.locator(".reply").last.evaluate("one => one.scrollIntoView()")
    await save(page, "notice")


async def main() -> None:
    """Take all pictures anew."""
    with TemporaryDirectory() as folder:
        async with service(Path(folder)) as (app, address), async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            expect.set_options(timeout=PATIENCE)
            page = await browser.new_page(
                viewport=PHONE, device_scale_factor=SHARPNESS, reduced_motion="reduce"
            )
            await tour(page, app, address)
            await browser.close()


if __name__ == "__main__":
    IMAGES.mkdir(exist_ok=True)
    asyncio.run(main())
