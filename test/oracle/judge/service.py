"""What one unit delivers: functional units over its life and in a year, pieces and years for one functional unit."""
from .numbers import Blocked, ceiling, number
from .units import conversion, times, unit

FIELDS = {
    "product": ("functionalUnitsPerUnit", "productService", "productServiceYears"),
    "baseline": ("baselineFunctionalUnitsPerUnit", "baselineService", "baselineServiceYears"),
}


class Stated:
    """k, service with its unit, years: on one level of the case."""

    def __init__(self, k, service, service_unit, years):
        self.k, self.service, self.service_unit, self.years = k, service, service_unit, years

    def within(self, wider):
        """A narrower level that states k or a service replaces the wider one whole; years fall through."""
        years = self.years if self.years is not None else wider.years
        if self.k is None and self.service is None:
            return Stated(wider.k, wider.service, wider.service_unit, years)
        return Stated(self.k, self.service, self.service_unit, years)


def field_number(case, key):
    return number(case["fields"].get(key, {}).get("number"))


def stated_service(case, side, segment, variant=None):
    k, service, years = FIELDS[side]
    service_unit = case["fields"].get(service, {}).get("unit")
    level = Stated(field_number(case, k), field_number(case, service), service_unit, field_number(case, years))
    if segment is not None:
        own_k = number(segment["functionalUnitsPerUnit"]) if side == "product" else None
        own = Stated(own_k, number(segment[service]), segment["serviceUnit"], number(segment[years]))
        level = own.within(level)
    if variant is not None:
        own = Stated(None, number(variant["service"]), variant["serviceUnit"], number(variant["serviceYears"]))
        level = own.within(level)
    return level


class Chain:
    """life, year: functional units per unit; pieces, years: for one functional unit. None where not stated."""

    def __init__(self, life, year, whole):
        for value in (life, year):
            if value is not None and value <= 0:
                raise Blocked("functional units per unit not positive")
        self.life, self.year = life, year
        self.years = None if year is None else 1 / year
        self.pieces = None if life is None else 1 / life
        if whole and self.pieces is not None and self.pieces > 1:
            self.pieces = ceiling(self.pieces)
            self.life = 1 / number(str(self.pieces))
            self.year = None if year is None else year * self.life / life


def from_service(case, stated):
    """(per life, per year) of a stated service, one of them None."""
    quantity = case["fields"]["functionalUnit"]
    over_life = conversion(stated.service_unit, quantity["unit"])
    amount = number(quantity["number"])
    if over_life is not None:
        return stated.service * over_life / amount, None
    factor, dimensions = times(unit(stated.service_unit), unit(quantity["unit"]), -1)
    factor, dimensions = times((factor, dimensions), unit("年"))
    if dimensions:
        raise Blocked("service and functional unit differ in kind")
    return None, stated.service * factor / amount


def complete(life, year, years):
    if years is None or (life is None) == (year is None):
        return life, year
    return (life, life / years) if year is None else (year * years, year)


def chain_of(case, stated, years):
    """years: those that count, i.e. of full use where ages are stated. Typed and derived must agree to 1e-12."""
    whole = case["fields"].get("replacement", {}).get("text") == "whole"
    typed, derived = (None, None), (None, None)
    if stated.k is not None:
        typed = (None, stated.k) if case["fields"]["timeSense"]["text"] == "annual" else (stated.k, None)
    if stated.service is not None:
        derived = from_service(case, stated)
    typed, derived = complete(*typed, years), complete(*derived, years)
    for a, b in zip(typed, derived):
        if a is not None and b is not None and abs(a - b) * 10**12 > max(abs(a), abs(b)):
            raise Blocked("typed and derived functional units per unit contradict each other")
    life, year = (a if a is not None else b for a, b in zip(typed, derived))
    return Chain(life, year, whole)
