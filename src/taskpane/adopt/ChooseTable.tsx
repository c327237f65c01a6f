import * as React from 'react';
import { Button } from '@fluentui/react-components';
import { proposeAdoption } from '../../core/adoption/proposeAdoption';
import { missingTables } from '../../core/adoption/readWorkbook';
import { adoptionsOf } from '../../core/adoption/store';
import type { AdoptableTable } from '../../core/adoption/types';
import { message, type Message } from '../../core/message';
import type { RangeRef } from '../../core/workbook/cell';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { Notice } from '../Notice';
import { usePane } from '../paneContext';
import { Progress } from '../Progress';
import { Section } from '../Section';
import { useFields } from '../start/Field';
import { hasTemplate } from '../start/hasTemplate';
import { useStart } from '../start/session';
import { useSections } from '../styles';
import { BlockList } from './BlockList';
import { useBlocks, type BlockSearch } from './useBlocks';
import type { Draft } from './draft';
import { RangeForm } from './RangeForm';
import { StoredList } from './StoredList';
import { tableText } from './texts';

interface ChooseTableProps {
  readonly snapshot: WorkbookSnapshot;
  readonly onDraft: (draft: Draft) => void;
  readonly onWritten: () => void;
}

/** Tables in use, tables found, and a range of one's own. */
export function ChooseTable({ snapshot, onDraft, onWritten }: ChooseTableProps) {
  const { say } = usePane();
  const [refusal, setRefusal] = React.useState<Message | null>(null);
  const stored = React.useMemo(() => adoptionsOf(snapshot), [snapshot]);
  const search = useBlocks(snapshot, stored);
  const propose = (range: RangeRef, table: AdoptableTable) => {
    const outcome = proposeAdoption(snapshot, range, table);
    setRefusal(outcome.ok ? null : outcome.message);
    if (outcome.ok) onDraft({ adoption: outcome.value.adoption, proposal: outcome.value, replaces: null });
  };
  return (
    <>
      {refusal && <Notice text={say(refusal)} action={say('pane.failure.dismiss')} onAction={() => setRefusal(null)} />}
      {stored.length > 0 && (
        <Section name="adopt-stored" title={say('start.adopt.stored')} openAtFirst>
          <StoredList snapshot={snapshot} stored={stored} onDraft={onDraft} onWritten={onWritten} />
        </Section>
      )}
      <Missing snapshot={snapshot} isAny={stored.length > 0} onWritten={onWritten} />
      <Section name="adopt-found" title={say('start.adopt.found')} openAtFirst>
        <Search search={search} />
        <BlockList blocks={search.blocks} onChoose={propose} />
      </Section>
      <Section name="adopt-range" title={say('start.adopt.by-range')} openAtFirst>
        <RangeForm snapshot={snapshot} onChoose={propose} />
      </Section>
    </>
  );
}

/** How far the search is, or that there is nothing to be found. */
function Search({ search: { blocks, part, stopped, stop } }: { readonly search: BlockSearch }) {
  const { say } = usePane();
  const sections = useSections();
  if (part < 1 && !stopped) return <Progress label={say('start.adopt.looking')} part={part} onStop={stop} />;
  return (
    <>
      {stopped && part < 1 && <p className={sections.note}>{say('start.adopt.stopped')}</p>}
      {blocks.length === 0 && <p className={sections.note}>{say('start.adopt.none')}</p>}
    </>
  );
}

interface MissingProps {
  readonly snapshot: WorkbookSnapshot;
  readonly isAny: boolean;
  readonly onWritten: () => void;
}

/** Base tables that nothing gives yet. A workbook of which nothing is read lacks them all, which would be no news. */
function Missing({ snapshot, isAny, onWritten }: MissingProps) {
  const { say } = usePane();
  const sections = useSections();
  const missing = React.useMemo(() => missingTables(snapshot), [snapshot]);
  if (missing.length === 0) return null;
  const tables = missing.map((table) => tableText(say, table));
  return (
    <div className={sections.section}>
      <p className={sections.note}>{say(message('start.adopt.missing-tables', { tables }))}</p>
      {missing.includes('KmcCase') && <WayToTemplate snapshot={snapshot} onWritten={onWritten} />}
      {isAny && <p className={sections.note}>{say('start.adopt.missing-adopt')}</p>}
    </div>
  );
}

/** Where the host can, the template's sheets are added here; else the user's go to a workbook that has them. */
function WayToTemplate({ snapshot, onWritten }: Pick<MissingProps, 'snapshot' | 'onWritten'>) {
  const { say, language } = usePane();
  const sections = useSections();
  const fields = useFields();
  const { workbooks, attempt, isBusy, stay } = useStart();
  if (!workbooks?.joins || hasTemplate(snapshot))
    return <p className={sections.note}>{say('start.adopt.missing-how')}</p>;
  const add = () =>
    void attempt(async () => {
      stay();
      await workbooks.create({ language });
      onWritten();
    });
  return (
    <div className={fields.actions}>
      <Button size="small" disabledFocusable={isBusy} onClick={add}>
        {say('start.adopt.add-template')}
      </Button>
    </div>
  );
}
