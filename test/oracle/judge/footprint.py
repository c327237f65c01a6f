"""Emissions of one side brought to one functional unit, by stage, in both readings."""
from fractions import Fraction

from .mix import mix_of
from .numbers import Blocked, number
from .service import chain_of, stated_service
from .units import emission_ratio
from .years import factor_in, life_of, mean_factor

STAGES = ("raw-materials", "production", "distribution", "use", "end-of-life")
NEEDED = ("amount", "factor", "unit", "factorUnit", "stage", "per")


class Segment:
    """One segment (or the whole case): the product's life and chain, and the variants of the baseline mix."""

    def __init__(self, case, row):
        self.case, self.row = case, row
        self.id = None if row is None else row["id"]
        product = stated_service(case, "product", row)
        self.life = life_of(case, self.id, product.years)
        aged = self.life is not None and self.life.stated
        self.product = chain_of(case, product, self.life.total if aged else product.years)
        baseline = stated_service(case, "baseline", row)
        self.baseline = chain_of(case, baseline, baseline.years)
        self.variants = {}
        for mixed, weight, window in mix_of(case, self.id, self.life):
            stated = stated_service(case, "baseline", row, mixed)
            self.variants[mixed["variant"]] = (chain_of(case, stated, stated.years), weight, window)
        self.timed = any(window for _, _, window in self.variants.values())

    def delivered(self):
        """k: functional units of one sold unit, over its life or in a year by the time sense of the case."""
        annual = self.case["fields"]["timeSense"]["text"] == "annual"
        k = self.product.year if annual else self.product.life
        if k is None:
            raise Blocked("functional units per unit are not known")
        return k

    def lines(self, side):
        lines = [line for line in self.case[side] if line["segment"] in (None, self.id)]
        if side == "baseline":
            for variant in self.variants:
                if not any(line["variant"] == variant for line in lines):
                    raise Blocked(f"variant {variant} has no line")
        return lines

    def place(self, side, line):
        """(chain, weight, window) of a line."""
        if line["variant"] is None:
            return (self.baseline if side == "baseline" else self.product), Fraction(1), None
        if side != "baseline" or line["variant"] not in self.variants:
            raise Blocked(f"variant {line['variant']} is not in the mix")
        return self.variants[line["variant"]]


def check_line(line):
    """Holes and wrong signs block whether or not the line counts in some segment."""
    if any(line[key] is None for key in NEEDED):
        raise Blocked(f"line {line['id']} is incomplete")
    ratio = emission_ratio(line["unit"], line["factorUnit"])
    if line["flow"] == "recycling-credit" and number(line["amount"]) * ratio * number(line["factor"]) > 0:
        raise Blocked("a credit adds emissions")


def per_functional_unit(segment, side, line, first_year, year):
    """kg-CO2e of a line per functional unit; year: factors of that one calendar year in place of the life's mean."""
    chain, weight, window = segment.place(side, line)
    factor = number(line["factor"])
    if line["stage"] == "use":
        if year is None:
            factor = mean_factor(segment.case, line, segment.life, first_year, window)
        else:
            factor = factor_in(segment.case, line, year)
    times = {"functional-unit": Fraction(1), "sold-unit": chain.pieces, "year": chain.years}[line["per"]]
    if times is None:
        raise Blocked(f"what a unit delivers is not known, needed by line {line['id']}")
    return number(line["amount"]) * emission_ratio(line["unit"], line["factorUnit"]) * factor * times * weight


def footprint(segment, side, first_year, year=None):
    """By stage [all, outside]; outside is None while a line's place is unknown. Biogenic flows stand apart."""
    everywhere = dict.fromkeys(STAGES, Fraction(0))
    outside = dict.fromkeys(STAGES, Fraction(0))
    placed = True
    for line in segment.lines(side):
        if line["flow"] == "biogenic":
            continue
        value = per_functional_unit(segment, side, line, first_year, year)
        everywhere[line["stage"]] += value
        if line["inCity"] in (None, "unknown"):
            placed = False
        else:
            outside[line["stage"]] += value * (1 - number(line["inCity"]))
    return {"all-stages": everywhere, "outside-share": outside if placed else None}
