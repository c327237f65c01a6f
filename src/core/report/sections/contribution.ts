import { step } from '../steps';
import { evidenceText, orNothing, quantity, wordOf, type ReportContext } from '../context';
import { body, text, total, type Block, type Section, type TableColumn } from '../document';

/** Who had which part in the reduction, by which method, and what shows it. */
export function contribution(context: ReportContext): Section {
  const { own, outcome } = context;
  const { contribution: rows } = outcome.case;
  const { attribution } = outcome.assessment;
  const blocks: Block[] = [];
  if (attribution === 'unallocated') blocks.push(text(own('contribution.unallocated'), 'warning'));
  if (rows.length === 0) blocks.push(text(own('contribution.none'), 'warning'));
  else blocks.push(table(context));
  return { id: 'contribution', title: own('contribution.title'), blocks: [...blocks, ...partners(context)] };
}

function table(context: ReportContext): Block {
  const { outcome, own } = context;
  const rate = outcome.assessment.contributionRate.value;
  const rows = outcome.case.contribution.map((row) =>
    body([
      orNothing(row.partner),
      orNothing(row.role),
      wordOf(context, 'place', row.inCity),
      wordOf(context, 'contributionMethod', row.method),
      `${quantity(row.numerator)} / ${quantity(row.denominator)}${row.unit === null ? '' : ` ${row.unit}`}${row.year === null ? '' : ` (${row.year})`}`,
      row.share ? step(row.share) : own('unknown'),
      evidenceText(context, row.evidence),
    ]),
  );
  const sum = rate ? [total([own('contribution.counted'), '', '', '', '', step(rate), ''])] : [];
  return { kind: 'table', caption: null, columns: columnsOf(context), rows: [...rows, ...sum] };
}

function columnsOf({ say, own }: ReportContext): TableColumn[] {
  const header = (key: string) => say(`template.columns.KmcContribution.${key}`);
  const titles = [
    header('partner'),
    header('role'),
    header('inCity'),
    header('method'),
    own('contribution.ground'),
    header('share'),
    header('evidence'),
  ];
  const widths = [18, 16, 8, 15, 18, 9, 16];
  return titles.map((title, index) => ({
    header: title,
    align: index === 5 ? 'right' : 'left',
    width: widths[index]!,
  }));
}

/** What each partner may claim of the whole; parts that are claimed twice would show here. */
function partners({ own, outcome }: ReportContext): readonly Block[] {
  const { partners: parts, unallocated } = outcome.assessment;
  if (!unallocated.value || parts.length === 0) return [];
  const rows = parts.map(({ partner, ref, share, avoided }) => body([partner ?? ref.id, step(share), step(avoided)]));
  return [
    {
      kind: 'table',
      caption: own('contribution.parts', { whole: `${step(unallocated.value)} ${unallocated.unit}` }),
      columns: [
        { header: own('contribution.partner'), align: 'left', width: 2 },
        { header: own('contribution.share'), align: 'right', width: 1 },
        { header: own('contribution.part'), align: 'right', width: 1 },
      ],
      rows,
    },
  ];
}
