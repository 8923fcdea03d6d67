"""Headless Chromium over the DevTools protocol: opens a page, runs JavaScript in it, presses keys, takes pictures. For tests of pages."""

import asyncio
import base64
import contextlib
import json
import shutil
import subprocess
import time
from pathlib import Path


def chromium():
    """The command, or None where no Chromium is installed."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))), None)


class Browser:
    """One tab. `with Browser(folder) as browser: browser.open(path); browser.run("document.title")`."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.loop = asyncio.new_event_loop()
        self.number = 0
        self.events = []

    def __enter__(self):
        from tornado.websocket import websocket_connect

        profile = self.folder / "profile"
        self.process = subprocess.Popen(
            [
                chromium(), "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-extensions",
                "--disable-background-networking", "--disable-dev-shm-usage", "--remote-debugging-port=0", f"--user-data-dir={profile}",
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        found, end = profile / "DevToolsActivePort", time.monotonic() + 60
        while not (found.is_file() and found.read_text().count("\n")):
            assert time.monotonic() < end and self.process.poll() is None, "chromium did not start"
            time.sleep(0.05)
        port, path = found.read_text().split("\n")[:2]

        async def connected():
            return await websocket_connect(f"ws://127.0.0.1:{port}{path}", max_message_size=1 << 26)

        self.socket = self.loop.run_until_complete(connected())
        self.session = ""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        return self

    def __exit__(self, *failure):
        self.socket.close()
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        self.loop.close()

    def call(self, method, **parameters):
        """A command of the protocol; what happens meanwhile is kept in `events`."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters} | ({"sessionId": self.session} if self.session else {})
        self.loop.run_until_complete(self._write(json.dumps(message)))
        while True:
            answer = json.loads(self.loop.run_until_complete(asyncio.wait_for(self._read(), 60)))
            if answer.get("id") == self.number:
                assert "error" not in answer, answer
                return answer["result"]
            self.events.append(answer)

    async def _write(self, message):
        await self.socket.write_message(message)

    async def _read(self):
        return await self.socket.read_message()

    def open(self, path, width=1280, height=900):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.events.clear()
        self.call("Page.navigate", url=Path(path).as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.call("Runtime.evaluate", expression="1")
            time.sleep(0.02)

    def run(self, script):
        """The value of an expression, or of a body with `return`; promises are waited for. An error in the page is one here."""
        body = script if "return " in script else f"return ({script})"
        found = self.call("Runtime.evaluate", expression=f"(async () => {{ {body} }})()", awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"].get("exception", found["exceptionDetails"])
        return found["result"].get("value")

    def press(self, key, text=""):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, text=text if kind == "keyDown" else "",
                      windowsVirtualKeyCode={"Tab": 9, "Enter": 13, " ": 32}.get(key, 0))  # fmt: skip

    def type(self, text):
        self.call("Input.insertText", text=text)

    def picture(self, path, whole=False):
        shot = self.call("Page.captureScreenshot", captureBeyondViewport=whole)
        Path(path).write_bytes(base64.b64decode(shot["data"]))

    def wrong(self):
        """What the page complained of: exceptions, refused loads, console errors."""
        kinds = ("Runtime.exceptionThrown", "Log.entryAdded", "Network.loadingFailed")
        return [event["params"] for event in self.events if event["method"] in kinds]

    def requested(self):
        """Addresses that were asked for."""
        return [event["params"]["request"]["url"] for event in self.events if event["method"] == "Network.requestWillBeSent"]
