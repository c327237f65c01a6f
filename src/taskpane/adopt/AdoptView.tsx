import * as React from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { Icon } from '../icons';
import { usePane } from '../paneContext';
import { useStart } from '../start/session';
import { useControls, useSections } from '../styles';
import { ChooseTable } from './ChooseTable';
import { DraftView } from './DraftView';
import type { Draft } from './draft';

const useStyles = makeStyles({
  top: { padding: '4px 8px' },
  title: {
    margin: '0 12px 8px',
    outline: 'none',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
});

/** Reading tables of the user's own where they stand: which, what they are, and what their columns mean. */
export function AdoptView() {
  const { say } = usePane();
  const { goTo } = useStart();
  const styles = useStyles();
  const controls = useControls();
  const sections = useSections();
  const { snapshot, reread } = useAllSheets();
  const [draft, setDraft] = React.useState<Draft | null>(null);
  const title = React.useRef<HTMLHeadingElement>(null);
  const isDraft = draft !== null;
  React.useEffect(() => title.current?.focus(), [isDraft]);
  return (
    <section aria-label={say('start.adopt.heading')}>
      <div className={styles.top}>
        <button type="button" className={controls.quiet} onClick={() => (draft ? setDraft(null) : goTo('home'))}>
          <Icon shape="back" />
          {say(draft ? 'start.adopt.cancel' : 'start.adopt.back')}
        </button>
      </div>
      <h2 className={styles.title} tabIndex={-1} ref={title}>
        {say('start.adopt.heading')}
      </h2>
      {!snapshot && (
        <p className={sections.section} role="status">
          {say('start.adopt.reading')}
        </p>
      )}
      {snapshot && !draft && <ChooseTable snapshot={snapshot} onDraft={setDraft} onWritten={reread} />}
      {snapshot && draft && (
        <DraftView
          snapshot={snapshot}
          draft={draft}
          onDraft={setDraft}
          onSaved={() => {
            setDraft(null);
            reread();
          }}
        />
      )}
    </section>
  );
}

/** All sheets as they are now, read again when the workbook changes. */
function useAllSheets(): { readonly snapshot: WorkbookSnapshot | null; readonly reread: () => void } {
  const { host, attempt } = useStart();
  const { known } = useChangeCount();
  const [snapshot, setSnapshot] = React.useState<WorkbookSnapshot | null>(null);
  const reread = () => void attempt(async () => setSnapshot(await host.snapshot('all')));
  React.useEffect(reread, [host, known]);
  return { snapshot, reread };
}

function useChangeCount() {
  const { host } = useStart();
  const [known, setKnown] = React.useState(0);
  React.useEffect(() => host.onChange(() => setKnown((count) => count + 1)), [host]);
  return { known };
}
