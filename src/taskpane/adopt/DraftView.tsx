import * as React from 'react';
import { Button } from '@fluentui/react-components';
import { extendAdoption } from '../../core/adoption/changeAdoption';
import { missingKeys } from '../../core/adoption/missingKeys';
import { proposeAdoption } from '../../core/adoption/proposeAdoption';
import type { Adoption } from '../../core/adoption/types';
import { message } from '../../core/message';
import { sheetRangeAddress } from '../../core/workbook/a1';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { usePane } from '../paneContext';
import { Section } from '../Section';
import { useFields } from '../start/Field';
import { useSections } from '../styles';
import { Columns } from './Columns';
import { Constants } from './Constants';
import { foreignWords, headingsOf, type Draft } from './draft';
import { Headings } from './Headings';
import { NoticeList } from './NoticeList';
import { Preview } from './Preview';
import { tableText } from './texts';
import { Words } from './Words';

export interface DraftProps {
  readonly snapshot: WorkbookSnapshot;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

/** A range and what it is read as; then what would be read. */
export function DraftView({ onSaved, ...props }: DraftProps & { readonly onSaved: () => void }) {
  const { say } = usePane();
  const sections = useSections();
  const [isPreview, setPreview] = React.useState(false);
  const { adoption } = props.draft;
  return (
    <>
      <p className={sections.section}>
        {say(
          message('start.adopt.stored-at', {
            table: tableText(say, adoption.table),
            range: sheetRangeAddress(adoption.range),
          }),
        )}
      </p>
      {isPreview ? (
        <Preview {...props} onBack={() => setPreview(false)} onSaved={onSaved} />
      ) : (
        <Mapping {...props} onPreview={() => setPreview(true)} />
      )}
    </>
  );
}

function Mapping({ snapshot, draft, onDraft, onPreview }: DraftProps & { readonly onPreview: () => void }) {
  const { say } = usePane();
  const fields = useFields();
  const { adoption, proposal } = draft;
  const change = (changed: Adoption) => onDraft({ ...draft, adoption: changed });
  const words = React.useMemo(() => foreignWords(snapshot, adoption), [snapshot, adoption]);
  const headings = headingsOf(adoption);
  const notices = proposal?.notices ?? [];
  const parts = { snapshot, draft, change };
  const missing = missingKeys(adoption).length;
  return (
    <>
      <Section name="adopt-columns" title={say('start.adopt.columns')} openAtFirst>
        <Columns {...parts} />
        <div className={fields.actions}>
          <Actions snapshot={snapshot} draft={draft} onDraft={onDraft} />
        </div>
      </Section>
      <Section
        name="adopt-constants"
        title={say('start.adopt.constants')}
        aside={missing > 0 ? String(missing) : undefined}
        openAtFirst
      >
        <Constants {...parts} />
      </Section>
      {headings.length > 0 && (
        <Section name="adopt-headings" title={say('start.adopt.headings')} openAtFirst>
          <Headings {...parts} headings={headings} />
        </Section>
      )}
      {words.length > 0 && (
        <Section name="adopt-words" title={say('start.adopt.words')} openAtFirst>
          <Words {...parts} words={words} />
        </Section>
      )}
      {notices.length > 0 && (
        <Section name="adopt-notices" title={say('start.adopt.notices')} openAtFirst>
          <NoticeList label={say('start.adopt.notices')} items={notices} />
        </Section>
      )}
      <Section name="adopt-next" title={say('start.adopt.preview-title')} openAtFirst>
        <div className={fields.actions}>
          <Button appearance="primary" onClick={onPreview}>
            {say('start.adopt.preview')}
          </Button>
        </div>
      </Section>
    </>
  );
}

/** For a range that is read already: lines typed below it, and beginning anew. */
function Actions({ snapshot, draft, onDraft }: DraftProps) {
  const { say } = usePane();
  const { adoption, replaces } = draft;
  if (replaces === null) return null;
  const extended = extendAdoption(snapshot, adoption);
  const proposeAnew = () => {
    const outcome = proposeAdoption(snapshot, adoption.range, adoption.table);
    if (outcome.ok) onDraft({ adoption: outcome.value.adoption, proposal: outcome.value, replaces });
  };
  return (
    <>
      {extended.range.bottom > adoption.range.bottom && (
        <Button size="small" onClick={() => onDraft({ ...draft, adoption: extended })}>
          {say('start.adopt.extend')}
        </Button>
      )}
      {proposeAdoption(snapshot, adoption.range, adoption.table).ok && (
        <Button size="small" onClick={proposeAnew}>
          {say('start.adopt.anew')}
        </Button>
      )}
    </>
  );
}
