import type { InventoryLine } from '../../../case/types';
import { message } from '../../../message';
import { atColumn, atField } from '../at';
import { anyOf, blankCells } from '../blank';
import { owning } from '../owned';
import { bothSides } from '../judges';
import type { Rule, RuleInput, Verdict } from '../rule';

const INVENTORIES = ['KmcBaseline', 'KmcProduct', 'KmcSideEffects'] as const;

/** Both readings of "net outside reduction" stand side by side, so each line says where its emission arises. */
export const inCityStages: Rule = {
  id: 'in-city-stages',
  criterion: 'B1',
  severity: 'warn',
  basis: 'seed',
  source:
    'Scheme description, certification criterion 4: net outside reductions based on life cycle evaluation. Which stages “outside” means is not public: both readings are an assumption of ours',
  owns: anyOf(blankCells(INVENTORIES, 'inCity'), owning(['reader.place-unknown'], INVENTORIES)),
  judges: bothSides,
  check: (input) => [...INVENTORIES.flatMap((table) => unknownPlaces(input, table)), ...signs(input)],
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'place-unknown',
      sample: 'radar',
      changes: [{ table: 'KmcProduct', row: 'P1', column: 'inCity', value: 'unknown' }],
      says: 'unknown',
      at: { table: 'KmcProduct', row: 'P1', column: 'inCity' },
    },
    {
      name: 'place-blank',
      sample: 'radar',
      changes: [{ table: 'KmcProduct', row: 'P1', column: 'inCity', value: null }],
      says: 'warn',
      at: { table: 'KmcProduct', row: 'P1', column: 'inCity' },
    },
    {
      name: 'readings-disagree',
      sample: 'radar',
      changes: ['BJP2', 'BAB2'].map((row) => ({ table: 'KmcBaseline', row, column: 'inCity', value: 'in' })),
      says: 'warn',
      at: { table: 'KmcCase', row: 'outsideReading', column: 'value' },
    },
  ],
};

function linesOf({ case: source }: RuleInput, table: (typeof INVENTORIES)[number]): readonly InventoryLine[] {
  if (table === 'KmcSideEffects') return source.sideEffects.lines;
  return table === 'KmcBaseline' ? source.baseline.lines : source.product.lines;
}

function unknownPlaces(input: RuleInput, table: (typeof INVENTORIES)[number]): readonly Verdict[] {
  const unknown = linesOf(input, table).filter(({ inCity }) => inCity === 'unknown');
  if (unknown.length === 0) return [];
  return [
    {
      ...atColumn(
        input,
        table,
        'inCity',
        unknown.map(({ ref }) => ref),
      ),
      severity: 'unknown',
      message: message('rules.in-city-stages.unknown', { count: unknown.length }),
      settle: message('rules.in-city-stages.settle-place'),
    },
  ];
}

/** Where one reading is a reduction and the other is none, the choice between them is the claim. */
function signs(input: RuleInput): readonly Verdict[] {
  const { allStages, outsideShare } = input.assessment.readings;
  if (!allStages || !outsideShare || allStages.greaterThan(0) === outsideShare.greaterThan(0)) return [];
  const params = {
    allStages: allStages.toSignificantDigits(4).toString(),
    outside: outsideShare.toSignificantDigits(4).toString(),
  };
  return [{ ...atField(input, 'outsideReading'), message: message('rules.in-city-stages.signs-differ', params) }];
}
