import blockWords from './data/blockWords.json';

const holds = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));

/** @returns the side of the comparison a title or header speaks of; `null` where it speaks of none, or of both */
export function sideOf(text: string): 'KmcBaseline' | 'KmcProduct' | null {
  const plain = text.normalize('NFKC').toLowerCase();
  const isBaseline = holds(plain, blockWords.baseline);
  const rest = blockWords.baseline.reduce((left, word) => left.replaceAll(word, ''), plain);
  const isProduct = holds(rest, blockWords.product);
  if (isBaseline === isProduct) return null;
  return isBaseline ? 'KmcBaseline' : 'KmcProduct';
}
