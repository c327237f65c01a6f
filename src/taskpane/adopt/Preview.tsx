import * as React from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { missingKeys } from '../../core/adoption/missingKeys';
import { previewAdoption, type AdoptionPreview, type PreviewRow } from '../../core/adoption/previewAdoption';
import { adoptEdits } from '../../core/adoption/store';
import { message, success } from '../../core/message';
import { sheetRangeAddress } from '../../core/workbook/a1';
import { isCellError, type CellValue } from '../../core/workbook/cell';
import { More, useFirst } from '../More';
import { usePane } from '../paneContext';
import { Section } from '../Section';
import { useFields } from '../start/Field';
import { useStart } from '../start/session';
import { useControls, useSections } from '../styles';
import { useWriter } from '../writing/useWriter';
import type { Draft } from './draft';
import { CellLink, NoticeList } from './NoticeList';
import { keyText, tableText } from './texts';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';

const useStyles = makeStyles({
  list: { margin: '4px 0 0', padding: 0, listStyle: 'none' },
  item: { padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  values: { display: 'block', fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
});

/** What keeps a number away comes first. */
const SEVERITIES = ['block', 'warn', 'info'] as const;

/** Said once for all columns, not cell by cell. */
const NOT_PLACED = 'adoption.column-not-placed';

interface PreviewProps {
  readonly snapshot: WorkbookSnapshot;
  readonly draft: Draft;
  readonly onBack: () => void;
  readonly onSaved: () => void;
}

/** What would be read, before anything is saved. */
export function Preview({ snapshot, draft, onBack, onSaved }: PreviewProps) {
  const { say } = usePane();
  const sections = useSections();
  const { adoption, replaces } = draft;
  const preview = React.useMemo(
    () => previewAdoption(snapshot, adoption, replaces ?? undefined),
    [snapshot, adoption, replaces],
  );
  const missing = missingKeys(adoption).map(({ key }) => keyText(say, adoption.table, key));
  const unsaid = preview.problems.flatMap(({ severity, message: { code }, column }) =>
    code === NOT_PLACED && severity !== 'block' && column !== null ? [keyText(say, adoption.table, column)] : [],
  );
  const leftOut = adoption.skipped.map(({ text }) => text).filter((text) => text !== '');
  return (
    <>
      <div className={sections.section} role="status">
        <p className={sections.note}>{say(message('start.adopt.counts', preview.counts))}</p>
        {leftOut.length > 0 && (
          <p className={sections.note}>{say(message('start.adopt.left-out', { texts: leftOut }))}</p>
        )}
        {unsaid.length > 0 && (
          <p className={sections.note}>{say(message('start.adopt.unsaid-keys', { keys: unsaid }))}</p>
        )}
        {missing.length > 0 && <p>{say(message('start.adopt.missing-keys', { keys: missing }))}</p>}
      </div>
      <SaveButtons draft={draft} onBack={onBack} onSaved={onSaved} />
      <Found preview={preview} draft={draft} />
    </>
  );
}

function SaveButtons({ draft, onBack, onSaved }: Omit<PreviewProps, 'snapshot'>) {
  const { say } = usePane();
  const fields = useFields();
  const sections = useSections();
  const { stay } = useStart();
  const { write, busy } = useWriter();
  const { adoption, replaces } = draft;
  const place = { table: tableText(say, adoption.table), range: sheetRangeAddress(adoption.range) };
  const save = async () => {
    stay();
    const plan = (now: WorkbookSnapshot) => success(adoptEdits(now, adoption, replaces ?? undefined));
    if (await write(plan, message('start.adopt.saved', place))) onSaved();
  };
  return (
    <div className={sections.section}>
      <div className={fields.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void save()}>
          {say(replaces === null ? 'start.adopt.save' : 'start.adopt.save-change')}
        </Button>
        <Button onClick={onBack}>{say('start.adopt.to-columns')}</Button>
      </div>
    </div>
  );
}

function Found({ preview, draft: { adoption } }: { readonly preview: AdoptionPreview; readonly draft: Draft }) {
  const { say } = usePane();
  const sections = useSections();
  const { differences } = preview;
  const atCells = preview.problems.filter(({ message: { code } }) => code !== NOT_PLACED);
  const problems = SEVERITIES.flatMap((severity) => atCells.filter((one) => one.severity === severity));
  const refused = say(message('start.adopt.refused', { count: problems.length }));
  const differing = say(message('start.adopt.differences', { count: differences.length }));
  const hasEmission = adoption.columns.some(({ key }) => key === 'emission');
  return (
    <>
      <Section name="adopt-refused" title={refused} openAtFirst>
        {problems.length === 0 && <p className={sections.note}>{say('start.adopt.nothing-refused')}</p>}
        <NoticeList label={refused} items={problems} />
      </Section>
      {hasEmission && (
        <Section name="adopt-differences" title={differing} openAtFirst>
          {differences.length === 0 && <p className={sections.note}>{say('start.adopt.differences-none')}</p>}
          <NoticeList
            label={differing}
            items={differences.map(({ cell, found, calculated, unit }) => ({
              severity: 'warn',
              cell,
              message: message('start.adopt.difference', {
                found: found.toString(),
                calculated: calculated.toSignificantDigits(6).toString(),
                unit,
              }),
            }))}
          />
        </Section>
      )}
      <Section name="adopt-rows" title={say('start.adopt.rows')} openAtFirst>
        <Rows rows={preview.rows} sheet={adoption.range.sheet} left={adoption.range.left} />
      </Section>
    </>
  );
}

interface RowsProps {
  readonly rows: readonly PreviewRow[];
  readonly sheet: string;
  readonly left: number;
}

function Rows({ rows, sheet, left }: RowsProps) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const { first, hidden, showMore } = useFirst(rows, rows);
  return (
    <>
      <ul className={styles.list} aria-label={say('start.adopt.rows')}>
        {first.map(({ row, id, cells }) => (
          <li key={row} className={styles.item}>
            <button type="button" className={controls.link} onClick={() => reveal({ sheet, row, column: left })}>
              {say(message('start.adopt.row', { row: row + 1 }))}
            </button>{' '}
            {id ?? say('start.adopt.no-id')}
            <span className={styles.values}>
              {cells
                .filter(({ accepted }) => accepted)
                .map(({ found }) => shown(found))
                .join(' · ')}
            </span>
            {cells.flatMap((cell) =>
              cell.accepted || cell.problems.length === 0 ? [] : [<CellLink key={cell.key} cell={cell.cell} />],
            )}
          </li>
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="start.more" />
    </>
  );
}

const shown = (value: CellValue): string => (isCellError(value) ? value.error : String(value ?? ''));
