import { pieces } from '../../../src/core/report/chemicals';
import { fitted, widthOf, wrapped } from '../../../src/core/report/drawings/drawing';
import { svgOf } from '../../../src/core/report/drawings/svg';
import { escaped } from '../../../src/core/report/html/escape';

const lowered = (text: string) => pieces(text).flatMap((piece) => (piece.lowered ? [piece.text] : []));

describe('pieces', () => {
  it.each([
    ['27.10 kg-CO2e/GJ', ['2']],
    ['CO₂', ['2']],
    ['CH4 and N2O', ['4', '2']],
    ['kg-CH4', ['4']],
    ['CO21', []],
    ['FN2O5', []],
    ['H2', []],
    ['部品₁₀', ['1', '0']],
  ])('%s', (text, digits) => {
    expect(lowered(text)).toEqual(digits);
  });

  it('lose nothing', () => {
    const text = '10 t-CO2e（CO₂、CH4）';
    expect(
      pieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe('10 t-CO2e（CO2、CH4）');
  });
});

describe('escaped', () => {
  it('leaves no markup, no control character and no turned text', () => {
    expect(escaped(`<a b="c">'&`)).toBe('&lt;a b=&quot;c&quot;&gt;&#39;&amp;');
    expect(escaped('a\u0000b\u001bc\ud800d')).toBe('a�b�c�d');
    expect(escaped('abc\u202edef\u2066')).toBe('abcdef');
    expect(escaped('one\ttwo\nthree 𠮷')).toBe('one\ttwo\nthree 𠮷');
  });
});

describe('texts of drawings', () => {
  it('are cut where they are too wide', () => {
    expect(fitted('比較対象製品', 6)).toBe('比較対象製品');
    expect(fitted('比較対象製品', 5)).toBe('比較対象…');
    expect(widthOf('比較')).toBe(2);
  });

  it('are broken into lines', () => {
    expect(wrapped('輸送 8 t × 500 km', 100, 2)).toEqual(['輸送 8 t × 500 km']);
    const lines = wrapped('電力（277.8 kWh ÷ COP）と補機', 8, 3);
    expect(lines.length).toBeLessThanOrEqual(3);
    expect(lines.every((line) => widthOf(line) <= 9)).toBe(true);
  });

  it('are escaped', () => {
    const label = { kind: 'label', x: 0, y: 0, text: '<b>CO2', size: 8, anchor: 'start', ink: 'ink' } as const;
    const svg = svgOf({ width: 10, height: 10, shapes: [label] });
    expect(svg).toContain('&lt;b&gt;CO');
    expect(svg).not.toContain('<b>');
  });
});
