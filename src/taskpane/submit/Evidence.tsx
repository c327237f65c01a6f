import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { cellOf } from '../../core/case/cellOf';
import { message, success } from '../../core/message';
import type { WorkbookEdit } from '../../core/workbook/edit';
import { Icon } from '../icons';
import type { Known } from '../outcome/followWorkbook';
import type { PackageSession } from '../package/packaging';
import { usePane } from '../paneContext';
import { FilesButton } from '../package/FilesButton';
import { useFields } from '../start/Field';
import { useControls, useSections } from '../styles';
import { Waiting } from '../Waiting';
import { useWriter } from '../writing/useWriter';
import { evidenceAtHand, pathOf, type EvidenceAtHand, type EvidenceState, type HashedFile } from './evidenceStates';

const useStyles = makeStyles({
  list: { margin: '8px 0', padding: 0, listStyleType: 'none' },
  item: { padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  state: { display: 'flex', alignItems: 'center', gap: '4px', fontSize: tokens.fontSizeBase200 },
  matches: { color: tokens.colorStatusSuccessForeground1 },
  differs: { color: tokens.colorPaletteRedForeground1 },
  open: { color: tokens.colorNeutralForeground2 },
});

const LOOKS = {
  matches: { shape: 'done', look: 'matches' },
  differs: { shape: 'blocks', look: 'differs' },
  unhashed: { shape: 'notes', look: 'open' },
  absent: { shape: 'notes', look: 'open' },
} as const satisfies Record<
  EvidenceState,
  { shape: 'done' | 'blocks' | 'notes'; look: 'matches' | 'differs' | 'open' }
>;

interface EvidenceProps {
  readonly known: Known;
  readonly packages: PackageSession;
}

/** The files the workbook cites: chosen from this machine, hashed here, and packed; nothing is sent anywhere. */
export function Evidence({ known, packages }: EvidenceProps) {
  const { say } = usePane();
  const sections = useSections();
  const styles = useStyles();
  const fields = useFields();
  const { evidence, setEvidence, load, run, busy } = packages;
  const stated = known.outcome.case;
  const { cited, uncited } = evidenceAtHand(stated, evidence);
  const choose = (files: readonly File[]) =>
    run('hash', async () => {
      const { digest } = await load();
      const hashed: HashedFile[] = [];
      for (const file of files) {
        const bytes = new Uint8Array(await file.arrayBuffer());
        hashed.push({ path: pathOf(stated, file.name), bytes, sha256: await digest(bytes) });
      }
      const added = new Set(hashed.map(({ path }) => path));
      setEvidence([...evidence.filter(({ path }) => !added.has(path)), ...hashed]);
    });
  if (cited.length === 0 && evidence.length === 0)
    return <p className={sections.note}>{say('submit.evidence.none')}</p>;
  return (
    <>
      <p className={sections.note}>{say('submit.evidence.what')}</p>
      <ul className={styles.list}>
        {cited.map((one) => (
          <Cited key={`${one.row.ref.sheet} ${one.row.ref.row}`} known={known} of={one} />
        ))}
      </ul>
      {uncited.length > 0 && (
        <p className={sections.note}>{say(message('submit.evidence.uncited', { files: uncited }))}</p>
      )}
      <div className={fields.actions}>
        <FilesButton
          label={say('submit.evidence.choose')}
          disabled={busy !== null}
          multiple
          onFiles={(files) => void choose(files)}
        />
        <Stating known={known} cited={cited} />
        {evidence.length > 0 && (
          <Button disabledFocusable={busy !== null} onClick={() => setEvidence([])}>
            {say('submit.evidence.clear')}
          </Button>
        )}
      </div>
      {busy === 'hash' && <Waiting text="submit.waiting.hash" />}
    </>
  );
}

function Cited({ known, of: { row, state } }: { readonly known: Known; readonly of: EvidenceAtHand }) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const { shape, look } = LOOKS[state];
  const cell = cellOf(known.outcome.case.locations, row.ref, 'file');
  const name = row.title ?? row.ref.id;
  return (
    <li className={styles.item}>
      {cell ? (
        <button type="button" className={controls.link} onClick={() => reveal(cell)}>
          {name}
        </button>
      ) : (
        name
      )}
      <div className={`${styles.state} ${styles[look]}`}>
        <Icon shape={shape} size={14} />
        <span>{say(message(`submit.evidence.${state}`, { file: row.file }))}</span>
      </div>
    </li>
  );
}

/** Writes the hash of a chosen file where the workbook states none; one that differs is for the applicant to look into. */
function Stating({ known, cited }: { readonly known: Known; readonly cited: readonly EvidenceAtHand[] }) {
  const { say } = usePane();
  const { write, busy } = useWriter();
  const { locations } = known.outcome.case;
  const edits = cited.flatMap(({ row, state, sha256 }): WorkbookEdit[] => {
    const cell = state === 'unhashed' ? cellOf(locations, row.ref, 'sha256') : null;
    return cell ? [{ kind: 'set-value', cell, value: sha256 }] : [];
  });
  if (edits.length === 0) return null;
  return (
    <Button
      disabledFocusable={busy}
      onClick={() => void write(() => success(edits), message('submit.evidence.stated', { count: edits.length }))}
    >
      {say(message('submit.evidence.state', { count: edits.length }))}
    </Button>
  );
}
