import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { sameFixes } from '../../../core/fixes/fixesOf';
import type { Fix } from '../../../core/fixes/types';
import { message } from '../../../core/message';
import { usePane } from '../../paneContext';
import { useRole } from '../../role';
import { useControls } from '../../styles';
import { ItemEntries } from '../decisions/ItemEntries';
import { useDismissed } from './dismissed';
import { changeText } from './fixText';
import type { Item, Listed } from './items';
import { leaveItem } from './keyboard';
import { useList } from './listContext';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', padding: '0 0 6px' },
  fix: { minWidth: 0, marginInlineStart: '4px', whiteSpace: 'normal', textAlign: 'left', overflowWrap: 'anywhere' },
  quiet: { fontSize: tokens.fontSizeBase200 },
  change: { marginInlineStart: '6px', fontWeight: tokens.fontWeightRegular },
});

/** What can be done about an item without leaving the pane. */
export function Actions({ item }: { readonly item: Item }) {
  const { say } = usePane();
  const styles = useStyles();
  const { fixes, byFinding } = useList();
  const { role } = useRole();
  const ids = [...new Set(item.listed.map(({ finding }) => finding.id))];
  const own = ids.flatMap((id) => byFinding.get(id) ?? []);
  const [first] = own;
  const column = first ? sameFixes(fixes, first) : [];
  const [{ finding }] = item.listed as readonly [Listed];
  const isSpelling = finding.rule.startsWith('reading.fixes.');
  return (
    <div className={styles.actions}>
      {first && <FixButton first={first} own={own} />}
      {column.length > own.length && (
        <Apply fixes={column} text={say(message('fixes.view.fix-all', { count: column.length }))} />
      )}
      {finding.message.code === 'analysis.outdated' && <RecordAgain />}
      {!isSpelling && <ItemEntries on={ids} wantsReason={finding.severity === 'warn'} className={styles.quiet} />}
      {role === 'author' && item.severity !== 'block' && <Leave item={item} />}
    </div>
  );
}

function FixButton({ first, own }: { readonly first: Fix; readonly own: readonly Fix[] }) {
  const { say } = usePane();
  const styles = useStyles();
  const { fix } = useList();
  const others = new Set(own.flatMap(({ edits }) => edits)).size - 1;
  return (
    <Button
      size="small"
      className={styles.fix}
      data-fix=""
      aria-keyshortcuts="F"
      title={say(first.title)}
      onClick={({ currentTarget }) => {
        leaveItem(currentTarget);
        fix(own);
      }}
    >
      {say('fixes.view.fix')}
      <span className={styles.change}>
        {say(changeText(first))}
        {others > 0 && ` ${say(message('fixes.view.more-cells', { count: others }))}`}
      </span>
    </Button>
  );
}

function Apply({ fixes, text }: { readonly fixes: readonly Fix[]; readonly text: string }) {
  const styles = useStyles();
  const controls = useControls();
  const { fix } = useList();
  return (
    <button
      type="button"
      className={mergeClasses(controls.quiet, styles.quiet)}
      onClick={({ currentTarget }) => {
        leaveItem(currentTarget);
        fix(fixes);
      }}
    >
      {text}
    </button>
  );
}

function Leave({ item }: { readonly item: Item }) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const { has, dismiss, restore } = useDismissed();
  const isLeft = item.listed.every(({ finding }) => has(finding));
  return (
    <button
      type="button"
      className={mergeClasses(controls.quiet, styles.quiet)}
      onClick={({ currentTarget }) => {
        leaveItem(currentTarget);
        (isLeft ? restore : dismiss)(item);
      }}
    >
      {say(isLeft ? 'fixes.view.restore' : 'fixes.view.dismiss')}
    </button>
  );
}

/** What is recorded is put right where it is simulated. */
function RecordAgain() {
  const { say } = usePane();
  const controls = useControls();
  const { toResult } = useList();
  return (
    <button type="button" className={controls.quiet} onClick={toResult}>
      {say('pane.record.to-result')}
    </button>
  );
}
