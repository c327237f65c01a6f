import { parse, tokenize, type Token } from '@borgar/fx';
import { folded } from './tableReference';

interface Tree {
  readonly type?: string;
  readonly name?: string;
  readonly [key: string]: unknown;
}

/**
 * @param tokens of a formula
 * @returns names the formula itself declares with LET or LAMBDA, in lower case: they hide the workbook's names
 */
export function localNames(tokens: readonly Token[]): ReadonlySet<string> {
  const declares = tokens.some(({ type, value }) => type === 'func' && /^(_xlfn\.)?(LET|LAMBDA)$/i.test(value));
  if (!declares) return NONE;
  const names = new Set<string>();
  collect(treeOf(tokens), names);
  return names;
}

const NONE: ReadonlySet<string> = new Set();

/** @returns the syntax tree, `null` for what is no formula */
export function treeOf(tokens: readonly Token[]): Tree | null {
  try {
    return parse(tokenize(`=${tokens.map(({ value }) => value).join('')}`)) as unknown as Tree;
  } catch {
    return null;
  }
}

function collect(node: Tree | null, names: Set<string>): void {
  if (node === null || typeof node !== 'object') return;
  if (node.type === 'Identifier' && typeof node.name === 'string') names.add(folded(node.name));
  for (const child of Object.values(node)) {
    if (Array.isArray(child)) child.flat().forEach((item) => collect(item as Tree, names));
    else if (typeof child === 'object') collect(child as Tree, names);
  }
}
