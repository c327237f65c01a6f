"""Years of use: survival, relative use, windows of time, factors that change."""
from fractions import Fraction

from .numbers import Blocked, ceiling, number


class Life:
    """One sold unit's years of use: service by age, in years of full use.

    stated: whether the applicant states ages (needed by factor paths); length: whole years of use begun.
    """

    def __init__(self, service, stated):
        self.service = service
        self.stated = stated
        self.length = len(service)
        self.total = sum(service, Fraction(0))

    def share(self, start, end):
        """Share of the life's service that falls in the ages from start up to and without end."""
        return sum(self.service[start:end], Fraction(0)) / self.total


def life_of(case, segment, stated_years):
    """The life of a unit of this segment, or None where the case says nothing of its years."""
    own = [row for row in case["ages"] if row["segment"] == segment and segment is not None]
    rows = own or [row for row in case["ages"] if row["segment"] is None]
    if rows:
        return aged_life(rows, stated_years)
    if stated_years is None:
        return None
    if stated_years <= 0:
        raise Blocked("service years not positive")
    whole, rest = divmod(stated_years, 1)
    service = [Fraction(1)] * int(whole) + ([rest] if rest else [])
    assert len(service) == ceiling(stated_years)
    return Life(service, False)


def check_ages(case):
    """A gap or a contradiction blocks also in rows that no segment falls back on."""
    for name in {row["segment"] for row in case["ages"]}:
        aged_life([row for row in case["ages"] if row["segment"] == name], None)


def aged_life(rows, stated_years):
    if any(row[key] is None for row in rows for key in ("age", "survival", "use")):
        raise Blocked("a year of use is incomplete")
    by_age = {int(row["age"]): row for row in rows}
    if len(by_age) != len(rows) or sorted(by_age) != list(range(len(rows))):
        raise Blocked("ages have a gap or stand twice")
    survival = [number(by_age[age]["survival"]) for age in range(len(rows))]
    use = [number(by_age[age]["use"]) for age in range(len(rows))]
    if any(not 0 <= share <= 1 for share in survival) or any(value < 0 for value in use):
        raise Blocked("survival outside 0 to 1 or use below 0")
    if stated_years is not None and stated_years != len(rows):
        raise Blocked("service years contradict the ages")
    service = [share * value for share, value in zip(survival, use)]
    if sum(service) <= 0:
        raise Blocked("no service in any year")
    return Life(service, True)


def path_of(case, factor_id):
    """Value by fiscal year, empty where the factor has no path."""
    rows = [row for row in case["factorPaths"] if row["factorId"] is not None and row["factorId"] == factor_id]
    if any(row["year"] is None or row["value"] is None for row in rows):
        raise Blocked("a path is incomplete")
    path = {int(row["year"]): number(row["value"]) for row in rows}
    if len(path) != len(rows):
        raise Blocked("a year stands twice in a path")
    return path


def mean_factor(case, line, life, first_year, window):
    """Factor of a use-stage line over its window of ages, weighted by the service of each year."""
    path = path_of(case, line["factorId"])
    if not path:
        return number(line["factor"])
    if life is None or not life.stated:
        raise Blocked("a path needs years of use")
    start, end = window or (0, life.length)
    weights = [(age, life.service[age]) for age in range(start, end)]
    missing = [first_year + age for age, weight in weights if weight and first_year + age not in path]
    if missing:
        raise Blocked(f"path lacks the years {missing}")
    total = sum((weight for _, weight in weights), Fraction(0))
    if total == 0:
        raise Blocked("no service in the window")
    return sum((weight * path[first_year + age] for age, weight in weights if weight), Fraction(0)) / total


def factor_in(case, line, year):
    """Factor of a use-stage line in one calendar year."""
    path = path_of(case, line["factorId"])
    if not path:
        return number(line["factor"])
    if year not in path:
        raise Blocked(f"path lacks the year {year}")
    return path[year]
