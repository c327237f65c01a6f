import * as React from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const NARROWEST = 260;
const WIDEST = 900;
const STEP = 24;

const useStyles = makeStyles({
  divider: {
    width: '7px',
    flexShrink: 0,
    cursor: 'col-resize',
    touchAction: 'none',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

interface DividerProps {
  readonly label: string;
  /** Of the pane on its right, in pixels. */
  readonly width: number;
  readonly onWidth: (width: number) => void;
}

/** Between grid and pane: dragged, or moved with the arrow keys. */
export function Divider({ label, width, onWidth }: DividerProps) {
  const styles = useStyles();
  const set = (wanted: number) => onWidth(Math.min(WIDEST, Math.max(NARROWEST, Math.round(wanted))));
  const keys: Readonly<Record<string, number>> = {
    ArrowLeft: width + STEP,
    ArrowRight: width - STEP,
    Home: WIDEST,
    End: NARROWEST,
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      className={styles.divider}
      onKeyDown={(event) => {
        const wanted = keys[event.key];
        if (wanted === undefined) return;
        event.preventDefault();
        set(wanted);
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX);
      }}
    />
  );
}
