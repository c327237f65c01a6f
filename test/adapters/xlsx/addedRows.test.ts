import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { createRecalculator } from '../../../src/adapters/recalc/univerRecalculator';
import { createXlsxHost } from '../../../src/adapters/xlsx/xlsxHost';
import { addRows } from '../../../src/core/entry/addRows';
import { evaluate } from '../../../src/core/pipeline';
import { readCase } from '../../../src/core/reader/readCase';
import { recalculated } from '../../../src/core/recalculated';

const SAMPLES = path.resolve(__dirname, '../../../samples');

const tableParts = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes)).flatMap(([name, part]) =>
    /tables\/table\d+\.xml$/.test(name) ? [strFromU8(part)] : [],
  );

describe.each(['radar.xlsx', 'heat-pump.xlsx'])('rows added to %s', (file) => {
  it('are lines of its table in the file, and are calculated with the others', async () => {
    const host = createXlsxHost(Uint8Array.from(readFileSync(path.join(SAMPLES, file))));
    const before = await host.snapshot();
    const { factors } = readCase(before).case;
    const { ref } = factors.find(({ unit }) => unit === 'kg-CO2e/kg')!;
    const { value } = factors.find((each) => each.ref === ref)!;
    const line = {
      stage: 'production',
      process: '追加',
      flow: 'input',
      inCity: 'out',
      amount: 2,
      unit: 't',
      per: 'functional-unit',
      factorId: ref.id,
    };
    const added = addRows(before, 'KmcProduct', [line, line]);
    if (!added.ok) throw new Error(added.message.code);
    await host.apply(added.value.edits);

    const written = await host.snapshot();
    const { snapshot } = recalculated(written, await createRecalculator().recalculate(written));
    const { case: read } = evaluate(snapshot);
    const lines = read.product.lines.slice(-2);
    expect(lines.map(({ ref: { id }, process }) => [id, process])).toEqual(
      added.value.rows.map(({ id }) => [id, '追加']),
    );
    const column = read.locations['KmcProduct']!.columns['emission']!;
    const sheet = snapshot.sheets.find(({ name }) => name === lines[1]!.ref.sheet)!;
    // 2 t × 1,000 kg/t × the factor in kg-CO2e/kg
    expect(sheet.value(lines[1]!.ref.row, column)).toBeCloseTo(2000 * value!.toNumber(), 9);

    const part = tableParts(await host.bytes()).find((xml) => xml.includes('displayName="KmcProduct"'))!;
    const refs = [...part.matchAll(/<(table|autoFilter)\b[^>]*?\bref="([A-Z]+\d+:[A-Z]+(\d+))"/g)];
    const bottom = String(lines[1]!.ref.row + 1);
    expect(refs.length).toBeGreaterThan(0);
    expect(refs.map((match) => match[3])).toEqual(refs.map(() => bottom));
  }, 60_000);
});
