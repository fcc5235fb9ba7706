"""The network matrix: what drives its grid, its cards on a phone, what can be added to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from canvas.domain.messages import N_
from canvas.domain.records import Record, write_record
from canvas.domain.strategy import Strategy
from canvas.i18n import Translator
from canvas.palette import ACCENT, GROUND, PANEL, RULE, TEXT, TONES
from canvas.steps.common import Network
from canvas.steps.networks.matrix import MAX_SCORE, Criterion, NetworkOption, NetworkScore, Role
from canvas.steps.networks.suggested import CRITERIA
from canvas.ui.components.assets import component
from canvas.ui.uses import WORDS as USE_WORDS
from canvas.ui.uses import uses_data

SCRIPTS = (
    "shared/outbox.js",
    "shared/controls.js",
    "shared/leaving.js",
    "scores/model.js",
    "scores/grid.js",
    "scores/cards.js",
    "scores/scores.js",
)

WORDS = {
    "matrix": N_("Networks compared"),
    "network": N_("Network"),
    "total": N_("Total"),
    "rank": N_("Rank"),
    "weight": N_("Weight, 1 to 5"),
    "remove": N_("Remove"),
    "remove_one": N_("Remove “{name}”"),
    "removed": N_("Deleted; undo brings it back."),
    "added": N_("“{name}” is added."),
    "add_network": N_("Add a network…"),
    "another": N_("Another network…"),
    "another_name": N_("Its name, Enter to add it"),
    "add_criterion": N_("Add a criterion, Enter to add it"),
    "start": N_("Start from these criteria"),
    "how": N_(
        "Type 0 to 3 in a cell, or click it again to raise it. Tab goes on, Enter goes down, "
        "Delete empties."
    ),
    "example": N_(
        "This is what it will look like: add a network and a criterion, then give scores from "
        "0 to 3."
    ),
    "score_range": N_("A score goes from 0 to 3."),
    "weight_range": N_("A weight goes from 1 to 5."),
    "scored": N_("{network}, {criterion}: {score}. Total: {total}."),
    "weighs": N_("{criterion} counts {weight} times."),
    "missing": N_("Scores missing: {n}"),
    "place": N_("No. {rank}"),
    "keep_mine": N_("Keep mine"),
    "take_theirs": N_("Take theirs"),
    "give_up": N_("Let it go"),
}

_EXAMPLE = (
    (Network.INSTAGRAM, (3, 3, 2, 2), 0.85),
    (Network.FACEBOOK, (2, 2, 2, 1), 0.6),
    (Network.LINKEDIN, (1, 2, 1, 2), 0.48),
)
"""Networks, scores and totals of the grey example in an empty matrix."""

MAX_WEIGHT = 5
"""The most that a criterion can count."""


def scores(strategy: Strategy, tr: Translator, *, key: str, theme: str, grid: str) -> None:
    """Mount what drives the matrix.

    Args:
        strategy: Where networks, criteria and scores are.
        tr: The reader's language.
        key: Its key.
        theme: "light" or "dark".
        grid: Key of the grid that it drives, "" for cards alone.
    """
    mount = component("scores", '<div class="scores"></div>', SCRIPTS, ("shared/leaving.css",))
    mount(
        key=key,
        data={
            "strategy": strategy.id,
            "revision": strategy.revision,
            "language": tr.language,
            "grid": grid,
            "max": MAX_SCORE,
            "max_weight": MAX_WEIGHT,
            "records": records(strategy),
            "uses": uses_data(
                (*strategy.of(NetworkOption), *strategy.of(Criterion)),
                strategy,
                tr,
                apart=(NetworkScore,),
            ),
            "next": {
                record_type.key: strategy.next_position(record_type)
                for record_type in (NetworkOption, Criterion, NetworkScore)
            },
            "networks": [{"code": str(n), "label": tr.label(n)} for n in Network],
            "suggestions": [
                {"name": tr(name), "weight": weight, "question": tr(question)}
                for name, weight, question in CRITERIA
            ],
            "example": [
                {"network": tr.label(network), "scores": given, "total": total}
                for network, given, total in _EXAMPLE
            ],
            "colours": colours(theme),
            "words": _words(tr),
        },
    )


def _words(tr: Translator) -> dict[str, Any]:
    found: dict[str, Any] = {
        name: tr.unfilled(text) for name, text in {**USE_WORDS, **WORDS}.items()
    }
    found["colon"] = "\u00a0:" if tr.language == "fr" else ":"
    found["roles"] = {str(role): tr.label(role) for role in Role}
    return found


def records(strategy: Strategy) -> dict[str, list[dict[str, Any]]]:
    """Return the records of the matrix as its script reads them.

    Scores whose network or criterion was deleted stay out: nobody can see them.
    """
    options = {option.id for option in strategy.of(NetworkOption)}
    criteria = {criterion.id for criterion in strategy.of(Criterion)}
    found = [
        score
        for score in strategy.of(NetworkScore)
        if score.option in options and score.criterion in criteria
    ]
    return {
        NetworkOption.key: _raw(strategy.of(NetworkOption), ("network", "name", "role")),
        Criterion.key: _raw(strategy.of(Criterion), ("name", "weight", "question")),
        NetworkScore.key: _raw(found, ("option", "criterion", "score")),
    }


def _raw(found: Iterable[Record], names: Sequence[str]) -> list[dict[str, Any]]:
    rows = []
    for record in found:
        raw = write_record(record)
        fields = {name: raw.get(name) for name in names}
        rows.append({"id": record.id, "position": record.position, **fields})
    return rows


def colours(theme: str) -> Mapping[str, Any]:
    """Return the matrix's colours on a light or a dark ground.

    `heat` holds a ground and an ink for each score; the figure stands in each cell, so
    that the colour never says anything alone.
    """
    ground, accent = GROUND.on(theme), ACCENT.on(theme)
    steps = [PANEL.on(theme), *(_mix(ground, accent, share) for share in _HEAT[theme])]
    inks = (TEXT.on(theme), ground)
    return {
        "ground": ground,
        "panel": PANEL.on(theme),
        "rule": RULE.on(theme),
        "text": TEXT.on(theme),
        "quiet": TONES["neutral"].on(theme),
        "bar": _mix(ground, accent, 0.22),
        "heat": [(step, max(inks, key=lambda ink: contrast(ink, step))) for step in steps],
    }


_HEAT = {"light": (0.2, 0.45, 1.0), "dark": (0.2, 0.42, 1.0)}
"""How much accent a score of 1, 2 and 3 has in its ground."""


def _mix(ground: str, colour: str, share: float) -> str:
    pairs = zip(_channels(ground), _channels(colour), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * share):02X}" for low, high in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def contrast(ink: str, ground: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 reckons it, 1 to 21."""
    lights = sorted(_luminance(colour) for colour in (ink, ground))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: str) -> float:
    parts = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
