"""What missions and objectives say in the deck."""

from __future__ import annotations

from collections.abc import Iterator

from canvas.domain.messages import N_, Share, say, say_count
from canvas.domain.story import (
    Banner,
    Bullets,
    Cards,
    Cell,
    Column,
    Decision,
    Gap,
    Item,
    Panel,
    Piece,
    Said,
    Section,
    Slide,
    Table,
    Tone,
    in_detail,
)
from canvas.domain.strategy import Strategy
from canvas.steps.audit.accounts import Account
from canvas.steps.common import Quarter
from canvas.steps.objectives.indicators import IndicatorKind, Kpi
from canvas.steps.objectives.missions import (
    AccountMission,
    AccountRole,
    Brand,
    Mission,
    MissionRank,
)
from canvas.steps.objectives.objective import Objective
from canvas.steps.objectives.smart import smart_problems
from canvas.steps.objectives.story_agreement import agreement
from canvas.steps.objectives.themes import Theme
from canvas.steps.objectives.todos import main_mission, main_objective, missions, objectives
from canvas.steps.wording import from_to, listed, name_of, shorten, shown

STEP_KEY = "objectives"


def story(strategy: Strategy) -> Iterator[Piece]:
    """Missions, brand, objectives, indicators, themes, then what was agreed."""
    yield from _missions(strategy)
    yield from in_detail(_accounts(strategy))
    yield from in_detail(_brand(strategy))
    yield from _objectives(strategy)
    yield from in_detail(_indicators(strategy))
    yield from _themes(strategy)
    yield from in_detail(agreement(strategy))


def _missions(strategy: Strategy) -> Iterator[Piece]:
    main = main_mission(strategy)
    if main is None:
        yield Gap(
            say(N_("The main mission")),
            say(N_("Without it, every post can be defended and none can be refused.")),
            step=STEP_KEY,
        )
        return
    secondary = [m for m in missions(strategy) if m.rank is not MissionRank.MAIN]
    panels = [Panel(say(N_("Secondary mission")), _mission_items(mission)) for mission in secondary]
    if main.detail or main.brand_fit:
        panels.insert(
            0,
            Panel(
                say(N_("In detail")),
                [Item(text) for text in (main.detail, main.brand_fit) if text],
                Tone.ACCENT,
            ),
        )
    yield Slide(
        Section.AMBITION,
        say(N_("The mission: {mission}"), mission=shorten(main.text, 90)),
        Banner(main.text, panels),
        source=say(N_("Company goal served: {goal}"), goal=main.company_goal)
        if main.company_goal
        else "",
        notes=[
            say(N_("Read the mission aloud, then ask who could not work with it.")),
            say(N_("Every later choice is checked against this sentence.")),
        ],
        step=STEP_KEY,
    )
    yield Decision(
        say(N_("Approve the mission “{mission}”"), mission=shorten(main.text, 90)),
        say(N_("Everything that follows is built on it.")),
        step=STEP_KEY,
    )


def _mission_items(mission: Mission) -> list[Item]:
    detail: Said = (
        say(N_("Company goal served: {goal}"), goal=mission.company_goal)
        if mission.company_goal
        else mission.detail
    )
    return [Item(mission.text, detail)]


def _accounts(strategy: Strategy) -> Iterator[Piece]:
    order = list(AccountRole)
    found = sorted(
        (mission for mission in strategy.of(AccountMission) if mission.text),
        key=lambda mission: order.index(mission.role) if mission.role else len(order),
    )
    if not found:
        yield Gap(
            say(N_("The mission of each account")),
            say(N_("Without it, the same post goes everywhere and fits nowhere.")),
            step=STEP_KEY,
        )
        return
    main = [mission for mission in found if mission.role is AccountRole.MAIN]
    others = len(found) - len(main)
    leading = _short_account_label(strategy, main[0]) if main else ""
    if leading and others:
        title = say_count(
            "{main} carries most of the effort; {n} other account gets less",
            "{main} carries most of the effort; {n} other accounts get less",
            others,
            main=leading,
        )
    else:
        title = say_count(
            "{n} account, and one clear mission for it",
            "{n} accounts, and one clear mission for each",
            len(found),
        )
    yield Slide(
        Section.AMBITION,
        title,
        Table(
            [
                Column(say(N_("Account")), 1.2),
                Column(say(N_("Mission of the account")), 3),
                Column(say(N_("Role of the account")), 1),
                Column(say(N_("Part of the effort")), 0.8, figures=True),
            ],
            [
                [
                    Cell(
                        _account_label(strategy, mission), strong=mission.role is AccountRole.MAIN
                    ),
                    mission.text,
                    shown(mission.role),
                    Cell(_percent(mission.effort_share), heat=mission.effort_share),
                ]
                for mission in found
            ],
        ),
        notes=[say(N_("A defensive account keeps the name reserved and little else."))],
        step=STEP_KEY,
    )


