/** Rows of a sheet that is no sheet of ours; null where nothing stands. */
export type ForeignRows = readonly (readonly (string | number | null)[])[];

/** 10 × 2 + 5 × 4 + 3 × 1 = 43 kg, with a title, stages as headings, sub-totals and units in the headers. */
export const OLD: ForeignRows = [
  ['従来品の排出量算定（1台当たり）'],
  [],
  ['品目', '使用量（kg）', '排出原単位（kg-CO2e/kg）', '排出量（kg-CO2e）'],
  ['1. 原材料調達'],
  ['鋼材', 10, 2, 20],
  ['銅', 5, 4, 20],
  ['小計', null, null, 40],
  ['2. 生産段階'],
  ['塗料', 3, 1, 3],
  ['合計', null, null, 43],
];

/** 6 × 2 + 1 × 1 = 13 kg. */
export const NEW: ForeignRows = [
  ['Life cycle stage', 'Material', 'Quantity (kg)', 'Emission factor (kg-CO2e/kg)'],
  ['Raw materials', 'Steel', 6, 2],
  ['Production', 'Paint', 1, 1],
];
