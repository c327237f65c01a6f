type Tag = readonly [name: string, plain: string, tagged: string];

/** Heat basis and gas state as they are written after a unit; keys in lower case without spaces. */
const TAGS: ReadonlyMap<string, Tag> = new Map<string, Tag>([
  ...['hhv', 'gcv', 'grosscv', 'gross', '高位', '高位発熱量', '高位発熱量基準', '総発熱量', '総発熱量基準'].map(
    (key) => [key, ['HHV', 'energy', 'energy-gross']] as const,
  ),
  ...['lhv', 'ncv', 'netcv', 'net', '低位', '低位発熱量', '低位発熱量基準', '真発熱量', '真発熱量基準'].map(
    (key) => [key, ['LHV', 'energy', 'energy-net']] as const,
  ),
  ...['satp', '25c', '25°c', '標準環境状態'].map((key) => [key, ['SATP', 'volume', 'volume-25c']] as const),
  ...['n', 'ntp', '0c', '0°c', '標準状態'].map((key) => [key, ['N', 'volume', 'volume-0c']] as const),
  ...['15c', '15°c'].map((key) => [key, ['15C', 'volume', 'volume-15c']] as const),
  ...['60f', '60°f'].map((key) => [key, ['60F', 'volume', 'volume-60f']] as const),
]);

/**
 * @param text what stands in the bracket or behind the @: Gross CV, 高位発熱量, SATP, 25 °C …
 * @returns its short name, the base dimension it is put on, and the one that results
 */
export function tagOf(text: string): Tag | null {
  return TAGS.get(text.toLowerCase().replaceAll(' ', '')) ?? null;
}
