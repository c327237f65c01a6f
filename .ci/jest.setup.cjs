const { readFileSync } = require('node:fs');
const globals = require('@jest/globals');

// A machine may be many times slower than another: a test fails by what it finds, not by the clock.
globals.jest.setTimeout(120_000);

// The gate tries the same random examples each time, so that it says something of the change and not of the day. Elsewhere they
// differ from run to run; KMC_PROPERTY_RUNS asks for more of them.
const { CI, KMC_PROPERTY_RUNS } = process.env;
const path = globals.expect.getState().testPath ?? '';
if ((CI || KMC_PROPERTY_RUNS) && readFileSync(path, 'utf8').includes('fast-check'))
  require('fast-check').configureGlobal({
    ...(CI ? { seed: 20_260_401 } : {}),
    ...(KMC_PROPERTY_RUNS ? { numRuns: Number(KMC_PROPERTY_RUNS), interruptAfterTimeLimit: 50_000 } : {}),
  });
