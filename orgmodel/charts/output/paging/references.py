"""How pages refer to each other: where a team is, and where its lead was before."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from orgmodel.charts.output.paging.sheets import Sheet


class References:
    """Page numbers of teams and of members; pages count from 1.

    Attributes:
        home: On which page everybody is drawn among others of their team.
    """

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.home: dict[int, int] = {}
        self._teams: dict[int, list[int]] = defaultdict(list)
        for page, sheet in enumerate(sheets, 1):
            for root in sheet.roots:
                self._teams[root].append(page)
            for number in sheet.drawn:
                if number not in sheet.roots:
                    self.home.setdefault(number, page)
        for root, pages in self._teams.items():
            self.home.setdefault(root, pages[0])

    def onward(self, sheet: Sheet) -> Mapping[int, Sequence[int]]:
        """Return the pages of the teams of those on a sheet whose teams are elsewhere."""
        others = (n for n in sheet.drawn if n in self._teams and n not in sheet.roots)
        return {number: self._teams[number] for number in others}

    def back(self, sheet: Sheet) -> Mapping[int, int]:
        """Return the pages that the roots of a sheet were on before, if they were on others."""
        homes = {root: self.home[root] for root in sheet.roots if self.home.get(root)}
        return {root: came for root, came in homes.items() if came != self._teams[root][0]}

    def turns(self, sheet: Sheet) -> Mapping[int, str]:
        """Return what the cards of a sheet say about other pages."""
        found = {n: f"team on {_pages(pages)}" for n, pages in self.onward(sheet).items()}
        found |= {root: f"from page {came}" for root, came in self.back(sheet).items()}
        return found


def _pages(pages: Sequence[int]) -> str:
    first, last = pages[0], pages[-1]
    return f"page {first}" if first == last else f"pages {first} to {last}"
