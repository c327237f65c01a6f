"""Exact numbers: reading, writing, rounding."""
from decimal import Context, Decimal
from fractions import Fraction


class Blocked(Exception):
    """The method gives no number; the text says why."""


def number(text):
    """The exact value of a decimal text, or None."""
    return None if text is None else Fraction(text)


def decimal(value, digits=60):
    """A fraction as plain decimal text with so many significant digits; exact wherever it ends before."""
    quotient = Context(prec=digits, Emax=10**6, Emin=-(10**6)).divide(Decimal(value.numerator), Decimal(value.denominator))
    text = format(quotient, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def ceiling(value):
    return -(-value.numerator // value.denominator)


def round_to(value, mode, digits):
    """half-up and up go away from zero, down goes towards it, half-even to the even neighbour; digits after the point."""
    step = Fraction(10) ** -digits
    whole, rest = divmod(abs(value) / step, 1)
    up = {
        "half-up": rest >= Fraction(1, 2),
        "half-even": rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2 == 1),
        "down": False,
        "up": rest > 0,
    }[mode]
    magnitude = (whole + (1 if up else 0)) * step
    return -magnitude if value < 0 else magnitude


def fixed(value, digits):
    """An already rounded value in plain digits."""
    places = max(digits, 0)
    scaled = value * 10**places
    assert scaled.denominator == 1
    text = str(abs(scaled.numerator)).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (text if places == 0 else f"{text[:-places]}.{text[-places:]}")


def reported(value, mode, digits):
    """A certified number as the judge gives it."""
    return {"exact": decimal(value), "fraction": str(value), "rounded": fixed(round_to(value, mode, digits), digits)}
