"""The threads that the records of a strategy state, and the nodes that they go through."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from canvas.domain.messages import N_, say, say_count
from canvas.domain.records import Record
from canvas.domain.story import Said
from canvas.domain.strategy import Strategy
from canvas.rules.decided import from_figures
from canvas.rules.thread_lines import Bundle, bundles
from canvas.rules.thread_loose import hang_loose
from canvas.rules.thread_nodes import Kind, Node
from canvas.rules.thread_places import Places
from canvas.steps.common import PurchaseStage
from canvas.steps.frame.expectations import Purpose
from canvas.steps.frame.settings import money
from canvas.steps.measure.learning import Learning
from canvas.steps.measure.readings import PostMetric, Reading
from canvas.steps.measure.series import course_of
from canvas.steps.networks.matrix import NetworkOption
from canvas.steps.objectives.indicators import Kpi
from canvas.steps.objectives.missions import AccountMission, Mission, MissionRank
from canvas.steps.objectives.objective import Objective
from canvas.steps.personas.persona import Persona, PersonaRank
from canvas.steps.personas.stages import JourneyStage, StageContent, StageQuestion
from canvas.steps.plan.content import ContentMission, ContentType
from canvas.steps.plan.rhythm import Cadence
from canvas.steps.resources.budget import AdLine, BudgetLine
from canvas.steps.resources.team import TeamMember
from canvas.steps.segments.segment import Segment, SegmentContent, SegmentNetwork
from canvas.steps.wording import figure, from_to, listed, shown

DECISIONS = 12
"""Decisions that have a node of their own; earlier ones share one."""

EXPENSES = 12
"""Expenses that have a node of their own; where there are more, each category has one."""

Keys = tuple[str, ...]
"""The nodes of a thread."""


@dataclass(slots=True)
class Woven:
    """The nodes of a strategy by their keys, and its threads with the lines on each."""

    nodes: dict[str, Node] = field(default_factory=dict)
    threads: Counter[Keys] = field(default_factory=Counter)


def weave(strategy: Strategy) -> Woven:
    """Return the nodes and the threads of a strategy."""
    return _Loom(strategy).weave()


class _Loom:
    def __init__(self, strategy: Strategy) -> None:
        self.strategy = strategy
        self.woven = Woven()
        self.places = Places(strategy)
        self.heads: dict[str, Keys] = {}  # by record id: its node, and all it exists because of
        self.at: dict[str, str] = {}  # by record id: its node
        self.decided: dict[str, list[str]] = defaultdict(list)  # by objective

    def weave(self) -> Woven:
        self._purpose()
        self._audience()
        self._networks()
        self._contents()
        self._means()
        self._readings()
        self._decisions()
        self._lines()
        hang_loose(self.woven.nodes, self.woven.threads)
        return self.woven

    def add(self, node: Node, *records: Record, because: Iterable[str] = ()) -> str:
        """Add a node, with the thread of what it exists because of."""
        known = self.woven.nodes.get(node.key)
        named = tuple((record.key, record.id) for record in records)
        if known is None:
            self.woven.nodes[node.key] = replace(node, records=named)
        else:
            self.woven.nodes[node.key] = replace(known, records=(*known.records, *named))
        head = (node.key, *because)
        for record in records:
            self.at[record.id] = node.key
            self.heads[record.id] = head
        self.thread(head)
        return node.key

    def thread(self, *parts: Iterable[str], lines: int = 0) -> None:
        """Add a thread through the nodes named, in whatever order they come."""
        keys = tuple(dict.fromkeys(key for part in parts for key in part if key))
        if keys:
            self.woven.threads[keys] += lines

    def head(self, record_id: str) -> Keys:
        return self.heads.get(record_id, ())

    def stage(self, stage: PurchaseStage | None, *records: Record) -> Keys:
        """Return the node of a purchase stage, made when it is first named."""
        if stage is None:
            return ()
        if not records and f"stage:{stage}" in self.woven.nodes:
            return (f"stage:{stage}",)
        order = str(list(PurchaseStage).index(stage))
        node = Node(f"stage:{stage}", Kind.STAGE, say(stage.label), dated=order)
        self.add(node, *records)
        return (node.key,)

    def _named(self, kind: Kind, record: Record, title: Said, note: Said = "") -> Node:
        return Node(f"{kind}:{record.id}", kind, title, note)

    def _purpose(self) -> None:
        strategy = self.strategy
        for purpose in strategy.of(Purpose):
            if purpose.purpose:
                self.add(
                    self._named(Kind.PURPOSE, purpose, shown(purpose.purpose), purpose.reason),
                    purpose,
                )
        for mission in strategy.of(Mission):
            if not mission.text:
                continue
            goals = [self.at[p] for p in mission.purposes if p in self.at]
            if mission.company_goal:
                key = f"goal:{mission.company_goal.strip().casefold()}"
                goals.insert(0, self.add(Node(key, Kind.GOAL, mission.company_goal), mission))
            node = self._named(Kind.MISSION, mission, mission.text, shown(mission.rank))
            leads = mission.rank is MissionRank.MAIN
            self.add(replace(node, leads=leads), mission, because=goals)
        for objective in strategy.of(Objective):
            if objective.title:
                way = from_to(objective.baseline, objective.target, objective.unit)
                node = self._named(Kind.OBJECTIVE, objective, objective.title, way)
                self.add(
                    replace(node, leads=objective.is_primary),
                    objective,
                    because=self.head(objective.mission),
                )
        for kpi in strategy.of(Kpi):
            if kpi.name:
                way = from_to(kpi.baseline, kpi.target, kpi.unit)
                self.add(
                    replace(self._named(Kind.KPI, kpi, kpi.name, way), leads=kpi.is_key),
                    kpi,
                    because=self.head(kpi.objective),
                )

    def _audience(self) -> None:
        strategy = self.strategy
        for persona in strategy.of(Persona):
            if persona.name:
                node = self._named(Kind.PERSONA, persona, persona.name, persona.job)
                self.add(replace(node, leads=persona.rank is PersonaRank.PRIMARY), persona)
        for segment in strategy.of(Segment):
            if segment.name:
                node = self._named(Kind.SEGMENT, segment, segment.name, shown(segment.temperature))
                faces = [self.at[p] for p in segment.personas if p in self.at]
                self.add(node, segment, because=(*self.head(segment.objective), *faces))
        told: list[JourneyStage | StageQuestion] = [
            *strategy.of(JourneyStage),
            *strategy.of(StageQuestion),
        ]
        for lived in told:
            self.thread(self.head(lived.persona), self.stage(lived.stage, lived))

    def _networks(self) -> None:
        strategy, places = self.strategy, self.places
        for node, records in places.nodes():
            self.add(node, *records)
        for mission in strategy.of(AccountMission):
            for place in places.of(mission.account, mission.network):
                self.thread(self.head(mission.mission), (place,))
        for option in strategy.of(NetworkOption):
            for place in places.of_option(option):
                for person in (*option.personas, *option.segments):
                    self.thread(self.head(person), (place,))
        for met in strategy.of(SegmentNetwork):
            for place in places.of("", met.network):
                self.thread(self.head(met.segment), (place,))

    def _contents(self) -> None:
        strategy, places = self.strategy, self.places
        for kind in strategy.of(ContentType):
            if kind.name:
                node = self._named(Kind.CONTENT, kind, kind.name, kind.cta)
                self.add(node, kind, because=self.stage(kind.stage))
        for planned in strategy.of(StageContent):
            if planned.content and planned.stage:
                self.thread(
                    self.head(planned.persona),
                    self.stage(planned.stage, planned),
                    places.of("", planned.network),
                    self._content(planned.content_type),
                )
        for wanted in strategy.of(SegmentContent):
            self.thread(self.head(wanted.segment), self._content(wanted.content_type))
        for mission in strategy.of(ContentMission):
            place = places.of(mission.account, None)
            made = [key for kind in mission.content_types for key in self._content(kind)]
            kpi = self.head(mission.kpi)
            reason = (*(self.head(mission.objective) or kpi), *kpi[:1])
            people = [key for persona in mission.personas for key in self.head(persona)]
            if place and (made or reason or people):
                self.thread(reason, people, place, made)
        for rhythm in strategy.of(Cadence):
            self.thread(places.of(rhythm.account, None), self._content(rhythm.content_type))

    def _content(self, content_type: str) -> Keys:
        """Return a content type's node, without the stage that it was made for."""
        return self.head(content_type)[:1]

    def _means(self) -> None:
        strategy = self.strategy
        for member in strategy.of(TeamMember):
            if member.name:
                hours: Said = (
                    say(N_("{hours} h a week"), hours=member.hours_week)
                    if member.hours_week is not None
                    else ""
                )
                key = self.add(self._named(Kind.MEMBER, member, member.name, hours), member)
                self.at[f"hours:{member.person}"] = key
        for node, record, objective in self._expenses():
            self.add(node, record, because=self.head(objective))

    def _expenses(self) -> Iterator[tuple[Node, Record, str]]:
        strategy = self.strategy
        lines = [line for line in strategy.of(BudgetLine) if line.label]
        ads = [ad for ad in strategy.of(AdLine) if ad.name]
        rows: list[tuple[BudgetLine | AdLine, Said, int]] = [
            *((line, shown(line.category), line.planned or 0) for line in lines),
            *((ad, shown(ad.platform), ad.budget or 0) for ad in ads),
        ]
        if len(rows) <= EXPENSES:
            for row, _, amount in rows:
                note = shown(money(strategy, amount)) if amount else ""
                yield self._named(Kind.MONEY, row, row.title, note), row, row.objective
            return
        groups: dict[tuple[str, bool], list[tuple[BudgetLine | AdLine, Said, int]]] = {}
        for row, called, amount in rows:
            held = row.objective in self.heads
            groups.setdefault((str(called), held), []).append((row, called, amount))
        for (called, held), found in groups.items():
            total = money(strategy, sum(amount for _, _, amount in found))
            title = found[0][1] or say(found[0][0].many)
            expenses = Kind.MONEY.counted(len(found))
            node = Node(
                f"money:{called}:{held}",
                Kind.MONEY,
                title,
                listed([shown(total), expenses]),
                count=len(found),
            )
            for row, _, _ in found:
                yield node, row, row.objective

    def _readings(self) -> None:
        """Add what was read: by indicator, by account, and what belongs to neither."""
        read: dict[str, list[Reading]] = defaultdict(list)
        seen: Counter[str] = Counter()
        loose: list[Reading] = []
        for reading in self.strategy.of(Reading):
            if reading.value is None:
                continue
            if reading.kpi in self.heads:
                read[reading.kpi].append(reading)
            elif reading.account and reading.metric:
                seen.update(self.places.of(reading.account, None))
            else:
                loose.append(reading)
        for metric in self.strategy.of(PostMetric):
            seen.update(self.places.of(metric.account, metric.network))
        for kpi in self.strategy.of(Kpi):
            if found := read.get(kpi.id):
                self._read(kpi, found)
        for place, count in seen.items():
            self._figures(place, count)
        if loose:
            said = say_count(
                "It belongs to no indicator.", "They belong to no indicator.", len(loose)
            )
            title = Kind.READING.counted(len(loose))
            node = Node("reading:", Kind.READING, title, count=len(loose), loose=said)
            self.add(node, *loose)

    def _read(self, kpi: Kpi, found: Sequence[Reading]) -> None:
        """Add the readings of an indicator as one node."""
        course = course_of(self.strategy, kpi)
        node = self._named(Kind.READING, kpi, kpi.name, figure(course.latest, kpi.unit))
        self.woven.nodes[node.key] = replace(
            node,
            records=tuple((reading.key, reading.id) for reading in found),
            count=len(found),
            leads=kpi.is_key,
        )
        self.thread((node.key,), self.head(kpi.id))
        self.at[f"reading:{kpi.id}"] = node.key

    def _figures(self, place: str, count: int) -> None:
        """Add what was counted on an account or a network."""
        key = f"figures:{place}"
        self.woven.nodes[key] = Node(
            key,
            Kind.FIGURES,
            self.woven.nodes[place].title,
            Kind.FIGURES.counted(count),
            records=((PostMetric.key, ""),),
            count=count,
        )
        self.thread((place, key))
        self.at[key] = key

    def _decisions(self) -> None:
        readings: dict[str, list[Keys]] = defaultdict(list)
        for kpi in self.strategy.of(Kpi):
            if key := self.at.get(f"reading:{kpi.id}"):
                readings[kpi.objective].append((*self.head(kpi.id), key))
        for number, one in enumerate(from_figures(self.strategy)):
            objective = getattr(one.record, "objective", "")
            if number < DECISIONS:
                order = f"{number:04}"
                named = self._named(Kind.DECISION, one.record, one.what, shown(one.when))
                node = replace(named, dated=order)
            else:
                title = say(N_("Earlier decisions"))
                node = Node("decision:earlier", Kind.DECISION, title, dated=f"{DECISIONS:04}")
            key = self.add(node, one.record, because=self.head(objective))
            self.woven.nodes[key] = replace(
                self.woven.nodes[key], count=len(self.woven.nodes[key].records)
            )
            if objective in self.heads:
                self.decided[objective].append(key)
            for way in readings.get(objective, ()):
                self.thread(way, (key,))

    def _lines(self) -> None:
        strategy = self.strategy
        learnt: dict[str, list[str]] = defaultdict(list)
        for lesson in strategy.of(Learning):
            if key := self.at.get(lesson.id):
                if lesson.post:
                    learnt[lesson.post].append(key)
                else:
                    self.thread(self.places.of("", lesson.network), (key,))
        called = {key: node.title for key, node in self.woven.nodes.items()}
        for bundle in bundles(strategy, self.places, self.heads, called):
            if bundle.node.key not in self.woven.nodes:
                self.woven.nodes[bundle.node.key] = bundle.node
            way = (*self._way_to(bundle), bundle.node.key, *self._way_from(bundle))
            self.thread(way, lines=len(bundle.posts))
            for post in bundle.posts if learnt else ():
                if post.id in learnt:
                    self.thread(way, learnt[post.id])

    def _way_to(self, bundle: Bundle) -> Keys:
        """Return all that a line exists because of: what it names, and the reasons of that."""
        post = bundle.posts[0]
        segment = self.strategy.linked(Segment, post.segment)
        kpi = self.head(post.kpi)
        reason = self.head(post.objective) or kpi
        people = self.head(post.persona)
        if segment is not None and self.head(segment.id):
            people = (*people, *self.head(segment.id)[:1])
            if not self.head(post.persona):
                people = (*people, *(self.at[p] for p in segment.personas if p in self.at))
            reason = reason or self.head(segment.objective)
        return (
            *reason,
            *kpi[:1],
            *people,
            *self.stage(post.stage),
            *bundle.place,
            *self._content(post.content_type),
        )

    def _way_from(self, bundle: Bundle) -> Keys:
        """Return what comes of a line: hours, figures, decisions."""
        post = bundle.posts[0]
        hours = self.at.get(f"hours:{post.author}") or self.at.get(f"hours:{post.publisher}")
        figures = [self.at.get(f"figures:{place}", "") for place in bundle.place]
        return (
            hours or "",
            self.at.get(f"reading:{post.kpi}", ""),
            *figures,
            *self.decided.get(post.objective, ()),
        )
