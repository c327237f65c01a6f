import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { publishedSchemas } from '../../../src/core/package/schemas';
import { PATHS } from '../../../src/core/package/bag/layout';
import { opened, packSample } from '../../support/packages';

interface Validator {
  (document: unknown): boolean;
  readonly errors?: readonly unknown[] | null;
}

/** The independent validator of JSON Schema 2020-12 that other development tools bring along. */
function compile(schema: object): Validator {
  const tools = createRequire(require.resolve('schema-utils/package.json'));
  const { default: Ajv } = tools('ajv/dist/2020') as {
    default: new (options: object) => { compile(schema: object): Validator };
  };
  return new Ajv({ strict: true, allowUnionTypes: true, allErrors: false }).compile(schema);
}

const FOLDER = path.resolve(__dirname, '../../../docs/schemas');
const SCHEMAS = publishedSchemas();
const DOCUMENTS: readonly (readonly [string, string, 'full' | 'public'])[] = [
  ['case', PATHS.case, 'full'],
  ['assessment', PATHS.assessment, 'full'],
  ['findings', PATHS.findings, 'full'],
  ['factors', PATHS.factors, 'full'],
  ['profile', PATHS.profile, 'full'],
  ['package', PATHS.info, 'full'],
  ['package', PATHS.info, 'public'],
  ['public', PATHS.public, 'public'],
];

describe('the published schemas', () => {
  it.each([...SCHEMAS.keys()])('of %s stands in docs/schemas as the code says it', (name) => {
    const file = JSON.parse(readFileSync(path.join(FOLDER, `${name}.schema.json`), 'utf8')) as unknown;
    expect(file).toEqual(SCHEMAS.get(name));
  });

  it.each(DOCUMENTS)(
    'of %s holds for %s of a %s package',
    async (name, file, version) => {
      const validate = compile(SCHEMAS.get(name)!);
      for (const sample of ['radar', 'led-lighting', 'broken']) {
        const document = opened((await packSample(sample, version)).bytes).json.get(file);
        expect([validate(document), validate.errors]).toEqual([true, null]);
      }
    },
    120_000,
  );

  it.each(DOCUMENTS)('of %s refuses what the reader refuses (%s, %s)', async (name, file, version) => {
    const validate = compile(SCHEMAS.get(name)!);
    const document = opened((await packSample('radar', version)).bytes).json.get(file) as Record<string, unknown>;
    const [first] = Object.keys(document);
    const { [first!]: _left, ...rest } = document;
    expect(_left).toBeDefined();
    expect(validate(rest)).toBe(false);
    expect(validate({ ...document, more: 1 })).toBe(false);
    expect(validate({ ...document, [first!]: -0.5 })).toBe(false);
    expect(validate([])).toBe(false);
  });
});
