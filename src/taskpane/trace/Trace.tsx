import * as React from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { message } from '../../core/message';
import { unrounded } from '../../locales/numbers';
import { Icon } from '../icons';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useControls } from '../styles';
import { Inputs } from './Inputs';
import { equationText, stepText } from './steps';
import { useSteps } from './useSteps';
import { writtenOut } from './writtenOut';

/** What the numbers above take when they stay in sight: a title that is scrolled to must not end up behind them. */
const STICKY_HEADER = '270px';

const useStyles = makeStyles({
  panel: {
    padding: '8px 12px 10px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `3px solid ${tokens.colorNeutralStrokeAccessible}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'normal',
  },
  bar: { display: 'flex', justifyContent: 'space-between', gap: '8px', marginInline: '-4px' },
  title: {
    margin: '2px 0 0',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    outline: 'none',
    scrollMarginTop: STICKY_HEADER,
  },
  equation: { margin: '2px 0 0', color: tokens.colorNeutralForeground2 },
  value: { margin: '2px 0 0', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
});

interface TraceProps {
  readonly known: Known;
  /** Index of the step shown first. */
  readonly root: number;
  /** What the number is called where it stands. */
  readonly what: string;
  readonly onClose: () => void;
}

/** How a number came about, step by step: the equation, the same with values, and what went into it. */
export function Trace({ known, root, what, onClose }: TraceProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const { trace } = known.outcome.assessment;
  const { steps, into, out } = useSteps(trace, root);
  const title = React.useRef<HTMLHeadingElement>(null);
  const opener = React.useRef(document.activeElement);
  React.useEffect(() => title.current?.focus(), [steps.length]);

  const deeper = steps.length > 0;
  const node = trace[steps[steps.length - 1] ?? root];
  if (!node) return null;
  const name = deeper ? stepText(say, known, node) : what;
  const equation = equationText(say, node);
  const expression = writtenOut(known, node);
  const close = () => {
    onClose();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const back = deeper ? out : close;
  return (
    <section
      className={styles.panel}
      onKeyDown={({ key }) => key === 'Escape' && back()}
      aria-label={say(message('pane.trace.of', { what: name }))}
    >
      <div className={styles.bar}>
        <button type="button" className={controls.quiet} onClick={back}>
          <Icon shape="back" />
          {say('pane.trace.back')}
        </button>
        {deeper && (
          <button type="button" className={controls.quiet} onClick={close}>
            {say('pane.trace.close')}
            <Icon shape="close" />
          </button>
        )}
      </div>
      <h3 className={styles.title} tabIndex={-1} ref={title}>
        {name}
      </h3>
      {equation !== name && <p className={styles.equation}>{equation}</p>}
      <p className={styles.value}>
        {expression !== null && `${expression} `}= <strong>{unrounded(node.value)}</strong>{' '}
        {node.unit === '1' ? '' : node.unit}
      </p>
      <Inputs known={known} node={node} onStep={into} />
    </section>
  );
}
