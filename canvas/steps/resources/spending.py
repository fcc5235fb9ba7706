"""The budget added up (C131, C132)."""

from __future__ import annotations

from dataclasses import dataclass

from canvas.domain.strategy import Strategy
from canvas.steps.resources.budget import AdLine, BudgetCategory, BudgetLine


@dataclass(frozen=True, slots=True)
class Spending:
    """What one category costs, in minor units.

    Attributes:
        category: What it is spent on; None for lines without a category.
        planned: What one counts on paying.
        spent: What was paid.
    """

    category: BudgetCategory | None
    planned: int
    spent: int


def by_category(strategy: Strategy) -> list[Spending]:
    """Return the budget by category, the dearest first; ad campaigns are advertising."""
    planned: dict[BudgetCategory | None, int] = {}
    spent: dict[BudgetCategory | None, int] = {}

    def add(category: BudgetCategory | None, plan: int | None, paid: int | None) -> None:
        planned[category] = planned.get(category, 0) + (plan or 0)
        spent[category] = spent.get(category, 0) + (paid or 0)

    for line in strategy.of(BudgetLine):
        add(line.category, line.planned, line.spent)
    for ad in strategy.of(AdLine):
        add(BudgetCategory.ADS, ad.budget, ad.spent)
    found = [Spending(c, planned[c], spent[c]) for c in planned if planned[c] or spent[c]]
    return sorted(found, key=lambda s: -s.planned)
