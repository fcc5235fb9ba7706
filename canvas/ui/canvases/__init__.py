"""The canvases: ways to see a step's records as a whole.  None keeps data of its own."""

from __future__ import annotations

from collections.abc import Mapping

from canvas.ui.canvases import (
    actions,
    budget_months,
    calendar,
    committee,
    competitor_sheet,
    competitors,
    conduct,
    importing,
    influencers,
    load,
    means,
    measure,
    mix,
    month_entry,
    networks,
    newsjacking,
    personas,
    rhythm,
    segments,
    swot,
    timeline,
    tradeoff,
)
from canvas.ui.canvases.parts import Draw, Part

CANVASES: dict[str, Draw] = {
    "swot": swot.grid,
    "crossing": swot.crossings,
    "ladder": segments.priorities,
    "six_groups": segments.groups,
    "against_us": competitors.against_us,
    "best_in_class_matrix": competitors.best_in_class,
    "competitor_sheets": competitor_sheet.sheets,
    "persona_cards": personas.portraits,
    "content_matrix": personas.contents,
    "roles": conduct.roles,
    "charter": conduct.charter,
    "crisis": conduct.crisis,
    "influencers": influencers.ranking,
    "networks": networks.networks,
    "figures_import": importing.importing,
    "calendar": calendar.calendar,
    "fill": rhythm.fill,
    "action_board": actions.action_board,
    "timeline": timeline.timeline,
    "committee": committee.committee,
    "balance": tradeoff.balance,
    "load": load.hours,
    "budget_months": budget_months.budget_months,
    "means": means.means,
    "mix": mix.mix,
    "newsjacking": newsjacking.newsjacking,
    "dashboard": measure.overview,
    "month_entry": month_entry.month_entry,
}
"""What draws each canvas, by the key that its step declares."""

PARTS: dict[str, Mapping[str, Part]] = {
    "swot": swot.PARTS,
    "crossing": swot.CROSSING_PARTS,
    "persona_cards": personas.SECTION_PARTS,
    "content_matrix": personas.STAGE_PARTS,
    "crisis": conduct.CRISIS_PARTS,
    "networks": networks.PARTS,
    "calendar": calendar.PARTS,
    "fill": rhythm.PARTS,
    "action_board": actions.BOARD_PARTS,
    "balance": tradeoff.PARTS,
    "load": load.PARTS,
    "budget_months": budget_months.PARTS,
    "mix": mix.PARTS,
    "dashboard": measure.PARTS,
}
"""Parts that are projected one by one after the whole, by the canvas's key."""
