import type { Finding, FormulaReview } from '../../core/review/formulas/reviewFormulas';
import type { UniqueFormula } from '../../core/review/formulas/uniqueFormulas';
import type { ResultTree, TreeGroup } from '../../core/review/precedents/resultTree';
import { message, type Message } from '../../core/message';
import { quotedSheetName, rangeAddress, sheetCellAddress } from '../../core/workbook/a1';
import type { Translate } from '../../locales/translator';

/** Which parts of a review are shown beside its findings. */
export interface Shown {
  readonly tree?: boolean;
  readonly unique?: boolean;
}

/** The review as text for a person, the findings in the order of the sheets. */
export function reviewText(say: Translate, file: string, review: FormulaReview, shown: Shown): string {
  const { formulas, unique, findings, notices, tree } = review;
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), infos: count('info') };
  const line = (text: Message | string): string => `${say(text)}\n`;
  return [
    line(message('review.cli.title', { file, formulas, unique: unique.length })),
    line(findings.length > 0 ? message('review.cli.counts', counts) : 'review.cli.none'),
    ...findings.map((finding) => findingText(finding, say)),
    ...notices.map((notice) => `- ${line(notice)}`),
    ...(shown.unique ? ['\n', ...unique.map((formula) => uniqueText(formula, say))] : []),
    ...(shown.tree ? ['\n', treeText(tree, say)] : []),
  ].join('');
}

function findingText(finding: Finding, say: Translate): string {
  const { severity, certain, check, formulaR1C1 } = finding;
  const kind = `${say(`review.cli.severity.${severity}`)}, ${say(`review.cli.${certain ? 'certain' : 'likely'}`)}`;
  const formula = formulaR1C1 === null ? '' : `    =${formulaR1C1}\n`;
  return `\n${sheetCellAddress(finding)}  ${say(`review.checks.${check}.title`)} (${kind})\n    ${say(finding.message)}\n${formula}`;
}

function uniqueText({ sheet, r1c1, count, regions }: UniqueFormula, say: Translate): string {
  const cells = say(message('review.cli.cells', { count }));
  return `${quotedSheetName(sheet)}!${regions.join(',')}  ${cells}\n    =${r1c1}\n`;
}

function treeText(tree: ResultTree | null, say: Translate): string {
  if (!tree) return `${say('review.cli.tree-none')}\n`;
  const told = new Set<TreeGroup>();
  return tree.roots
    .map(({ name, group }) => `${say(message('review.cli.tree-title', { name }))}\n${branch(group, 1, told, say)}`)
    .join('\n');
}

/** A group that stands in the tree already is named and not opened again. */
function branch(group: TreeGroup, depth: number, told: Set<TreeGroup>, say: Translate): string {
  const known = told.has(group);
  told.add(group);
  const line = `${'  '.repeat(depth)}${groupText(group, say)}`;
  if (known && group.reads.length > 0) return `${line}  (${say('review.cli.tree-above')})\n`;
  return `${line}\n${group.reads.map((inner) => branch(inner, depth + 1, told, say)).join('')}`;
}

function groupText({ sheet, regions, table, label, r1c1, count }: TreeGroup, say: Translate): string {
  const place = `${quotedSheetName(sheet)}!${regions.map(rangeAddress).join(',')}`;
  const name = table ? `${table.name}[${table.header}]` : (label ?? '');
  const cells = count > 1 ? say(message('review.cli.cells', { count })) : '';
  const formula = r1c1 === null ? say('review.cli.tree-inputs') : `=${shortened(r1c1)}`;
  return [place, name, cells, formula].filter((part) => part !== '').join('  ');
}

/** Of a formula as long as the template's the beginning tells which it is; the whole one stands in the list of formulas. */
const shortened = (formula: string): string => (formula.length > 80 ? `${formula.slice(0, 79)}…` : formula);
