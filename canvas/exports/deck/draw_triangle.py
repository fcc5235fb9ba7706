"""Three weights as a point in a triangle: the nearer a corner, the more it counts."""

from __future__ import annotations

from collections.abc import Sequence

from canvas.domain.messages import N_
from canvas.domain.story import Triangle
from canvas.exports.deck.context import BODY_SIZES, GAP, Plan, Request
from canvas.exports.deck.draw_lists import groups, listings_of
from canvas.exports.deck.fragments import Box
from canvas.exports.deck.page import Page
from canvas.exports.deck.panels import Listing, cells, draw_panels, shrunk, spread
from canvas.exports.deck.plans import plan
from canvas.exports.deck.theme import ACCENT, INK, PANEL, RULE
from canvas.exports.deck.typeset import Para, Run, cut, fit, height

_ALT = N_("Triangle of three weights: {corners}.")
_CORNER = N_("{corner} {share}")
_LABEL = 44.0
_PANELS_A_SLIDE = 3
_DOT = 22.0


@plan.register
def _(block: Triangle, request: Request) -> Plan:
    context, area = request.context, request.area
    left, right = area.columns((5, 6), 32) if block.panels else (area, area)
    total = sum(max(weight, 0.0) for weight in block.weights)
    weights = [max(weight, 0.0) / total if total else 1 / 3 for weight in block.weights]
    shares = [context.tr.share(weight, 0) if total else "–" for weight in weights]
    names = [context.line(corner) for corner in block.corners]
    alt = context.own(
        _ALT,
        corners=", ".join(
            context.own(_CORNER, corner=name, share=share)
            for name, share in zip(names, shares, strict=True)
        ),
    )
    drawn = _Triangle(left, weights, names, shares)

    def draw(page: Page) -> None:
        drawn.draw(page, alt, context.palette.accent_text)

    def draw_both(page: Page, found: Sequence[Listing], boxes: Sequence[Box], size: float) -> None:
        draw(page)
        draw_panels(page, found, shrunk(boxes, found, size, right), size)

    if not block.panels:
        return Plan([draw], drawn.hidden)
    whole = Plan(hidden=drawn.hidden)
    for panels in groups(block.panels, _PANELS_A_SLIDE):
        whole = whole.then(
            spread(
                listings_of(panels, context), lambda count: cells(right, 1, count, GAP),
                request, draw_both, sizes=BODY_SIZES,
            )
        )  # fmt: skip
    return whole


class _Triangle:
    """The triangle, measured."""

    def __init__(
        self, area: Box, weights: Sequence[float], names: Sequence[str], shares: Sequence[str]
    ) -> None:
        self.weights = weights
        side = min(area.w * 0.72, (area.h - 2 * _LABEL - 2 * _DOT) / 0.8660)
        middle = area.x + area.w / 2
        top = area.y + (area.h - side * 0.8660 - 2 * _LABEL) / 2 + _LABEL
        base = top + side * 0.8660
        self.box = Box(middle - side / 2, top, side, base - top)
        self.corners = [(middle, top), (middle - side / 2, base), (middle + side / 2, base)]
        room = min(area.w / 2 - 8, 220.0)
        lefts = [middle - room / 2, max(middle - side / 2 - room / 2, area.x),
                 min(middle + side / 2 - room / 2, area.x + area.w - room)]  # fmt: skip
        tops = [top - _LABEL - _DOT / 2, base + _DOT / 2, base + _DOT / 2]
        self.labels = [Box(x, y, room, _LABEL) for x, y in zip(lefts, tops, strict=True)]
        paras = [
            [
                Para((Run(share, bold=True, scale=1.25, colour="?"),), align="ctr"),
                Para((Run(name, bold=True, colour=INK),), align="ctr"),
            ]
            for name, share in zip(names, shares, strict=True)
        ]
        self.size = fit([(para, room, _LABEL) for para in paras], (15, 14, 13, 12, 11, 10)) or 10
        self.hidden: list[str] = []
        self.paras: list[list[Para]] = []
        for share, name in paras:
            short = cut(name, 1, room, self.size)
            if height([share, name], room, self.size) <= _LABEL:
                short = name
            if short != name:
                self.hidden.append(name.text)
            self.paras.append([share, short])

    def draw(self, page: Page, alt: str, accent: str) -> None:
        """Draw it: ground, a line to each corner, the point, the labels."""
        page.shape(self.box, PANEL, outline=RULE, geometry="triangle", alt=alt)
        x = sum(w * corner[0] for w, corner in zip(self.weights, self.corners, strict=True))
        y = sum(w * corner[1] for w, corner in zip(self.weights, self.corners, strict=True))
        for weight, corner in zip(self.weights, self.corners, strict=True):
            page.stroke(
                (x, y), corner, ACCENT, 0.75 + 3 * weight, "" if weight >= 0.2 else "sysDash"
            )
        page.shape(Box(x - _DOT / 2, y - _DOT / 2, _DOT, _DOT), ACCENT, geometry="ellipse")
        for box, (share, name), top in zip(
            self.labels, self.paras, (True, False, False), strict=True
        ):
            coloured = Para((Run(share.text, bold=True, scale=1.25, colour=accent),), align="ctr")
            page.text(box, [coloured, name], self.size, anchor="b" if top else "t")
