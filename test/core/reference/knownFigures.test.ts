import { Decimal } from '../../../src/core/quantity/decimal';
import { allFactors } from '../../../src/core/reference/dataset';
import type { ReferenceFactor } from '../../../src/core/reference/factor';
import { factorById } from '../../../src/core/reference/factorById';

describe('figures as published', () => {
  test.each([
    // 算定省令 別表第1, from FY2023 results; 2.29 / 2.62 as in 算定方法・排出係数一覧
    ['jp.fuel.2023.gasoline.co2', '2.29', 't-CO2/kL'],
    ['jp.fuel.2023.diesel_gas_oil.co2', '2.62', 't-CO2/kL'],
    // until FY2022 results
    ['jp.fuel.2010.gasoline.co2', '2.32', 't-CO2/kL'],
    ['jp.fuel.2010.diesel_gas_oil.co2', '2.58', 't-CO2/kL'],
    ['jp.fuel.2010.city_gas.co2', '2.23', 't-CO2/千Nm3'],
    // 算定省令 別表第5
    ['jp.gas.2023.default.co2_factor', '2.05', 't-CO2/千m3(SATP)'],
    ['jp.heat.2023.purchased_heat_default_non_industrial_steam_hot_cold_water', '0.0532', 't-CO2/GJ'],
    // 電気事業者別排出係数, FY2024 results
    ['jp.el.FY2024.tepco_ep_menu_m_residual.basic_factor', '0.000452', 't-CO2/kWh'],
    ['jp.el.FY2024.tepco_ep_company_wide_reference.basic_factor', '0.000421', 't-CO2/kWh'],
    ['jp.el.FY2024.national', '0.000423', 't-CO2/kWh'],
    ['jp.el.FY2024.default', '0.000416', 't-CO2/kWh'],
    // 従来トンキロ法: 22, 39 and 1490 g-CO2/tkm
    ['jp.tkm.rail', '0.000022', 't-CO2/tkm'],
    ['jp.tkm.ship_other', '0.000039', 't-CO2/tkm'],
    ['jp.tkm.air', '0.001490', 't-CO2/tkm'],
    // Tokyo Waterworks FY2022; UK water 2025
    ['tokyo.water.FY2022', '239', 'g-CO2/m3'],
    ['uk.desnz.2025.17_404_4005_1_1', '0.1913', 'kg-CO2e/m3'],
    ['uk.desnz.2025.18_405_4006_1_1', '0.17088', 'kg-CO2e/m3'],
    // UK grid 2025 and 2024
    ['uk.desnz.2025.7_400_4000_5_1', '0.177', 'kg-CO2e/kWh'],
    ['uk.desnz.2024.7_400_4000_5_1', '0.20705', 'kg-CO2e/kWh'],
    // 2006 IPCC Guidelines Vol. 2 Table 1.4 and 2.2: natural gas
    ['ipcc2006.natural_gas.co2', '56100', 'kg-CO2/TJ(LHV)'],
    ['ipcc2006.natural_gas.n2o.energy', '0.1', 'kg-N2O/TJ(LHV)'],
    // EPA Emission Factors Hub 2024 Table 1
    ['us.epahub2024.natural_gas.co2_factor', '53.06', 'kg-CO2/MMBtu(HHV)'],
  ])('%s is %s %s', (id, value, unit) => {
    const factor = factorById(id);
    expect([factor?.value, factor?.unit]).toEqual([value, unit]);
  });

  test('eGRID: 770.884 lb per MWh is 0.349667 kg per kWh (1 lb = 0.45359237 kg)', () => {
    const kilograms = new Decimal('770.884').times('0.45359237').dividedBy(1000);
    expect(factorById('us.egrid2023.us_national_average')?.value).toBe(kilograms.toFixed(6));
  });
});

describe('heat value × carbon content × 44/12 gives the published three-digit factor', () => {
  const parts = (
    id: string,
  ): { id: string; heat: ReferenceFactor; carbon: ReferenceFactor; co2: ReferenceFactor } | null => {
    const [heat, carbon, co2] = ['ghv', 'cc', 'co2'].map((end) => factorById(`${id}.${end}`));
    return heat && carbon && co2 ? { id, heat, carbon, co2 } : null;
  };
  const fuels = [
    ...new Set(
      allFactors()
        .filter((row) => row.id.startsWith('jp.fuel.'))
        .map((row) => row.id.replace(/\.[^.]+$/, '')),
    ),
  ];
  const complete = fuels.flatMap((id) => parts(id) ?? []);

  test('26 fuels of the table in force and 6 of the one before have all three', () => {
    expect(complete.filter(({ id }) => id.includes('.2023.')).length).toBe(26);
    expect(complete.filter(({ id }) => id.includes('.2010.')).length).toBe(6);
  });

  test.each(complete)('$id', ({ heat, carbon, co2 }) => {
    const product = new Decimal(heat.value).times(carbon.value).times(44).dividedBy(12);
    const published = new Decimal(co2.value);
    // Half a unit of the last printed digit.
    const tolerance = new Decimal(10).toPower(-co2.value.split('.')[1]!.length).dividedBy(2);
    expect(product.minus(published).abs().lessThanOrEqualTo(tolerance)).toBe(true);
  });

  test('city gas: 40.0 GJ × 0.0140 t-C', () => {
    const [heat, carbon] = ['gross_heat_value', 'carbon_content'].map(
      (end) => factorById(`jp.gas.2023.default.${end}`)!.value,
    );
    expect(new Decimal(heat!).times(carbon!).times(44).dividedBy(12).toFixed(2)).toBe('2.05');
  });
});

test('EPA: heat content × factor per MMBtu gives the factor per short ton or scf as printed', () => {
  const fuels = allFactors().filter((row) => /^co2-per-/.test(row.parameter));
  expect(fuels.length).toBe(16);
  for (const row of fuels) {
    const stem = row.id.replace(/\.[^.]+$/, '');
    const product = new Decimal(factorById(`${stem}.heat_content_hhv`)!.value).times(
      factorById(`${stem}.co2_factor`)!.value,
    );
    const relative = product.dividedBy(row.value).minus(1).abs();
    expect([row.id, relative.lessThan('0.001')]).toEqual([row.id, true]);
  }
});
