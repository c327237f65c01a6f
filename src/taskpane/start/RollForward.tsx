import * as React from 'react';
import { Button } from '@fluentui/react-components';
import { readWorkbook } from '../../core/adoption/readWorkbook';
import { failure, KmcError, message, success, type Outcome } from '../../core/message';
import { rollForward } from '../../core/template/rollForward/rollForward';
import { rollEdits, SALES_CHOICES, type SalesChoice } from '../../core/template/rollForward/types';
import type { WorkbookEdit } from '../../core/workbook/edit';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import type { Language } from '../../locales/translator';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { Radios, useFields } from './Field';
import { FileButton } from './FileButton';
import { RollList } from './RollList';
import { useWriter } from '../writing/useWriter';
import { useStart, type Rolling } from './session';

/** Last year's application as the beginning of this year's: first shown, then written. @param known `null` while no case is open */
export function RollForward({ known }: { readonly known: Known | null }) {
  const { say, language } = usePane();
  const sections = useSections();
  const fields = useFields();
  const { workbooks, host, attempt, isBusy, rolling, roll } = useStart();
  const [sales, setSales] = React.useState<SalesChoice>('keep');
  const plan = (snapshot: WorkbookSnapshot, file: File | null) => {
    const outcome = rollForward(snapshot, readWorkbook(snapshot).case, { sales, language });
    if (!outcome.ok) throw new KmcError(outcome.message);
    roll({ plan: outcome.value, sales, file, written: false });
  };
  if (rolling) return <Rolled rolling={{ ...rolling, written: isWritten(rolling, known) }} />;
  return (
    <>
      <p className={sections.note}>{say('start.roll.what')}</p>
      <Radios
        legend={say('start.roll.sales')}
        options={SALES_CHOICES.map((name) => ({
          name,
          text: say(`start.roll.${name}`),
          hint: say(`start.roll.${name}-hint`),
        }))}
        chosen={sales}
        onChoose={(name) => setSales(name as SalesChoice)}
      />
      <div className={fields.actions}>
        {known && (
          <Button
            disabledFocusable={isBusy}
            onClick={() => void attempt(async () => plan(await host.snapshot('all'), null))}
          >
            {say('start.roll.open')}
          </Button>
        )}
        {workbooks && (
          <FileButton
            label={say('start.roll.file')}
            disabled={isBusy}
            onFile={(file) => void attempt(async () => plan(await workbooks.readFile(file), file))}
          />
        )}
      </div>
    </>
  );
}

/** What was written to the open workbook may have been taken back. */
function isWritten({ plan, file, written }: Rolling, known: Known | null): boolean {
  if (file !== null) return written;
  return written && known?.outcome.case.fields['fiscalYear']?.number?.toNumber() === plan.year;
}

/** What would change and what is to be done; after writing, what was changed. */
function Rolled({ rolling }: { readonly rolling: Rolling }) {
  const { say } = usePane();
  const sections = useSections();
  const fields = useFields();
  const { roll, isBusy, workbooks } = useStart();
  const { busy } = useWriter();
  const write = useWriting(rolling);
  const { plan, file, written } = rolling;
  const isBeside = file !== null && workbooks?.opensBeside === true;
  const place = file === null || (written && !isBeside);
  return (
    <>
      <p className={sections.note}>
        {say(message(written ? 'start.roll.after' : 'start.roll.before', { year: plan.year }))}
      </p>
      <RollList
        title={say(message(written ? 'start.roll.changed' : 'start.roll.changes', { count: plan.changes.length }))}
        items={plan.changes}
        hasPlace={place}
      />
      <RollList
        title={say(message('start.roll.tasks', { count: plan.tasks.length }))}
        items={plan.tasks}
        hasPlace={place}
      />
      {written && isBeside && <p className={sections.note}>{say('start.roll.beside')}</p>}
      {!written && file === null && <p className={sections.note}>{say('start.roll.save-first')}</p>}
      <div className={fields.actions}>
        {!written && (
          <Button appearance="primary" disabledFocusable={isBusy || busy} onClick={write}>
            {say(file ? 'start.roll.make' : 'start.roll.write')}
          </Button>
        )}
        <Button onClick={() => roll(null)}>{say(written ? 'start.roll.close' : 'start.roll.cancel')}</Button>
      </div>
    </>
  );
}

function useWriting(rolling: Rolling): () => void {
  const { language } = usePane();
  const { workbooks, attempt, roll, stay } = useStart();
  const { write } = useWriter();
  const { plan, file } = rolling;
  const inPlace = async () => {
    const done = message('start.roll.done', { year: plan.year, count: plan.changes.length });
    const isWritten = await write((now) => editsAsShown(now, rolling, language), done);
    if (isWritten) roll({ ...rolling, written: true });
  };
  const asCopy = async (from: File) => {
    roll({ ...rolling, written: true });
    let isOpen = false;
    try {
      isOpen = (await workbooks!.openEdited(from, rollEdits(plan), nameFor(from.name, plan.year))) !== false;
    } finally {
      if (!isOpen) roll(rolling);
    }
  };
  return () => {
    stay();
    void attempt(() => (file ? asCopy(file) : inPlace()));
  };
}

/** What was shown is written, or nothing: the workbook may have changed since. */
function editsAsShown(
  now: WorkbookSnapshot,
  { plan, sales }: Rolling,
  language: Language,
): Outcome<readonly WorkbookEdit[]> {
  const fresh = rollForward(now, readWorkbook(now).case, { sales, language });
  if (!fresh.ok) return fresh;
  const isSame = JSON.stringify(fresh.value.changes) === JSON.stringify(plan.changes);
  return isSame ? success(rollEdits(plan)) : failure('start.roll.moved');
}

/** `heat-pump.xlsx` → `heat-pump-2026.xlsx`: the new application never has the name of the old. */
const nameFor = (name: string, year: number): string => name.replace(/(\.xlsx)?$/i, `-${year}.xlsx`);
