import { shapeFaults } from '../../../src/core/package/shape/shape';
import { later, object } from '../../../src/core/package/shape/structures';
import { nullable, text } from '../../../src/core/package/shape/values';

interface Row {
  readonly id: string;
  readonly note: string | null;
  readonly evidence: string | null;
}

describe('a member that came later', () => {
  const shape = object<Row>({ id: text, note: nullable(text), evidence: later(text) });

  it('is absent where it is blank, as in documents that were written before it', () => {
    const before = { id: 'Y0', note: null };
    expect(shape.encode({ id: 'Y0', note: null, evidence: null })).toEqual(before);
    expect(shapeFaults(shape, before)).toEqual([]);
    expect(shape.decode(before)).toEqual({ id: 'Y0', note: null, evidence: null });
  });

  it('is written and read where it is stated', () => {
    const row = { id: 'Y0', note: null, evidence: 'E1, E2' };
    expect(shape.encode(row)).toEqual(row);
    expect(shape.decode(row)).toEqual(row);
  });

  it('has one way to be blank, so that two documents of one case are the same bytes', () => {
    expect(shapeFaults(shape, { id: 'Y0', note: null, evidence: null }).map(({ path }) => path)).toEqual(['/evidence']);
  });

  it('is required by no schema', () => {
    expect(shape.schema(new Map())['required']).toEqual(['id', 'note']);
  });
});
