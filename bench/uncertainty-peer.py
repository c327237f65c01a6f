"""The draws and sums of bench/uncertainty.ts in numpy: seed of PCG64, ziggurat normals, column by column as numpy is fastest.

Prints milliseconds of drawing, summing and summarising (not of starting Python), mean and standard deviation as JSON.
"""
import json
import math
import sys
import time

import numpy

lines, factors, runs, seed = (int(text) for text in sys.argv[1:])
start, used = time.perf_counter(), time.process_time()
random = numpy.random.default_rng(seed)
shared = 0.5 * numpy.exp(math.log(1.2) / 2 * random.standard_normal((factors, runs)))
total = numpy.zeros(runs)
for line in range(lines):
    amount = 10 * numpy.exp(math.log(1.5) / 2 * random.standard_normal(runs))
    total += (2 if line % 2 == 0 else -1) * amount * shared[line % factors]
summary = (total.mean(), numpy.median(total), *numpy.quantile(total, (0.025, 0.975)))
deviation = total.std(ddof=1)
taken, cpu = (time.perf_counter() - start) * 1000, (time.process_time() - used) * 1000
print(json.dumps({"ms": taken, "cpu": cpu, "mean": float(summary[0]), "deviation": float(deviation)}))
