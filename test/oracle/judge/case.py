"""A whole case: the two certified numbers or why there is none."""
from fractions import Fraction

from .footprint import STAGES, Segment, check_line
from .mix import TOLERANCE
from .numbers import Blocked, decimal, number, reported
from .reduction import Reduction, stock_reduction
from .service import field_number
from .years import check_ages

PER_KILOGRAM = {"g-CO2e": Fraction(1000), "kg-CO2e": Fraction(1), "t-CO2e": Fraction(1, 1000)}
DEFAULTS = {"outsideReading": "all-stages", "attribution": "rate", "accounting": "flow", "roundingMode": "half-up"}


def setting(case, key):
    return case["fields"].get(key, {}).get("text") or DEFAULTS[key]


def contribution_rate(case):
    if setting(case, "attribution") == "unallocated":
        return Fraction(1)
    rows = case["contribution"]
    if not rows or any(row["share"] is None or row["inCity"] is None for row in rows):
        raise Blocked("shares are missing")
    if sum(number(row["share"]) for row in rows) - 1 > TOLERANCE:
        raise Blocked("shares exceed 1")
    own = [number(row["share"]) for row in rows if row["inCity"] == "in"]
    if not own:
        raise Blocked("no partner in the city")
    return sum(own)


def units_sold(case, ids, years):
    """Realized units outside the city, less returns, by (segment, sale year); `years` says which sale years count."""
    if not case["sales"]:
        raise Blocked("no sales")
    sold_unit = case["fields"].get("soldUnit", {}).get("text")
    sold = {}
    for row in case["sales"]:
        if row["status"] is None or row["inCity"] is None or row["period"] is None:
            raise Blocked("a row of sales is incomplete")
        if row["status"] != "realized" or row["inCity"] != "out" or not years(int(row["period"])):
            continue
        if row["units"] is None or row["segment"] not in ids:
            raise Blocked("a counted row lacks its units or segment")
        if sold_unit is not None and row["unit"] is not None and row["unit"] != sold_unit:
            raise Blocked("units of sales differ")
        key = row["segment"], int(row["period"])
        sold[key] = sold.get(key, Fraction(0)) + number(row["units"]) - (number(row["returns"]) or 0)
    return sold


def mean(reductions, weights):
    """Over segments, by the functional units delivered; alone, a segment needs no units."""
    if len(reductions) == 1:
        return reductions[0]
    total = sum(weights)
    if total == 0:
        raise Blocked("no units to weigh the segments by")
    return sum(value * weight for value, weight in zip(reductions, weights)) / total


class Assessment:
    def __init__(self, case):
        self.case = case
        self.year = int(field_number(case, "fiscalYear"))
        self.rebound = field_number(case, "rebound") or Fraction(0)
        self.stock = setting(case, "accounting") == "stock"
        self.rows = case["segments"] or [None]
        self.ids = [None if row is None else row["id"] for row in self.rows]
        if field_number(case, "functionalUnit") <= 0:
            raise Blocked("the functional unit is not positive")
        for side in ("baseline", "product"):
            if not case[side]:
                raise Blocked("a side has no line")
        for line in case["baseline"] + case["product"] + case["sideEffects"]:
            check_line(line)
        check_ages(case)
        self.segments = [Segment(case, row) for row in self.rows]

    def sold(self):
        return units_sold(self.case, self.ids, lambda year: year <= self.year if self.stock else year == self.year)

    def delivered(self):
        """Functional units by segment of the units sold in the year of the case."""
        sold = self.sold()
        return [segment.delivered() * sold.get((segment.id, self.year), Fraction(0)) for segment in self.segments]

    def reduction(self, reading):
        nets = [Reduction(segment, reading, self.year).net(self.rebound) for segment in self.segments]
        return mean(nets, self.delivered() if len(nets) > 1 else None)

    def stages(self):
        parts = [Reduction(segment, "all-stages", self.year).stages for segment in self.segments]
        weights = self.delivered() if len(parts) > 1 else None
        return {
            stage: [decimal(mean([part[stage][side] for part in parts], weights)) for side in (0, 1)] for stage in STAGES
        }

    def avoided(self, reading):
        """t-CO2e."""
        rate = contribution_rate(self.case)
        if self.stock:
            if self.case["fields"]["timeSense"]["text"] != "annual":
                raise Blocked("accounting by calendar year needs the annual time sense")
            sold = self.sold()
            for segment in self.segments:
                Reduction(segment, reading, self.year)
            own = lambda id: {year: units for (segment, year), units in sold.items() if segment == id}
            parts = [stock_reduction(each, reading, self.rebound, own(each.id), self.year) for each in self.segments]
            return rate * sum(parts) / 1000
        nets = [Reduction(segment, reading, self.year).net(self.rebound) for segment in self.segments]
        return rate * sum(net * units for net, units in zip(nets, self.delivered())) / 1000


def attempt(calculate):
    try:
        return calculate()
    except Blocked as reason:
        return {"blocked": str(reason)}


def assess(case):
    reading, mode = setting(case, "outsideReading"), setting(case, "roundingMode")
    unit = (case["fields"].get("reductionUnit") or {}).get("text") or "kg-CO2e"

    def printed(calculate, digits):
        return attempt(lambda: reported(calculate(), mode, int(field_number(case, digits))))

    return {
        "reductionPerUnit": printed(lambda: Assessment(case).reduction(reading) * PER_KILOGRAM[unit], "reductionDigits"),
        "avoided": printed(lambda: Assessment(case).avoided(reading), "avoidedDigits"),
        "contributionRate": attempt(lambda: decimal(contribution_rate(case))),
        "unitsOutside": attempt(lambda: decimal(total_units(case))),
        "readings": {each: attempt(lambda: decimal(Assessment(case).reduction(each))) for each in ("all-stages", "outside-share")},
        "stages": attempt(lambda: Assessment(case).stages()),
        "segments": attempt(lambda: by_segment(case, reading)),
    }


def total_units(case):
    year = int(field_number(case, "fiscalYear"))
    ids = [row["id"] for row in case["segments"]] or [None]
    return sum(units_sold(case, ids, lambda period: period == year).values(), Fraction(0))


def by_segment(case, reading):
    whole = Assessment(case)
    sold = whole.sold()
    return [
        {
            "segment": each.id,
            "functionalUnitsPerUnit": decimal(each.delivered()),
            "unitsOutside": decimal(sold.get((each.id, whole.year), Fraction(0))),
            "reduction": decimal(Reduction(each, reading, whole.year).net(whole.rebound)),
        }
        for each in whole.segments
    ]
