"""Net reduction per functional unit, over the life of a unit or in one calendar year."""
from fractions import Fraction

from .footprint import STAGES, footprint
from .numbers import Blocked


class Reduction:
    """Parts of the net reduction of one segment in one reading: embodied, use saving, side effects in use and elsewhere."""

    def __init__(self, segment, reading, first_year, year=None):
        sides = [footprint(segment, side, first_year, year)[reading] for side in ("baseline", "product", "sideEffects")]
        if any(side is None for side in sides):
            raise Blocked("a place is unknown")
        baseline, product, effects = sides
        self.stages = {stage: (baseline[stage], product[stage]) for stage in STAGES}
        difference = {stage: baseline[stage] - product[stage] for stage in STAGES}
        self.use = difference.pop("use")
        self.side_use = effects.pop("use")
        self.embodied = sum(difference.values(), Fraction(0)) - sum(effects.values(), Fraction(0))

    def net(self, rebound):
        """Rebound takes back part of a saving in use, and of nothing else."""
        return self.embodied + self.use - rebound * max(self.use, Fraction(0)) - self.side_use


def stock_reduction(segment, reading, rebound, sold, year):
    """kg-CO2e of one calendar year before the contribution rate: units sold in it bear their making, all units in use save.

    sold: units by sale year.
    """
    if segment.timed:
        raise Blocked("early replacement is not counted by calendar year")
    chain = segment.product
    if chain.life is None or chain.year is None or segment.life is None:
        raise Blocked("functional units per year are not known")
    now = Reduction(segment, reading, year, year)
    total = sold.get(year, Fraction(0)) * chain.life * now.embodied
    for sale_year, units in sold.items():
        age = year - sale_year
        if units == 0 or not 0 <= age < segment.life.length:
            continue
        taken = Fraction(0)
        if rebound and Reduction(segment, reading, sale_year).use > 0:
            taken = rebound
        yearly = now.use * (1 - taken) - now.side_use
        total += units * segment.life.service[age] * chain.year * yearly
    return total
