import { message } from '../../../message';
import { answer, isBlankField, notStated, unanswered } from '../answers';
import { atField } from '../at';
import type { Rule } from '../rule';

const CHANGE = {
  place: { subject: { table: 'KmcFactors', rowId: 'x.steel', column: 'value', place: null }, cells: [] },
  from: '2.0',
  to: '2.1',
} as const;

/** Changed inputs shown beside the question; the list of changes names them all. */
const MOST_SHOWN = 200;

/** Whoever knows the last submission learns why the numbers are other ones now. */
export const restatementLog: Rule = {
  id: 'restatement-log',
  criterion: 'G',
  severity: 'warn',
  basis: 'framework',
  source:
    'GHG Protocol on recalculation; published cases restate a baseline without a word (e.g. PET recycling, slag cement)',
  check: (input) => {
    const { changes } = input;
    const submitted = answer(input, 'earlierPackage') === 'yes' || changes !== null;
    if (!submitted && isBlankField(input, 'earlierPackage')) return [unanswered(input, 'earlierPackage')];
    if (!submitted || changes?.length === 0 || !isBlankField(input, 'restatement')) return [];
    if (changes === null) return [notStated(input, 'restatement')];
    const said = message('rules.restatement-log.changed', { count: changes.length });
    const at = atField(input, 'restatement');
    const changed = changes.slice(0, MOST_SHOWN).flatMap(({ place }) => place.cells);
    return [{ ...at, cells: [...at.cells, ...changed], message: said }];
  },
  examples: [
    { name: 'first', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'not-answered',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'earlierPackage', column: 'value', value: null }],
      says: 'unknown',
      at: { table: 'KmcCase', row: 'earlierPackage', column: 'value' },
    },
    {
      name: 'not-explained',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'earlierPackage', column: 'value', value: 'yes' }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'restatement', column: 'value' },
    },
    {
      name: 'changed-inputs',
      sample: 'radar',
      changes: [],
      given: { changes: [CHANGE] },
      says: 'warn',
      at: { table: 'KmcCase', row: 'restatement', column: 'value' },
    },
    {
      name: 'explained',
      sample: 'radar',
      changes: [
        { table: 'KmcCase', row: 'earlierPackage', column: 'value', value: 'yes' },
        { table: 'KmcCase', row: 'restatement', column: 'value', value: '鋼材の原単位を最新版に更新しました。' },
      ],
      given: { changes: [CHANGE] },
      says: 'passes',
    },
  ],
};
