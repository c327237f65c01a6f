import * as React from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { takeBack } from '../../core/entry/takeBack';
import { message, type Message } from '../../core/message';
import type { WorkbookHost } from '../../core/ports';
import type { WorkbookEdit } from '../../core/workbook/edit';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { Icon } from '../icons';
import { Notice } from '../Notice';
import { reasonOf } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useControls } from '../styles';
import { WriterProvider, type Plan, type Writer } from './useWriter';

const useStyles = makeStyles({
  foot: { position: 'sticky', bottom: 0, zIndex: 2 },
  done: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '6px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  icon: { flex: 'none', color: tokens.colorStatusSuccessForeground1 },
  text: { flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere' },
});

/** What was written last: enough to take it back. */
interface Step {
  readonly before: WorkbookSnapshot;
  readonly edits: readonly WorkbookEdit[];
}

interface State {
  readonly busy: boolean;
  readonly done: Message | null;
  readonly failure: Message | null;
  /** `null` where nothing can be taken back. */
  readonly step: Step | null;
}

const NOTHING: State = { busy: false, done: null, failure: null, step: null };

interface WritingProps {
  readonly host: WorkbookHost;
  /** Hears that the workbook was written to: a host does not tell of what it wrote itself. */
  readonly onWritten: () => void;
  readonly children: React.ReactNode;
}

/** Lets what is inside write to the workbook, and says at the foot what was written. */
export function Writing({ host, onWritten, children }: WritingProps) {
  const [state, setState] = React.useState(NOTHING);
  const running = React.useRef(false);
  const written = React.useRef(onWritten);
  React.useEffect(() => void (written.current = onWritten));

  const attempt = React.useCallback(
    async (plan: Plan, done: Message | (() => Message), undoable: boolean): Promise<boolean> => {
      if (running.current) return false;
      running.current = true;
      setState((last) => ({ ...NOTHING, step: last.step, busy: true }));
      const after = await applied(host, plan).catch((error: unknown) => reasonOf(error));
      running.current = false;
      if ('code' in after) {
        setState((last) => ({ ...last, busy: false, failure: after }));
        return false;
      }
      setState({ ...NOTHING, done: typeof done === 'function' ? done() : done, step: undoable ? after : null });
      written.current();
      return true;
    },
    [host],
  );

  const { step, busy } = state;
  const writer = React.useMemo<Writer>(
    () => ({ write: (plan, done) => attempt(plan, done, true), busy }),
    [attempt, busy],
  );
  const undo =
    step && (() => attempt((now) => takeBack(step.before, now, step.edits), message('inventory.write.undone'), false));
  return (
    <WriterProvider value={writer}>
      {children}
      <Foot state={state} onUndo={undo} onClose={() => setState(NOTHING)} />
    </WriterProvider>
  );
}

/** @returns what was written, or why nothing was */
async function applied(host: WorkbookHost, plan: Plan): Promise<Step | Message> {
  const before = await host.snapshot('case');
  const edits = plan(before);
  if (!edits.ok) return edits.message;
  await host.apply(edits.value);
  return { before, edits: edits.value };
}

interface FootProps {
  readonly state: State;
  readonly onUndo: (() => void) | null;
  readonly onClose: () => void;
}

function Foot({ state: { done, failure }, onUndo, onClose }: FootProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  return (
    <div className={styles.foot}>
      {failure && (
        <Notice
          text={say(message('inventory.write.failed', { reason: failure }))}
          action={say('inventory.write.close')}
          onAction={onClose}
        />
      )}
      <div role="status">
        {done && (
          <div className={styles.done}>
            <Icon shape="done" className={styles.icon} />
            <span className={styles.text}>{say(done)}</span>
            {onUndo && (
              <button type="button" className={controls.quiet} onClick={onUndo}>
                {say('inventory.write.undo')}
              </button>
            )}
            <button type="button" className={controls.quiet} onClick={onClose}>
              {say('inventory.write.close')}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}
