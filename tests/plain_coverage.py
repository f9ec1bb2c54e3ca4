"""Who covers whom, worked out as plainly as the page on coverage says it, and as slowly."""

import datetime as dt
import math

from orgmodel import Assignment, Between, Position, Territory, Where
from orgmodel.model import STANDARD_TYPES, Leave, TerritoryType, holds
from orgmodel.roles import STANDARD_ROLES

HUNTERS = {role.id for role in STANDARD_ROLES if role.wins_new_business}


class Plain:
    """One customer of one organisation on one day; ids stand for everything."""

    def __init__(self, org, customer, day):
        self.org, self.customer = org, customer
        self.posts = {post.id: post for post in org.all(Position)}
        self.places = {place.id: place for place in org.all(Territory)}
        self.types = {t.id: t for t in (*STANDARD_TYPES, *org.all(TerritoryType))}
        self.team = self._team(day)
        self.leaves = [leave for leave in org.all(Leave) if leave.on(day)]

    def _team(self, day):
        """Return role, position and standing of all who are named, the first first."""
        own = [("owner", self.customer.managed_by), ("deputy", self.customer.deputy)]
        found = [(role, post, (False, True, 0)) for role, post in own if post in self.posts]
        for part in self.org.all(Assignment):
            begun = part.since is None or part.since <= day
            if part.customer == self.customer.id and begun and (not part.until or day < part.until):
                standing = (part.temporary, False, part.share or 0)
                found.append((part.role, part.position, standing))
        return sorted(found, key=lambda m: ([-value for value in m[2]], m[1]))

    def candidates(self, winners):
        """Return how, territory or post, posts and verdict, in order."""
        named = [t for t in dict.fromkeys(self.customer.territories) if t in self.places]
        values = self.customer.values()
        ruled = [
            t.id for t in self.places.values() if t.where is not None and holds(t.where, values)
        ]
        found = [self._place("named territory", t, 2) for t in named]
        found += [self._place("territory rule", t, 1) for t in ruled if t not in named]
        found.sort(key=lambda way: way[2])
        found.sort(key=lambda way: way[0], reverse=True)
        owners = dict.fromkeys(post for role, post, _ in self.team if role == "owner")
        found = [(None, "named account", post, [post]) for post in owners] + found
        left, judged = winners, []
        for _, how, what, posts in found:
            verdict = self._barred(how, what, posts)
            if verdict is None:
                verdict = "wins" if left > 0 else "comes later"
                left -= 1
            judged.append((how, what, posts, verdict))
        return judged

    def _place(self, how, territory, order):
        place = self.places[territory]
        kind = self.types.get(place.type)
        rank = kind.rank if kind else math.inf
        specific = self._specific(place) if how == "territory rule" else (0, 0, 0, [])
        key = (order, -rank, len(self._around(territory)), *specific)
        hunted = self.customer.status == "prospect" and not (kind and kind.overlay)
        return key, how, territory, self._serving(territory, hunted=hunted)

    def _around(self, territory):
        """Return the territories around one, from the nearest outwards."""
        found, outer = [], self.places[territory].within
        while outer in self.places:
            found.append(outer)
            outer = self.places[outer].within
        return found

    def _specific(self, place):
        """Return how specific a rule is: its most specific alternative that holds."""
        return max(map(self._precise, self._alternatives(place.where)))

    def _alternatives(self, where):
        """Yield the conditions of each alternative that holds."""
        values, own = self.customer.values(), where.conditions()
        if (own or not where.include) and holds(Where(**self._without(where)), values):
            yield own
        for also in where.include:
            if holds(also, values):
                yield from self._alternatives(also)

    def _without(self, where):
        return {n: v for n, v in vars(where).items() if n not in {"include", "exclude"}}

    def _precise(self, conditions):
        """Return how many conditions, exact values and letters, and how narrow intervals, hold."""
        values, exact, letters, narrow = self.customer.values(), 0, 0, []
        for name, condition in conditions.items():
            if isinstance(condition, Between):
                low = float(condition.at_least or 0)
                below = math.inf if condition.below is None else float(condition.below)
                narrow.append((low - below, low))
            elif any(listed.casefold() == str(values[name]).casefold() for listed in condition):
                exact += 1
            else:
                letters += max(
                    self._letters(name, listed, str(values[name])) for listed in condition
                )
        return len(conditions), exact, letters, narrow

    def _letters(self, name, listed, value):
        start = listed[:-1] if listed.endswith("*") else f"{listed}-" if name == "place" else None
        fits = start is not None and value.casefold().startswith(start.casefold())
        return len(start) if fits else -1

    def _serving(self, territory, *, hunted):
        """Return who serves: hunters if there are any, nobody who has one of them below."""
        posts = [p.id for p in self.posts.values() if territory in p.covers]
        fit = [p for p in posts if self._hunts(p)] if hunted else posts
        fit = fit or posts
        front = [p for p in fit if not any(p in self._managers(other) for other in fit)]
        away = lambda p: 2 if self.posts[p].vacant else int(self._leave(p) is not None)  # noqa: E731
        return sorted(front, key=lambda p: (away(p), p))

    def _leave(self, post):
        """Return the leave of whoever holds a post: the one that ends last, then the least id."""
        mine = [leave for leave in self.leaves if leave.person == self.posts[post].held_by]
        last = max((leave.until or dt.date.max for leave in mine), default=None)
        late = [leave for leave in mine if (leave.until or dt.date.max) == last]
        return min(late, key=lambda leave: leave.id, default=None)

    def _there(self, post):
        return post in self.posts and not self.posts[post].vacant and self._leave(post) is None

    def _hunts(self, post):
        role = self.posts[post].role
        return role is None or role in HUNTERS

    def _managers(self, post):
        found, up = [], self.posts[post].reports_to
        while up in self.posts:
            found.append(up)
            up = self.posts[up].reports_to
        return found

    def _barred(self, how, what, posts):
        if how != "named account":
            kind = self.types.get(self.places[what].type)
            if {what, *self._around(what)} & set(self.customer.excluded_from):
                return "excluded"
            if kind and kind.overlay:
                return "supports"
        hunted = self.customer.status == "prospect"
        barred = hunted and posts and not any(self._hunts(post) for post in posts)
        return "wins no new business" if barred else None

    def outcome(self, winners):
        """Return state, post and stand-in."""
        won = [way for way in self.candidates(winners) if way[3] == "wins"]
        posts = [post for way in won for post in way[2]]
        there = [post for post in posts if self._there(post)]
        if there:
            return "covered", there[0], None
        leave = self._leave(posts[0]) if posts else None
        named = [leave.stand_in] if leave else []
        named += [post for role, post, _ in self.team if role == "deputy"]
        named += [self.posts[posts[0]].deputy] if posts else []
        outer = self._around(won[0][1]) if won and won[0][0] != "named account" else []
        above = self._managers(posts[0]) if posts else []
        above += [post for place in outer for post in self._serving(place, hunted=False)]
        ready = [post for post in (*named, *above) if self._there(post)]
        covered = leave is not None and any(map(self._there, named))
        state = "covered" if covered else "vacant" if posts else "nobody"
        return state, (posts or [None])[0], (ready or [None])[0]
