"""A real Chromium at the size of a phone, with its clock standing still, that tells whatever it asks for."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from selenium.common.exceptions import TimeoutException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

WIDTH, HEIGHT = 360, 740
NOW = "2027-05-16T18:32:20"  # where the page is used
ZONE = "Europe/Oslo"
WAIT_SECONDS = 5
# Dates made without an argument, and Date.now(), tell one moment.
STANDING_CLOCK = """
const Real = Date, moment = new Real(%s).getTime();
globalThis.Date = class extends Real {
  constructor(...given) { super(...(given.length ? given : [moment])); }
  static now() { return moment; }
};
"""


def lacking() -> str:
    """Why pages cannot be tried here; "": they can."""
    lacks = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    return f"{' and '.join(lacks)} not found" if lacks else ""


class Phone:
    """A page as its reader has it before her. `driver`: for what has no word here."""

    def __init__(self, driver: Chrome, folder: Path) -> None:
        self.driver = driver
        self.folder = folder
        self._clock: str | None = None

    def ready(self, folder: Path) -> Phone:
        """As new: light, large enough, with scripts, empty store, and downloads going into a folder."""
        self.folder = folder
        self.look(dark=False)
        self.scripts(on=True)
        self.resize(WIDTH, HEIGHT)
        self.command("Emulation.setTimezoneOverride", timezoneId=ZONE)
        self.command("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
        self.clock(NOW)
        self.driver.get("about:blank")
        self.driver.get_log("performance")
        self.driver.get_log("browser")
        return self

    def command(self, name: str, **values: Any) -> Any:
        """One word of the developer tools' protocol."""
        return self.driver.execute_cdp_cmd(name, values)

    def look(self, *, dark: bool, media: str = "") -> None:
        """The colours somebody prefers; media "print": as on paper."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.command("Emulation.setEmulatedMedia", media=media, features=[scheme])

    def scripts(self, *, on: bool) -> None:
        """Whether pages may run scripts; counts from the next page on."""
        self.command("Emulation.setScriptExecutionDisabled", value=not on)

    def resize(self, width: int, height: int) -> None:
        """The size of the screen."""
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2, mobile=True
        )

    def clock(self, moment: str) -> None:
        """What time it is, from the next page on."""
        if self._clock is not None:
            self.command("Page.removeScriptToEvaluateOnNewDocument", identifier=self._clock)
        source = STANDING_CLOCK % json.dumps(moment)
        made = self.command("Page.addScriptToEvaluateOnNewDocument", source=source)
        self._clock = made["identifier"]

    def open(self, html: str, name: str = "page.html") -> None:
        """Show a page as it lies on the phone, with nothing kept from before."""
        self.command("Storage.clearDataForOrigin", origin="file://", storageTypes="local_storage")
        self.lay(html, name)

    def lay(self, html: str, name: str = "page.html") -> None:
        """Show a page; what an earlier visit left is kept."""
        path = self.folder / name
        path.write_text(html, encoding="utf-8", newline="\n")
        self.driver.get(path.as_uri())

    def run(self, script: str, *values: Any) -> Any:
        """What a piece of script returns, run as if it stood in the page."""
        return self.driver.execute_script(script, *values)

    def one(self, selector: str) -> WebElement:
        """The element of a CSS selector."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        """All elements of a CSS selector."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def shown(self, selector: str) -> bool:
        """Whether something is to be seen of it."""
        return any(element.is_displayed() for element in self.all(selector))

    def said(self, selector: str) -> str:
        """What stands in an element, in one line."""
        return " ".join(str(self.one(selector).get_property("textContent")).split())

    def tap(self, selector: str) -> None:
        """Tap in the middle of an element, where a reader would."""
        element = self.one(selector)
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        box = self.run(
            "const b = arguments[0].getBoundingClientRect(); return [b.x, b.y, b.width, b.height]", element
        )
        at = {"x": box[0] + box[2] / 2, "y": box[1] + box[3] / 2}
        for kind in ("mousePressed", "mouseReleased"):
            self.command("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **at)

    def answer(self, place: int, word: str) -> None:
        """Tap one of the three answers to a place."""
        self.tap(f".card[data-places~='{place}'] input[value='{word}']")

    def press(self, *keys: str) -> None:
        """Keys, to whatever has the focus."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def tab_to(self, selector: str, most: int = 60) -> None:
        """Press Tab until the element has the focus."""
        for _ in range(most):
            self.press(Keys.TAB)
            if self.run("return document.activeElement.matches(arguments[0])", selector):
                return
        raise AssertionError(f"Tab never came to {selector}")

    def wait(self, until: Callable[[], object]) -> None:
        """Until something is so; it must be soon."""
        WebDriverWait(self.driver, WAIT_SECONDS, 0.02).until(lambda _: until())

    def clipboard(self) -> str:
        """What was copied."""
        script = "navigator.clipboard.readText().then(arguments[0], (error) => arguments[0](String(error)))"
        return str(self.driver.execute_async_script(script))

    def saved(self) -> Path:
        """The answer file a page has just saved; it is taken away from the downloads."""
        path = WebDriverWait(self.driver, WAIT_SECONDS, 0.02).until(lambda _: self._download())
        return path.rename(path.with_suffix(f".{time.monotonic_ns()}"))

    def _download(self) -> Path | None:
        found = [path for path in self.folder.glob("*.json") if path.stat().st_size]
        return found[0] if found else None

    def saves_nothing(self) -> bool:
        """Whether no file comes within a moment."""
        with suppress(TimeoutException):
            WebDriverWait(self.driver, 0.4, 0.05).until(lambda _: self._download())
            return False
        return True

    def asked_for(self) -> list[str]:
        """Addresses the browser asked for since it was last asked, data in pages themselves left out."""
        messages = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        asked = [
            message["params"]["request"]["url"]
            for message in messages
            if message["method"] == "Network.requestWillBeSent"
        ]
        return [url for url in asked if not url.startswith(("blob:", "data:"))]

    def complaints(self) -> list[str]:
        """What the browser's console says: errors, and what the policy of a page forbade."""
        return [entry["message"] for entry in self.driver.get_log("browser")]


@contextmanager
def phone(folder: Path) -> Iterator[Phone]:
    """A browser of one's own."""
    options = ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    service = Service(str(shutil.which("chromedriver")), log_output=str(folder / "chromedriver.log"))
    driver = Chrome(options=options, service=service)
    try:
        yield Phone(driver, folder)
    finally:
        driver.quit()
