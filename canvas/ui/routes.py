"""What the app answers besides its pages: health, and what moved; and what it forbids."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import re
import signal
from collections.abc import AsyncIterator
from functools import lru_cache
from pathlib import Path

import streamlit
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from canvas.domain.errors import CanvasError
from canvas.services import StoreError
from canvas.ui.state import person, strategies, translator

LOOK_EVERY = 0.4
"""Seconds between two looks at a strategy's revision; each is one indexed read."""

PING_EVERY = 15
"""Seconds between two signs of life, so that a closed tab is noticed."""


def _stopping() -> bool:
    """Return whether the server was asked to stop: it waits for open streams, for ever."""
    handler = signal.getsignal(signal.SIGTERM)
    return bool(getattr(getattr(handler, "__self__", None), "should_exit", False))


async def _revision(strategy_id: str) -> int:
    """Return the revision; a locked store keeps one thread waiting, not all sessions."""
    return await asyncio.to_thread(lambda: strategies().revision(strategy_id, person()))


async def live(request: Request) -> Response:
    """Push the strategy's revision each time it moves, as server-sent events."""
    strategy_id = request.path_params["strategy"]
    try:
        revision = await _revision(strategy_id)
    except StoreError:
        return Response(status_code=503)
    except CanvasError:
        return Response(status_code=404)

    async def events() -> AsyncIterator[str]:
        last = revision
        silent = 0.0
        yield f"data: {last}\n\n"
        while not _stopping():
            await asyncio.sleep(LOOK_EVERY)
            silent += LOOK_EVERY
            try:
                now = await _revision(strategy_id)
            except StoreError:
                now = last  # locked, perhaps: the page says why when it is used
            except CanvasError:
                return
            if now != last:
                last, silent = now, 0.0
                yield f"data: {last}\n\n"
            elif silent >= PING_EVERY:
                silent = 0.0
                yield ": still here\n\n"

    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return StreamingResponse(events(), media_type="text/event-stream", headers=headers)


async def health(_: Request) -> Response:
    """Say whether the store answers."""
    try:
        strategies()
    except CanvasError as error:
        return JSONResponse({"ok": False, "why": str(error)}, status_code=503)
    return JSONResponse({"ok": True})


async def agenda(request: Request) -> Response:
    """Send the calendar to whoever has its secret address, in the strategy's language."""

    def build() -> bytes:
        from canvas.services import outgoing
        from canvas.steps.frame.settings import Settings

        strategy = outgoing.subscribed(strategies(), request.path_params["token"])
        language = str(strategy.one(Settings).language or "fr")
        return outgoing.agenda(strategy, translator(language))

    try:
        content = await asyncio.to_thread(build)
    except StoreError:
        return Response(status_code=503)
    except CanvasError:
        return Response(status_code=404)
    return Response(
        content,
        media_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "private, max-age=300"},
    )


async def favicon(_: Request) -> Response:
    """Send the tab's picture in the place of Streamlit's.

    Given to `st.set_page_config` it would have NumPy and Pillow loaded for the first page.
    """
    return FileResponse(Path(__file__).with_name("icon.png"))


@lru_cache
def content_security_policy() -> str:
    """Return the policy: nothing from elsewhere, no script but Streamlit's and ours.

    Streamlit's page holds inline scripts, allowed by their digests; its charts need
    `unsafe-eval`, and its inline components are modules from `blob:` addresses.
    """
    index = Path(streamlit.__file__).parent / "static" / "index.html"
    scripts = re.findall(r"<script>(.*?)</script>", index.read_text("utf-8"), re.DOTALL)
    digests = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in scripts
    )
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' 'unsafe-eval' blob: {digests}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "frame-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


PRIVATE = ("/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent/")
"""Streamlit's own routes that tell too much; they answer as if they were not there."""

FOREVER = b"public, max-age=31536000, immutable"


class Harden:
    """Add security headers, close private routes, keep component assets in caches."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = [
            (b"content-security-policy", content_security_policy().encode()),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"no-referrer"),
            (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
            (b"cross-origin-opener-policy", b"same-origin"),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path.startswith(PRIVATE):
            await Response(status_code=404)(scope, receive, send)
            return
        # Components' file names carry their digest; Streamlit sends them without a date.
        lasting = path.startswith("/component/") and "/static/" in path

        async def send_hardened(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [*message["headers"], *self.headers]
                if lasting:
                    headers = [h for h in headers if h[0].lower() != b"cache-control"]
                    headers.append((b"cache-control", FOREVER))
                message["headers"] = headers
            await send(message)

        await self.app(scope, receive, send_hardened)


ROUTES = [
    Route("/live/{strategy}", live),
    Route("/calendar/{token}.ics", agenda),
    Route("/health", health),
    Route("/favicon.png", favicon),
]

MIDDLEWARE = [Middleware(Harden)]
