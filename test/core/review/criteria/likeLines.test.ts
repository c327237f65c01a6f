import type { InventoryLine } from '../../../../src/core/case/types';
import { farApart, nameOf, type StatedAmount } from '../../../../src/core/review/criteria/likeLines';

describe('names of processes', () => {
  it.each([
    ['輸送 5 t × 500 km', '輸送 8 t × 1,500 km'],
    ['電力（277.8 kWh ÷ COP）', '電力 (300 kWh ÷ COP)'],
    ['Electricity 40 W', 'electricity 8 W'],
  ])('%s and %s are one process', (one, other) => {
    expect(nameOf(one)).toBe(nameOf(other));
  });

  it.each([
    ['部品1', '部品2'],
    ['Part 1', 'Part 2'],
    ['鋼材', '鋼材のリサイクル'],
  ])('%s and %s are two', (one, other) => {
    expect(nameOf(one)).not.toBe(nameOf(other));
  });
});

describe('amounts far apart', () => {
  const stated = (amount: number, segment: string | null = null): StatedAmount => ({
    list: { table: 'KmcProduct', segment, variant: null, lines: [] },
    lines: [] as readonly InventoryLine[],
    amount,
  });
  const odd = (...amounts: readonly StatedAmount[]) =>
    farApart(amounts, 100).map((one) => one.odd.map(({ amount }) => amount));

  it('names the odd one of three and both of two', () => {
    expect(odd(stated(5), stated(7), stated(5000))).toEqual([[5000]]);
    expect(odd(stated(5), stated(7), stated(0.05))).toEqual([[0.05]]);
    expect(odd(stated(5), stated(500))).toEqual([[5, 500]]);
  });

  it('says nothing below a hundredfold, of two pairs, and of one amount alone', () => {
    expect(odd(stated(5), stated(499))).toEqual([]);
    expect(odd(stated(5), stated(6), stated(5000), stated(6000))).toEqual([]);
    expect(odd(stated(5))).toEqual([]);
  });

  it('sees within a segment what another segment of another size hides', () => {
    expect(odd(stated(12, 'A'), stated(12000, 'A'), stated(900, 'B'), stated(900, 'B'))).toEqual([[12, 12000]]);
  });
});
