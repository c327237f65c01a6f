import type { MixRow } from '../../../case/types';
import { groupBy } from '../../../calculation/unitsOutside';
import { message } from '../../../message';
import { conversionFactor } from '../../../quantity/convert';
import { parseUnit } from '../../../quantity/parseUnit';
import { atRows } from '../at';
import { owning } from '../owned';
import { retold } from '../retold';
import type { Rule, RuleInput, Verdict } from '../rule';

/** Market shares mostly count pieces; taken as shares of service they favour the product that lives longer. */
export const shareBasis: Rule = {
  id: 'share-basis',
  criterion: 'B1',
  severity: 'warn',
  basis: 'framework',
  source:
    'ICCA/WBCSD Addressing the Avoided Emissions Challenge (2017), 3.2 and 3.3: shares by reference flow, service life',
  retells: owning(['calculation.mix-bases']),
  owns: owning(['calculation.mix-service']),
  check: (input) => {
    const { mix } = input.case;
    const rows = mix.map(({ ref }) => ref);
    const bySegment = [...groupBy(mix, ({ segment }) => segment).values()];
    return [
      ...retold(input, ['calculation.mix-bases'], 'KmcMix', 'shareBasis', rows),
      ...bySegment.flatMap((own) => asService(input, own)),
    ];
  },
  examples: [
    { name: 'as-is', sample: 'led-lighting', changes: [], says: 'passes' },
    {
      name: 'pieces-as-service',
      sample: 'led-lighting',
      changes: ['X1', 'X2'].map((row) => ({ table: 'KmcMix', row, column: 'shareBasis', value: 'service' })),
      says: 'warn',
      at: { table: 'KmcMix', row: 'X1', column: 'shareBasis' },
    },
    {
      name: 'not-convertible',
      sample: 'led-lighting',
      changes: [{ table: 'KmcMix', row: 'X2', column: 'service', value: null }],
      says: 'block',
      at: { table: 'KmcMix', row: 'X2', column: 'service' },
    },
  ],
};

function asService(input: RuleInput, rows: readonly MixRow[]): readonly Verdict[] {
  const stated = rows.filter((row) => row.shareBasis === 'service' && row.service !== null);
  const unlike = stated.some((row) => !alike(row, stated[0]!));
  if (!unlike) return [];
  const at = atRows(
    input,
    stated.map(({ ref }) => ref),
    'shareBasis',
  );
  return [{ ...at, message: message('rules.share-basis.lives-differ', { variants: namesOf(stated) }) }];
}

const namesOf = (rows: readonly MixRow[]) => rows.map(({ variant, ref }) => variant ?? ref.id).sort();

/** Whether one piece of either gives the same service; of units that cannot be compared nobody can say so. */
function alike(row: MixRow, other: MixRow): boolean {
  const [from, to] = [row, other].map(({ serviceUnit }) => (serviceUnit === null ? null : parseUnit(serviceUnit)));
  if (!from?.ok || !to?.ok) return false;
  const factor = conversionFactor(from.value, to.value);
  return factor.ok && row.service!.times(factor.value).equals(other.service!);
}
