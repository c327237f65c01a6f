import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { datasetAttributions } from '../../../src/core/reference/attributions';
import { allFactors, DATASET } from '../../../src/core/reference/dataset';
import { FAMILIES } from '../../../src/core/reference/factor';

const read = (path: string): string => readFileSync(resolve(__dirname, '../../..', path), 'utf8');

test('NOTICE prints every attribution word for word', () => {
  const notice = read('NOTICE');
  expect(datasetAttributions().filter(({ attribution }) => !notice.includes(attribution))).toEqual([]);
});

test('the page on the data counts what is there', () => {
  const page = read('docs/reference-data.md');
  const counted = FAMILIES.map((family) => [
    family,
    Number(new RegExp(`\\| \`${family}\` \\| (\\d+) \\|`).exec(page)?.[1]),
  ]);
  const present = FAMILIES.map((family) => [family, allFactors().filter((row) => row.family === family).length]);
  expect(counted).toEqual(present);
  expect(page).toContain(`Version ${DATASET.version}, ${DATASET.rows.toLocaleString('en')} figures`);
});