def _brand(strategy: Strategy) -> Iterator[Piece]:
    brand = strategy.one(Brand)
    panels = [
        Panel(heading, [Item(text) for text in texts if text])
        for heading, texts in (
            (say(N_("Tone in a few words")), brand.tone_words),
            (
                say(N_("Look")),
                (
                    listed((brand.main_color, brand.second_color, brand.accent_color)),
                    listed(brand.fonts),
                    brand.picture_style,
                ),
            ),
            (say(N_("Tagline")), (brand.tagline,)),
        )
        if any(texts)
    ]
    if not brand.image_to_convey or not panels:
        return
    yield Slide(
        Section.AMBITION,
        say(N_("The image to convey: {image}"), image=shorten(brand.image_to_convey, 80)),
        Banner(brand.image_to_convey, panels),
        step=STEP_KEY,
    )


def _objectives(strategy: Strategy) -> Iterator[Piece]:
    found = objectives(strategy)
    if not found:
        yield Gap(
            say(N_("SMART objectives")),
            say(N_("Without them, nobody can tell in six months whether it worked.")),
            step=STEP_KEY,
        )
        return
    main = main_objective(strategy)
    if main is None:
        title = say_count(
            "{n} objective, and it is not yet the main one",
            "{n} objectives, and none of them alone comes first yet",
            len(found),
        )
    else:
        title = say_count(
            "{n} objective, measured and dated: {objective}",
            "{n} objectives, and one comes first: {objective}",
            len(found),
            objective=shorten(main.title, 70),
        )
    incomplete = [objective for objective in found if smart_problems(objective)]
    notes: list[Said] = [say(N_("The main objective stands first; the others give way to it."))]
    notes.extend(problem for objective in incomplete for problem in smart_problems(objective))
    yield Slide(
        Section.AMBITION,
        title,
        Table(
            [
                Column(say(N_("Objective")), 2.6),
                Column(say(N_("From … to …")), 1.4, figures=True),
                Column(say(N_("Due date")), 1),
                Column(say(N_("Means needed")), 2),
                Column(say(N_("Owner")), 1),
            ],
            [_objective_row(strategy, objective) for objective in found],
        ),
        source=_baseline_source(found),
        notes=notes,
        step=STEP_KEY,
    )
    if main is not None:
        yield Decision(
            say(N_("Adopt the main objective “{objective}”"), objective=shorten(main.title, 90)),
            main.realistic,
            step=STEP_KEY,
        )


def _objective_row(strategy: Strategy, objective: Objective) -> list[Said | Cell]:
    hours: Said = (
        say(N_("{hours} h/week"), hours=objective.hours_week) if objective.hours_week else ""
    )
    return [
        Cell(
            objective.title,
            Tone.ACCENT if objective.is_primary else Tone.NEUTRAL,
            strong=objective.is_primary,
        ),
        from_to(objective.baseline, objective.target, objective.unit),
        shown(objective.due),
        listed((*objective.means, hours)),
        name_of(strategy, objective.owner),
    ]


def _baseline_source(found: list[Objective]) -> Said:
    dates = [objective.baseline_date for objective in found if objective.baseline_date]
    return say(N_("Starting values read up to {date}."), date=max(dates)) if dates else ""


