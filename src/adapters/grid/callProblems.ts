import { parse, parseA1Ref, tokenize, type Token } from '@borgar/fx/xlsx';
import { message, type Message } from '../../core/message';
import { textOf } from '../../core/workbook/formulaTokens';

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

type Check = (args: readonly Node[]) => Message | null;

/** Functions whose arguments decide whether the engine can be trusted with them. */
const CHECKS: Readonly<Record<string, Check>> = {
  TEXT: ([, format]) => (isPlainFormat(format) ? null : message('recalc.unsupported.text-format')),
  SUMIF: ([range, , summed]) =>
    isSameShape(range, summed) ? null : message('recalc.unsupported.sumif-shape', { name: 'SUMIF' }),
  AVERAGEIF: ([range, , summed]) =>
    isSameShape(range, summed) ? null : message('recalc.unsupported.sumif-shape', { name: 'AVERAGEIF' }),
};

const CHECKED = new RegExp(`^(${Object.keys(CHECKS).join('|')})$`, 'i');

/** @param tokens of a formula without `=` */
export function callProblems(tokens: readonly Token[]): Message[] {
  if (!tokens.some(({ type, value }) => type === 'func' && CHECKED.test(value))) return [];
  const found: Message[] = [];
  visit(treeOf(tokens), found);
  return found;
}

/** @returns the syntax tree, `null` for what is no formula */
function treeOf(tokens: readonly Token[]): Node | null {
  try {
    return parse(tokenize(`=${textOf(tokens)}`)) as unknown as Node;
  } catch {
    return null;
  }
}

function visit(node: Node | null, found: Message[]): void {
  if (!node || typeof node !== 'object') return;
  if (node.type === 'CallExpression') {
    const { name } = node['callee'] as unknown as { name: string };
    const problem = CHECKS[name.toUpperCase()]?.(node['arguments'] as readonly Node[]);
    if (problem) found.push(problem);
  }
  for (const child of Object.values(node)) {
    if (Array.isArray(child)) child.flat().forEach((item) => visit(item as Node, found));
    else if (typeof child === 'object') visit(child as Node, found);
  }
}

/** Digits, grouping and percent mean the same in every language; dates, eras and colours do not. */
function isPlainFormat(format: Node | undefined): boolean {
  return format?.type === 'Literal' && /^[0#,.%]+$/.test(String(format['value']));
}

/** Excel widens a third argument of another shape to cells that the formula does not name. */
function isSameShape(range: Node | undefined, summed: Node | undefined): boolean {
  if (!summed) return true;
  const [one, other] = [range, summed].map((node) =>
    node?.type === 'ReferenceIdentifier' ? String(node['value']) : null,
  );
  if (!one || !other) return false;
  return shapeOf(one) === shapeOf(other);
}

function shapeOf(text: string): string {
  const reference = parseA1Ref(text, { allowTernary: true });
  if (!reference || !('range' in reference)) return columnsOnly(text);
  const { top, left, bottom, right } = reference.range;
  const length = (first: number | null, last: number | null | undefined) =>
    first === null || last == null ? 'all' : last - first;
  return `${length(top, bottom)} × ${length(left, right)}`;
}

/** Two structured references to one table with one column each have the same shape. */
function columnsOnly(text: string): string {
  const bracket = text.indexOf('[');
  return bracket < 0 ? text : `${text.slice(0, bracket)} ${text.includes(':')}`;
}
