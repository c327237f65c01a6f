import type { RowContent } from '../content';

/** Terms on which the publishers let their figures be passed on. */
const GOVERNMENT_DATA: RowContent = {
  licence: 'Public Data License 1.0 (公共データ利用規約 第1.0版, compatible with CC BY 4.0)',
  redistribution: 'free with source and a statement that the data were processed',
};
const LAW: RowContent = {
  licence: 'Not a work protected by copyright (Copyright Act of Japan, Art. 13: laws, ordinances, notices)',
  redistribution: 'free; cite the ordinance or notice',
};
const IPCC: RowContent = {
  licence: 'CC0-1.0 (compilation by openclimatedata); underlying report (c) IPCC',
  redistribution: 'free; cite the IPCC report and table',
};

/** Reference figures this package carries, copied as a snapshot with their ids. */
export const GRID_JP: RowContent = {
  id: 'jp.el.FY2024.national',
  nameJa: '電気 全国平均係数',
  nameEn: 'Electricity, national average',
  value: 0.000423,
  unit: 't-CO2/kWh',
  gases: 'CO2',
  gridKind: 'average',
  boundary: 'direct',
  region: 'JP',
  validFrom: '2025-04-01',
  validTo: '2026-03-31',
  resultYear: '2024',
  source: '環境省・経済産業省 電気事業者別排出係数',
  version: 'R6年度実績',
  ...GOVERNMENT_DATA,
};

export const CITY_GAS_JP: RowContent = {
  id: 'jp.gas.2023.default.co2_factor',
  nameJa: '都市ガス(省令の代替値)',
  nameEn: 'City gas (ordinance default)',
  value: 2.05,
  unit: 't-CO2/千m3(SATP)',
  gases: 'CO2',
  boundary: 'direct',
  heatBasis: 'gross',
  region: 'JP',
  source: '算定省令 別表第2',
  version: '令和5年改正',
  ...LAW,
};

export const HFC32: RowContent = {
  id: 'gwp.AR5.HFC32',
  nameJa: 'HFC-32',
  nameEn: 'HFC-32',
  value: 677,
  unit: 'kg-CO2e/kg',
  gases: 'HFC-32',
  gwp: 'AR5',
  region: 'GLO',
  source: 'IPCC AR5 WG1 Table 8.A.1',
  version: 'AR5',
  ...IPCC,
};
