import type { InventoryLine } from '../../case/types';
import { STAGES, type Stage } from '../../case/vocabulary';
import { body, text, type Block, type Section } from '../document';
import { boundaryPicture, type BoundaryCell, type BoundaryRow } from '../drawings/boundary';
import { fieldValue, orNothing, wordOf, type ReportContext } from '../context';

/** Processes named in one box; the rest are counted. */
const MOST = 4;

/** What is inside the comparison, by stage and side, and what was left out. */
export function boundary(context: ReportContext): Section {
  return {
    id: 'boundary',
    title: context.own('boundary.title'),
    blocks: [picture(context, (lines) => processesOf(context, lines)), ...leftOut(context)],
  };
}

/** The picture with what `cellOf` says of each stage's lines. */
export function picture(
  context: ReportContext,
  cellOf: (lines: readonly InventoryLine[]) => Omit<BoundaryCell, 'note'>,
): Block {
  const { own, say, outcome } = context;
  const stages = STAGES.map((stage) => say(`choices.stage.${stage}`));
  const rows = (['baseline', 'product'] as const).map((side): BoundaryRow => ({
    name: say(`template.sheets.${side}`),
    look: side,
    cells: STAGES.map((stage) => {
      const lines = outcome.case[side].lines.filter((line) => line.stage === stage);
      return { ...cellOf(lines), note: lines.length > 0 ? null : emptyNote(context, side, stage) };
    }),
  }));
  const unit = [fieldValue(context, 'functionalUnit'), fieldValue(context, 'functionalUnitDescription')];
  return {
    kind: 'drawing',
    drawing: boundaryPicture(stages, rows, {
      boundary: own('boundary.frame'),
      functionalUnit: `${say('template.groups.functionalUnit')}: ${unit.filter((part) => part !== null).join(' / ')}`,
    }),
    caption: own('boundary.caption'),
    description: own('boundary.description', { stages }),
  };
}

function processesOf({ own }: ReportContext, lines: readonly InventoryLine[]): Omit<BoundaryCell, 'note'> {
  const names = [...new Set(lines.map(({ process, ref }) => process ?? ref.id))];
  return {
    processes: names.slice(0, MOST),
    more: names.length > MOST ? own('boundary.more', { count: names.length - MOST }) : null,
  };
}

/** A stage without a line is left out with a reason, or nobody said anything of it. */
function emptyNote({ outcome, own, say }: ReportContext, side: 'baseline' | 'product', stage: Stage): string {
  const excluded = outcome.case.exclusions.some(({ values }) => {
    const ofSide = values['side'] ?? null;
    const sheet = say(`template.sheets.${side}`);
    const forSide = ofSide === null || ofSide === '' || ofSide === side || ofSide === sheet;
    return values['stage'] === stage && forSide;
  });
  return own(excluded ? 'boundary.excluded' : 'boundary.empty');
}

function leftOut(context: ReportContext): readonly Block[] {
  const { own, say, outcome } = context;
  const header = (key: string) => say(`template.columns.KmcExclusions.${key}`);
  const rows = outcome.case.exclusions.map(({ ref, values }) =>
    body([
      ref.id,
      orNothing(values['side']),
      wordOf(context, 'stage', values['stage'] ?? null),
      orNothing(values['process']),
      orNothing(values['reason']),
      orNothing(values['share']),
    ]),
  );
  const share = fieldValue(context, 'completeness');
  const stated = share === null ? [] : [text(own('boundary.completeness', { share }))];
  if (rows.length === 0) return [text(own('boundary.nothingLeftOut')), ...stated];
  const columns = (['id', 'side', 'stage', 'process', 'reason', 'share'] as const).map((key, index) => ({
    header: header(key),
    align: index === 5 ? ('right' as const) : ('left' as const),
    width: [8, 14, 14, 20, 34, 10][index]!,
  }));
  return [{ kind: 'table', caption: own('boundary.leftOut'), columns, rows }, ...stated];
}
