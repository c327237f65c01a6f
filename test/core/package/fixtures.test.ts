import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckId } from '../../../src/core/package/verify/codes';
import { openSubmitted } from '../../../src/core/package/rounds/submitted';
import { verifyPackage } from '../../../src/core/package/verify/verifyPackage';
import { packageTools, verify } from '../../support/packages';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.resolve(__dirname, '../../cases/packages/v1', `${name}.kmc.zip`)));

/** SHA-256 of the files as they were first written, so that nobody makes them anew unseen. */
const WRITTEN = {
  'photovoltaics-full': 'd5a0767745e5d6dc735314bf66b64f6b15bbe772ff8ef61f55dab94e0438487b',
  'photovoltaics-public': '2f759452435d3ed6b5229be17d2c9ee47301d60eeaad92938bcbcd3921f447c6',
  'radar-first': 'e2affe65d837e4e9865ea100e28ce6ec5751e88a7916102cdfed54043e75dfb7',
  'radar-second': '2b43bfacc0fcb68fade2fd120742690a9a4b96e9260690b2e6882fd69d759d16',
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

  it('the second is found to follow the first, but for what the rules say', async () => {
    const earlier = await openSubmitted(fixture('radar-first'), packageTools);
    const { checks } = await verifyPackage(fixture('radar-second'), packageTools, true, { earlier });
    const [changes, answers] = ['changes', 'answers'].map((id) => checks.find((check) => check.id === id)!);
    const faults = changes!.faults.filter(({ path: place }) => !/\/changes\/(findings|reopened)/.test(place ?? ''));
    expect([changes!.reason, faults]).toEqual([null, []]);
    // One of the two requests has its answer.
    expect(answers!.faults.map(({ code }) => code)).toEqual(['remark-unanswered']);
  }, 60_000);

  it.each(['photovoltaics-full', 'photovoltaics-public'])(
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
