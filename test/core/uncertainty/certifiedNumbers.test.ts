import { assess } from '../../../src/core/calculation/assess';
import { centralOutputs } from '../../../src/core/uncertainty/parts';
import type { Decimal } from '../../../src/core/quantity/decimal';
import { blocksOf, methodPages } from '../../support/methodPages';
import { pageReading, type PageCase } from '../../support/pageCase';
import { same } from '../../support/pageValues';

/** Every small case of the method handbook, in one of its languages. */
const cases = methodPages()
  .filter(({ language }) => language === 'en')
  .flatMap((page) =>
    blocksOf(page)
      .filter(({ kind }) => kind === 'json')
      .map(({ text }, index) => [`${page.name} ${index + 1}`, (JSON.parse(text) as { case: PageCase }).case] as const),
  );

/** The two numbers as calculated; kg-CO2e per functional unit in the certified reading, t-CO2e. */
function certified(input: PageCase) {
  const { models, readings, settings, avoided } = assess(pageReading(input));
  const outside = settings.some(({ key, value }) => key === 'outsideReading' && value === 'outside-share');
  return { models, reduction: outside ? readings.outsideShare : readings.allStages, avoided: avoided.value };
}

const expectSame = (actual: Decimal, expected: Decimal | null) =>
  expect([actual.toString(), same(actual, expected?.toString())]).toEqual([actual.toString(), true]);

describe('what is drawn and varied is the number that is certified', () => {
  it.each(cases)('%s', (_, input) => {
    const { models, reduction, avoided } = certified(input);
    if (models.reduction) expectSame(centralOutputs(models.reduction).reduction, reduction);
    else expect(reduction).toBeNull();
    if (models.avoided) expectSame(centralOutputs(models.avoided).avoided!.times('0.001'), avoided);
    else expect(avoided).toBeNull();
  });
});
