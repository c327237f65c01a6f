import * as React from 'react';
import { proposeAdoption } from '../../core/adoption/proposeAdoption';
import { missingTables } from '../../core/adoption/readWorkbook';
import { adoptionsOf } from '../../core/adoption/store';
import type { AdoptableTable } from '../../core/adoption/types';
import { message, type Message } from '../../core/message';
import type { RangeRef } from '../../core/workbook/cell';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { Notice } from '../Notice';
import { usePane } from '../paneContext';
import { Section } from '../Section';
import { useSections } from '../styles';
import { freeBlocks } from './blocks';
import { BlockList } from './BlockList';
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
  const sections = useSections();
  const [refusal, setRefusal] = React.useState<Message | null>(null);
  const stored = React.useMemo(() => adoptionsOf(snapshot), [snapshot]);
  const blocks = React.useMemo(() => freeBlocks(snapshot, stored), [snapshot, stored]);
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
      <Missing snapshot={snapshot} isAny={stored.length > 0} />
      <Section name="adopt-found" title={say('start.adopt.found')} openAtFirst>
        {blocks.length === 0 ? (
          <p className={sections.note}>{say('start.adopt.none')}</p>
        ) : (
          <BlockList blocks={blocks} onChoose={propose} />
        )}
      </Section>
      <Section name="adopt-range" title={say('start.adopt.by-range')} openAtFirst={blocks.length === 0}>
        <RangeForm snapshot={snapshot} onChoose={propose} />
      </Section>
    </>
  );
}

/** Base tables that nothing gives yet. A workbook of which nothing is read lacks them all, which would be no news. */
function Missing({ snapshot, isAny }: { readonly snapshot: WorkbookSnapshot; readonly isAny: boolean }) {
  const { say } = usePane();
  const sections = useSections();
  const missing = React.useMemo(() => missingTables(snapshot), [snapshot]);
  if (missing.length === 0) return null;
  const tables = missing.map((table) => tableText(say, table));
  return (
    <div className={sections.section}>
      <p className={sections.note}>{say(message('start.adopt.missing-tables', { tables }))}</p>
      {missing.includes('KmcCase') && <p className={sections.note}>{say('start.adopt.missing-how')}</p>}
      {isAny && <p className={sections.note}>{say('start.adopt.missing-adopt')}</p>}
    </div>
  );
}
