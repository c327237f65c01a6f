"""A small table of units with exact values of its own; base: kg, J, m3, m, s, month, kg-CO2e, one."""
from fractions import Fraction

from .numbers import Blocked

F = Fraction
TABLE = {
    "kg": (F(1), {"mass": 1}),
    "g": (F(1, 1000), {"mass": 1}),
    "t": (F(1000), {"mass": 1}),
    "J": (F(1), {"energy": 1}),
    "MJ": (F(10) ** 6, {"energy": 1}),
    "GJ": (F(10) ** 9, {"energy": 1}),
    "TJ": (F(10) ** 12, {"energy": 1}),
    "kWh": (F(3600) * 1000, {"energy": 1}),
    "MWh": (F(3600) * 10**6, {"energy": 1}),
    "kcal": (F(4184), {"energy": 1}),
    "L": (F(1, 1000), {"volume": 1}),
    "kL": (F(1), {"volume": 1}),
    "m3": (F(1), {"volume": 1}),
    "m3(SATP)": (F(1), {"gas volume at 25 C": 1}),
    "千m3(SATP)": (F(1000), {"gas volume at 25 C": 1}),
    "m": (F(1), {"length": 1}),
    "km": (F(1000), {"length": 1}),
    "pkm": (F(1000), {"person": 1, "length": 1}),
    "s": (F(1), {"time": 1}),
    "h": (F(3600), {"time": 1}),
    "月": (F(1), {"calendar": 1}),
    "年": (F(12), {"calendar": 1}),
    "GB": (F(10) ** 9, {"data": 1}),
    "円": (F(1), {"money": 1}),
    "台": (F(1), {"count 台": 1}),
    "個": (F(1), {"count 個": 1}),
    "本": (F(1), {"count 本": 1}),
    "g-CO2e": (F(1, 1000), {"emission": 1}),
    "kg-CO2e": (F(1), {"emission": 1}),
    "t-CO2e": (F(1000), {"emission": 1}),
    "g-CO2": (F(1, 1000), {"emission": 1}),
    "kg-CO2": (F(1), {"emission": 1}),
    "t-CO2": (F(1000), {"emission": 1}),
}


def times(a, b, power=1):
    """Product of two (factor, dimensions), the second raised to 1 or -1."""
    dimensions = dict(a[1])
    for base, exponent in b[1].items():
        dimensions[base] = dimensions.get(base, 0) + exponent * power
    factor = a[0] * b[0] if power == 1 else a[0] / b[0]
    return factor, {base: exponent for base, exponent in dimensions.items() if exponent}


def unit(text):
    """Factor to base units and dimensions of a unit text; all that follows the first / is below the line."""
    if text is None:
        raise Blocked("unit missing")
    result = (F(1), {})
    for place, side in enumerate(text.split("/")):
        for name in side.split("·"):
            if name not in TABLE:
                raise Blocked(f"unit {name} unknown")
            result = times(result, TABLE[name], -1 if place else 1)
    return result


def emission_ratio(amount_unit, factor_unit):
    """kg-CO2e that one amount unit gives at factor 1."""
    factor, dimensions = times(unit(amount_unit), unit(factor_unit))
    if dimensions != {"emission": 1}:
        raise Blocked(f"{amount_unit} x {factor_unit} is no emission")
    return factor


def conversion(source, target):
    """Target units in one source unit, or None where they differ in kind."""
    factor, dimensions = times(unit(source), unit(target), -1)
    return None if dimensions else factor
