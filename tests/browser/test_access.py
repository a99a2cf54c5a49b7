"""For every eye, hand and ear: small screens, large letters, the keyboard, a screen reader, contrast."""

from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import Site
from tests.browser.test_talking import ask

pytestmark = pytest.mark.browser

CONTROLS = "a[href], button, textarea"

SMALL_TARGETS = """controls => controls
    .filter(one => one.checkVisibility() && !one.matches('.visually-hidden'))
    .map(one => ({ what: one.textContent, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width < 44 || box.height < 44)
    .map(({ what, box }) => `${what} ${box.width}x${box.height}`)"""

FAINT_TEXT = """() => {
    const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = ([r, g, b]) => [r, g, b]
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
    const behind = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const colour = channels(getComputedStyle(at).backgroundColor);
            if (colour.length === 3 || colour[3] === 1) return colour;
        }
        return [255, 255, 255];
    };
    const faint = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
        if (element.closest("script, noscript, .visually-hidden")) continue;
        const [one, other] = [light(channels(getComputedStyle(element).color)), light(behind(element))];
        const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        if (contrast < 4.5) faint.push(`${element.textContent}: ${contrast.toFixed(2)}`);
    }
    return faint;
}"""


AS_READ_OUT = """
- link "Đến ô nhập câu hỏi"
- banner:
  - heading "Một Cửa" [level=1]
  - paragraph: /Trợ lý tự động/
  - button "Cuộc trò chuyện mới"
- main:
  - region "Hôm nay bạn cần làm giấy tờ gì?":
    - heading "Hôm nay bạn cần làm giấy tờ gì?" [level=2]
    - group "Hay được hỏi":
      - button
      - button
      - button
      - button
  - log "Cuộc trò chuyện":
    - article:
      - text: "Bạn:"
      - paragraph: /khai sinh/
    - article:
      - text: "Một Cửa:"
      - heading "Đăng ký khai sinh" [level=2]
      - term: Lệ phí
      - definition: /Miễn phí/
      - heading "Cần mang theo" [level=3]
      - list:
        - listitem: Giấy chứng sinh
        - listitem: Căn cước của cha hoặc mẹ
      - paragraph: /Nguồn/
      - button "Giấy tờ cần mang"
      - button "Lệ phí"
      - button "Không phải việc này"
    - article:
      - text: "Bạn:"
      - paragraph: Giấy tờ cần mang
    - article:
      - text: "Một Cửa:"
      - heading "Giấy tờ của bạn" [level=2]
      - list:
        - listitem:
          - checkbox "Giấy chứng sinh Bản chính, do nơi bé sinh ra cấp." [checked]
        - listitem:
          - checkbox "Tờ khai đăng ký khai sinh Có sẵn ở nơi nộp."
- contentinfo:
  - status
  - textbox "Gõ câu hỏi của bạn"
  - button "Gửi"
"""


async def conversation(page: Page) -> None:
    """Every kind of thing that can stand on the page."""
    await ask(page, "khai sinh cho một cái tên dài không có chỗ nào để xuống dòng: " + "a" * 80)
    await page.get_by_role("button", name="Giấy tờ cần mang").click()
    await page.get_by_role("checkbox").first.click()
    await expect(page.get_by_role("checkbox", checked=True)).to_have_count(1)
    await page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished))")


async def test_at_320_pixels_nothing_sticks_out(page: Page) -> None:
    await page.set_viewport_size({"width": 320, "height": 640})
    await conversation(page)
    assert await page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("width", [640, 320, 195])
async def test_at_200_percent_nothing_sticks_out(browser: Browser, site: Site, width: int) -> None:
    """A browser's zoom of 200 % halves the width in CSS pixels: desktop 1280, small desktop, phone."""
    context = await browser.new_context(viewport={"width": width, "height": 400}, device_scale_factor=2)
    page = await context.new_page()
    await page.goto(site.url)
    await conversation(page)
    assert await page.evaluate("document.documentElement.scrollWidth") == width
    await context.close()


async def test_letters_twice_as_large_do_not_stick_out(page: Page) -> None:
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    await conversation(page)
    assert await page.evaluate("document.documentElement.scrollWidth") == 390


async def test_everything_to_press_is_large_enough(page: Page) -> None:
    await conversation(page)
    assert await page.locator(CONTROLS).evaluate_all(SMALL_TARGETS) == []
    await page.locator("#leave").click()
    assert await page.locator(CONTROLS).evaluate_all(SMALL_TARGETS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_no_letter_is_faint(page: Page, scheme: Any) -> None:
    await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    await conversation(page)
    assert await page.evaluate(FAINT_TEXT) == []


async def test_the_keyboard_is_enough(page: Page, site: Site) -> None:
    async def tab_to(name: str) -> None:
        for _ in range(30):
            await page.keyboard.press("Tab")
            focused = page.locator(":focus")
            if name in (await focused.text_content() or "") or name == await focused.get_attribute("id"):
                outline = await focused.evaluate("one => getComputedStyle(one).outlineStyle")
                ring = await focused.evaluate("one => getComputedStyle(one.parentElement).boxShadow")
                assert outline != "none" or ring != "none", name
                return
        raise AssertionError(f"the keyboard does not reach {name}")

    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("textbox")).to_be_focused()
    await page.keyboard.type("khai sinh")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.press("Enter")
    await expect(page.locator(".reply")).to_have_count(1)
    await page.keyboard.press("Shift+Tab")
    await page.reload()
    await tab_to("Giấy tờ cần mang")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("checkbox")).to_have_count(3)
    await tab_to("Căn cước của cha hoặc mẹ")
    await page.keyboard.press("Space")
    await expect(page.get_by_role("checkbox").last).to_be_checked()
    await tab_to("line")
    assert [message.press for message in site.service.lanes.taken] == ["", "papers", "t:3"]


async def test_the_question_before_leaving_holds_the_keyboard(page: Page) -> None:
    await page.locator("#leave").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_be_hidden()
    await expect(page.locator("#leave")).to_be_focused()


async def test_a_screen_reader_finds_its_way(page: Page) -> None:
    await conversation(page)
    await expect(page.locator("body")).to_match_aria_snapshot(AS_READ_OUT)


async def test_every_control_has_a_name(page: Page) -> None:
    await conversation(page)
    session = await page.context.new_cdp_session(page)
    tree = await session.send("Accessibility.getFullAXTree")
    controls = [
        node
        for node in tree["nodes"]
        if node.get("role", {}).get("value") in {"button", "checkbox", "link", "textbox"}
    ]
    assert len(controls) > 10
    assert [node for node in controls if not node.get("name", {}).get("value")] == []


async def test_replies_are_announced_and_waiting_is_told(page: Page, site: Site) -> None:
    log = page.get_by_role("log")
    await expect(log).to_have_attribute("aria-live", "polite")
    await page.context.set_offline(True)
    await ask(page, "khai sinh")
    await expect(page.get_by_role("status")).to_have_text("Một Cửa đang trả lời")
    await page.context.set_offline(False)
    await expect(page.locator(".reply")).to_have_count(1)
    await expect(page.get_by_role("status")).to_be_empty()


async def test_who_wants_calm_sees_nothing_move(page: Page) -> None:
    await page.emulate_media(reduced_motion="reduce")
    await conversation(page)
    assert await page.evaluate("document.getAnimations().length") == 0
