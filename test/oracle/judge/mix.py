"""Shares of the baseline products, by functional units delivered."""
from fractions import Fraction

from .numbers import Blocked, number
from .units import conversion

TOLERANCE = Fraction(1, 10**12)


def mix_of(case, segment_id, life):
    """(row, weight, window of ages or None) of each variant; empty where nothing is mixed."""
    rows = [row for row in case["mix"] if row["segment"] in (None, segment_id)]
    if not rows:
        return []
    if len({row["variant"] for row in rows}) != len(rows):
        raise Blocked("a variant stands twice")
    if len({row["shareBasis"] for row in rows}) != 1 or rows[0]["shareBasis"] is None:
        raise Blocked("bases of the shares differ")
    if rows[0]["shareBasis"] == "years-of-use":
        return by_years(rows, life)
    shares = [number(row["share"]) for row in rows]
    if any(share is None for share in shares) or abs(sum(shares) - 1) > TOLERANCE:
        raise Blocked("shares are missing or do not sum to 1")
    if rows[0]["shareBasis"] == "pieces":
        delivered = [share * service_of(row, rows[0]["serviceUnit"]) for row, share in zip(rows, shares)]
        shares = [part / sum(delivered) for part in delivered]
    return [(row, share, None) for row, share in zip(rows, shares)]


def service_of(row, common_unit):
    service = number(row["service"])
    if service is None or service <= 0 or row["serviceUnit"] is None or common_unit is None:
        raise Blocked("service of a piece is missing")
    factor = conversion(row["serviceUnit"], common_unit)
    if factor is None:
        raise Blocked("services of the pieces differ in kind")
    return service * factor


def by_years(rows, life):
    if life is None:
        raise Blocked("shares by years of use need the service years")
    if any(row["fromYear"] is None or row["toYear"] is None for row in rows):
        raise Blocked("a window lacks an end")
    if any(row["share"] is not None for row in rows):
        raise Blocked("a share is stated beside its window")
    windows = [(int(row["fromYear"]), int(row["toYear"])) for row in rows]
    reached = 0
    for start, end in sorted(windows):
        if start != reached or end <= start:
            raise Blocked("windows leave a gap or overlap")
        reached = end
    if reached != life.length:
        raise Blocked("windows do not cover the service years")
    if any(life.share(*window) == 0 for window in windows):
        raise Blocked("a variant never serves")
    return [(row, life.share(*window), window) for row, window in zip(rows, windows)]
