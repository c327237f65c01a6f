import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckId } from '../../../src/core/package/verify/codes';
import { packageTools, verify } from '../../support/packages';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.resolve(__dirname, '../../cases/packages/v1', `${name}.kmc.zip`)));

/** SHA-256 of the files as they were first written, so that nobody makes them anew unseen. */
const WRITTEN = {
  'photovoltaics-full': 'd5a0767745e5d6dc735314bf66b64f6b15bbe772ff8ef61f55dab94e0438487b',
  'photovoltaics-public': '2f759452435d3ed6b5229be17d2c9ee47301d60eeaad92938bcbcd3921f447c6',
} as const;

/** Rules come and go; everything else must be found as it was. */
const MAY_CHANGE: readonly CheckId[] = [
  'version',
  'profile',
  'library',
  'findings',
  'decisions',
  'package-info',
  'reports',
];

describe('packages of format version 1', () => {
  it.each(Object.entries(WRITTEN))('%s is the file that was first written', async (name, hash) => {
    expect(await packageTools.digest(fixture(name))).toBe(hash);
  });

  it.each(Object.keys(WRITTEN))(
    '%s is opened, and its numbers are found',
    async (name) => {
      const { checks, info } = await verify(fixture(name));
      const wrong = checks.filter(
        ({ id, state }) => !MAY_CHANGE.includes(id) && (state === 'failed' || state === 'warned'),
      );
      expect(wrong).toEqual([]);
      // As published: 504.5 g-CO2 per kWh, 27,747,500 g-CO2 a year (taiyo-biz.jp, JPEA rule, FY2012).
      expect(info).toMatchObject({
        formatVersion: 1,
        numbers: { reductionPerUnit: '504.5', reductionUnit: 'g-CO2e/kWh', avoided: '27.7475', avoidedUnit: 't-CO2e' },
      });
    },
    60_000,
  );
});
