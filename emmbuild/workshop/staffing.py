"""Fills places with facilitators by backtracking; knows languages and sections, but no patterns and no words.

A *post* is a group in one or more break-outs. People are bits of an integer, a team is the bits of its people, so that
"these two share nobody" is one operation. Posts with the fewest teams left are filled first. No clock, no luck.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from emmbuild.workshop.model import Facilitator

NODES = 20_000  # after so many tries a search gives up
CHANGES = 12  # a rota with more changes than the fewest conceivable and these is not improved


@dataclass(frozen=True, slots=True)
class Post:
    """`sessions`: whoever has it is busy in these; `sections`: for each one somebody of the team must hold it;
    `people`: who may have it; `before`: who had it in an earlier rota."""

    group: str
    sessions: tuple[str, ...]
    langs: frozenset[str]
    sections: tuple[str, ...]
    people: tuple[Facilitator, ...]
    size: int
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """`fresh`: nobody has the same group twice; `unlike`: no team of two or more twice."""

    fresh: bool = True
    unlike: bool = True


def holds(one: Facilitator, section: str) -> bool:
    """Somebody for whom the recipe names no section may take any."""
    return not one.sections or not section or section in one.sections


def teams(post: Post) -> list[tuple[Facilitator, ...]]:
    """Every team that speaks the languages of the post and holds its sections, the most suitable first."""
    found = [
        team
        for team in combinations(post.people, post.size)
        if post.langs <= {code for one in team for code in one.langs}
        and all(any(holds(one, section) for one in team) for section in post.sections)
    ]
    return sorted(found, key=lambda team: _unsuited(team, post))


def _unsuited(team: Sequence[Facilitator], post: Post) -> tuple[int, int]:
    """Few who hold the sections; languages that this group has no use for and another one may need."""
    lacking = sum(not holds(one, section) for one in team for section in post.sections)
    return lacking, sum(len(set(one.langs) - post.langs) for one in team)


@dataclass(slots=True)
class _Search:
    posts: Sequence[Post]
    rules: Rules
    bits: dict[str, int]
    limit: int = 0
    nodes: int = 0
    load: dict[int, int] = field(default_factory=dict)

    def run(self, left: dict[int, list[int]], cost: dict[int, dict[int, int]], spent: int) -> dict[int, int] | None:
        """A team for every post in `left`, within the limit of changes; None where there is none."""
        if not left:
            return {}
        self.nodes += 1
        if self.nodes > NODES:
            return None
        at = min(left, key=lambda post: (len(left[post]), post))
        others = {post: teams for post, teams in left.items() if post != at}
        rank = {team: number for number, team in enumerate(left[at])}
        for team in sorted(left[at], key=lambda team: (cost[at][team], self._burden(team), rank[team])):
            price = spent + cost[at][team]
            narrowed = self._narrowed(at, team, others)
            if narrowed is None or price + sum(min(cost[p][t] for t in ts) for p, ts in narrowed.items()) > self.limit:
                continue
            self._carry(team, 1)
            rest = self.run(narrowed, cost, price)
            self._carry(team, -1)
            if rest is not None:
                return {at: team, **rest}
            if self.nodes > NODES:
                return None
        return None

    def _narrowed(self, at: int, team: int, others: dict[int, list[int]]) -> dict[int, list[int]] | None:
        mine = self.posts[at]
        found = {}
        for post, choices in others.items():
            other = self.posts[post]
            busy = not set(mine.sessions).isdisjoint(other.sessions)
            if busy or (self.rules.fresh and other.group == mine.group):
                choices = [choice for choice in choices if not choice & team]
            elif self.rules.unlike and team & (team - 1):
                choices = [choice for choice in choices if choice != team]
            if not choices:
                return None
            found[post] = choices
        return found

    def _burden(self, team: int) -> int:
        return sum(count for bit, count in self.load.items() if bit & team)

    def _carry(self, team: int, by: int) -> None:
        for bit in self.bits.values():
            if bit & team:
                self.load[bit] = self.load.get(bit, 0) + by


def fill(posts: Sequence[Post], rules: Rules) -> tuple[list[tuple[str, ...]] | None, bool]:
    """The people of each post, with as few changes from `before` as possible; and whether the answer is proven.

    None: there is no way; not proven, if the search was cut short.
    """
    if not _enough(posts):
        return None, True
    people = {one.id: one for post in posts for one in post.people}
    bits = {id: 1 << number for number, id in enumerate(people)}
    left = {at: [sum(bits[one.id] for one in team) for team in teams(post)] for at, post in enumerate(posts)}
    if not all(left.values()):
        return None, True
    cost = {at: {team: _changed(post, team, bits) for team in left[at]} for at, post in enumerate(posts)}
    least = sum(min(costs.values()) for costs in cost.values())
    most = sum(max(costs.values()) for costs in cost.values())
    search = _Search(posts, rules, bits, most)
    found = search.run(left, cost, 0)
    if found is None:
        return None, search.nodes <= NODES
    proven = True
    for limit in range(least, min(least + CHANGES, most)):
        search = _Search(posts, rules, bits, limit)
        fewer = search.run(left, cost, 0)
        if fewer is not None:
            found = fewer
            break
        proven = proven and search.nodes <= NODES
    return [tuple(id for id, bit in bits.items() if bit & found[at]) for at in range(len(posts))], proven


def _changed(post: Post, team: int, bits: dict[str, int]) -> int:
    """How many places of the post go to somebody else than before."""
    before = sum(bits.get(id, 0) for id in post.before)
    return post.size - (team & before).bit_count() if post.before else 0


def _enough(posts: Sequence[Post]) -> bool:
    """In each break-out there are as many people as places, and speakers of each language as posts that need one."""
    for session in {session for post in posts for session in post.sessions}:
        busy = [post for post in posts if session in post.sessions]
        people = {one.id: one for post in busy for one in post.people}.values()
        if len(people) < sum(post.size for post in busy):
            return False
        for code in {code for post in busy for code in post.langs}:
            if sum(code in one.langs for one in people) < sum(code in post.langs for post in busy):
                return False
    return True
