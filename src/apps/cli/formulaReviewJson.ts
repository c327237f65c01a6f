import type { PrintedFormulaReview } from '../../core/package/documents/formulaReviewShape';
import type { FormulaReview } from '../../core/review/formulas/reviewFormulas';
import type { ResultTree, TreeGroup } from '../../core/review/precedents/resultTree';
import { rangeAddress, sheetCellAddress } from '../../core/workbook/a1';
import type { Translate } from '../../locales/translator';

/** The review for other programs, as docs/schemas/formula-review.schema.json says it. */
export function reviewJson(say: Translate, { formulas, unique, findings, notices, tree }: FormulaReview): string {
  const told = findings.map(({ sheet, cell, check, severity, certain, message, formulaR1C1 }) => ({
    sheet,
    cell,
    check,
    severity,
    certain,
    message: say(message),
    formulaR1C1,
  }));
  const all: PrintedFormulaReview = {
    formulas,
    unique,
    findings: told,
    tree: tree && treeJson(tree),
    notices: notices.map(say),
  };
  return `${JSON.stringify(all, null, 2)}\n`;
}

function treeJson({ roots, groups, untold }: ResultTree): PrintedFormulaReview['tree'] {
  const numbers = new Map(groups.map((group, number) => [group, number]));
  const numberOf = (group: TreeGroup): number => numbers.get(group)!;
  return {
    roots: roots.map(({ name, group }) => ({ name, group: numberOf(group) })),
    groups: groups.map(({ sheet, r1c1, count, regions, table, label, reads }) => ({
      sheet,
      formulaR1C1: r1c1,
      count,
      regions: regions.map(rangeAddress),
      table,
      label,
      reads: reads.map(numberOf),
    })),
    untold: untold.map(({ cell, text, reason }) => ({ cell: sheetCellAddress(cell), text, reason })),
  };
}
