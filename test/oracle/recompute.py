#!/usr/bin/env python3
"""Second implementation of the method, as judge of the first.

Reads cases from standard input, one JSON object a line, and writes one JSON object a line: the two certified numbers exact (60 digits)
and rounded, or why there is none. Python's standard library and exact fractions only; written from the method, not from the product.

Usage: recompute.py < cases.jsonl
"""
import json
import sys

from judge.case import assess


def main():
    for line in sys.stdin:
        if line.strip():
            print(json.dumps(assess(json.loads(line)), ensure_ascii=False))


if __name__ == "__main__":
    main()
