import { EXAMPLES, exampleNamed } from '../../src/core/template/examples/registry';
import { judgedByLibreOffice } from './judgedByLibreOffice';

describe('native formulas of the examples, recalculated by LibreOffice', () => {
  it.each(EXAMPLES.flatMap(({ name }) => (['ja', 'en'] as const).map((language) => [name, language] as const)))(
    '%s in %s agrees to 1e-12',
    async (name, language) => {
      const { compared, numbers, differences } = await judgedByLibreOffice(exampleNamed(name).content, language);
      expect(differences).toEqual([]);
      expect(compared).toBeGreaterThan(50);
      expect(numbers).toBeGreaterThan(20);
    },
    120_000,
  );
});
