import { nearestAmong } from '../../../src/core/quantity/nearest';

describe('nearestAmong', () => {
  const near = nearestAmong(() => ['HFC-134a', 'HFC-134', 'HFC-32', 'CH4', 'N2O']);

  it('puts the likest first, whatever its case and width, and names three at most', () => {
    expect(near('hfc-134A')[0]).toBe('HFC-134a');
    expect(near('ＨＦＣ－３２')[0]).toBe('HFC-32');
    expect(near('hfc')).toHaveLength(3);
  });

  it('asks for the candidates once', () => {
    const candidates = jest.fn(() => ['a', 'b']);
    const search = nearestAmong(candidates);
    search('a');
    search('b');
    expect(candidates).toHaveBeenCalledTimes(1);
  });
});
