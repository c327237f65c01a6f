import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  around: { position: 'relative' },
  hint: {
    position: 'absolute',
    top: '100%',
    left: 0,
    zIndex: 3,
    maxWidth: '100%',
    padding: '4px 8px',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow8,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
    visibility: 'hidden',
  },
  shown: { visibility: 'visible' },
});

interface HintProps {
  readonly text: string;
  /** @param describedBy for the control that the hint is about */
  readonly children: (describedBy: string) => React.ReactNode;
}

/** A few words for who points at a control or comes to it by keyboard; Escape hides them, pointing at them keeps them. */
export function Hint({ text, children }: HintProps) {
  const styles = useStyles();
  const id = React.useId();
  const [shown, setShown] = React.useState(false);
  const show = () => setShown(true);
  const hide = () => setShown(false);
  return (
    <div
      className={styles.around}
      onPointerEnter={show}
      onPointerLeave={hide}
      onFocus={show}
      onBlur={hide}
      onKeyDown={({ key }) => key === 'Escape' && hide()}
    >
      {children(id)}
      <span role="tooltip" id={id} className={mergeClasses(styles.hint, shown && styles.shown)}>
        {text}
      </span>
    </div>
  );
}