def _indicators(strategy: Strategy) -> Iterator[Piece]:
    found = [kpi for kpi in strategy.of(Kpi) if kpi.name]
    if not found:
        yield Gap(
            say(N_("Indicators")),
            say(N_("Without them, opinions stand in for results.")),
            step=STEP_KEY,
        )
        return
    found.sort(key=lambda kpi: (not kpi.is_key, kpi.kind is IndicatorKind.VANITY))
    key = [kpi for kpi in found if kpi.is_key]
    title = (
        say_count(
            "{n} key indicator opens each report: {names}",
            "{n} key indicators open each report: {names}",
            len(key),
            names=[shorten(kpi.name, 70 // len(key)) for kpi in key],
        )
        if key
        else say_count(
            "{n} indicator is followed, and it is not a key one yet",
            "{n} indicators are followed, and none is a key one yet",
            len(found),
        )
    )
    vanity = sum(kpi.kind is IndicatorKind.VANITY for kpi in found)
    notes: list[Said] = [say(N_("Key indicators stand first, figures that only flatter last."))]
    if vanity:
        notes.append(
            say_count(
                "{n} figure only flatters: keep it for the record, decide nothing on it.",
                "{n} figures only flatter: keep them for the record, decide nothing on them.",
                vanity,
            )
        )
    yield Slide(
        Section.AMBITION,
        title,
        Table(
            [
                Column(say(N_("Indicator")), 2.2),
                Column(say(N_("Objective")), 2),
                Column(say(N_("Worth of the figure")), 1.1),
                Column(say(N_("From … to …")), 1.2, figures=True),
                Column(say(N_("Source of the figure")), 1.4),
                Column(say(N_("Measured how often")), 1),
            ],
            [
                [
                    Cell(kpi.name, strong=kpi.is_key),
                    name_of(strategy, kpi.objective),
                    Cell(
                        shown(kpi.kind),
                        Tone.WATCH if kpi.kind is IndicatorKind.VANITY else Tone.NEUTRAL,
                    ),
                    from_to(kpi.baseline, kpi.target, kpi.unit),
                    kpi.source,
                    shown(kpi.frequency),
                ]
                for kpi in found
            ],
        ),
        notes=notes,
        step=STEP_KEY,
    )


def _themes(strategy: Strategy) -> Iterator[Piece]:
    found = [theme for theme in strategy.of(Theme) if theme.title]
    if not found:
        yield Gap(
            say(N_("The theme of each quarter")),
            say(N_("Without it, the year has no high points and the team runs out of ideas.")),
            step=STEP_KEY,
        )
        return
    order: list[Quarter | None] = [*Quarter, None]
    found.sort(key=lambda theme: order.index(theme.quarter))
    panels = [
        Panel(
            shown(quarter) or say(N_("Date to be chosen")),
            [item for theme in found if theme.quarter is quarter for item in _theme_items(theme)],
        )
        for quarter in order
        if any(theme.quarter is quarter for theme in found)
    ]
    named = found[:4]
    yield Slide(
        Section.AMBITION,
        say(
            N_("The themes of the year: {themes}"),
            themes=[shorten(theme.title, 80 // len(named)) for theme in named],
        ),
        Cards(panels) if len(panels) > 1 else Bullets(panels),
        notes=[say(N_("One theme a quarter: each is told on all networks together."))],
        step=STEP_KEY,
    )


def _theme_items(theme: Theme) -> list[Item]:
    items = [Item(theme.title, theme.message)]
    if theme.product:
        items.append(Item(theme.product))
    if theme.networks:
        items.append(Item(say("{networks}", networks=theme.networks)))
    return items


def _short_account_label(strategy: Strategy, mission: AccountMission) -> Said:
    account = strategy.linked(Account, mission.account)
    return shorten(account.handle, 40) if account else shown(mission.network)


def _account_label(strategy: Strategy, mission: AccountMission) -> Said:
    account = strategy.linked(Account, mission.account)
    if account is None:
        return shown(mission.network)
    return listed((account.handle, shown(account.network)))


def _percent(ratio: float | None) -> Said:
    return "" if ratio is None else shown(Share(ratio))
