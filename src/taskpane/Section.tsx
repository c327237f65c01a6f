import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorBoundary } from './ErrorBoundary';
import { Chevron } from './icons';
import { useOpenSections } from './openSections';
import { useControls, useSections } from './styles';

const useStyles = makeStyles({
  section: { padding: '0 12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: { margin: 0, lineHeight: tokens.lineHeightBase300 },
  opener: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    width: 'calc(100% + 8px)',
    minHeight: '36px',
    marginInline: '-4px',
    padding: '4px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
      textDecorationLine: 'none',
    },
  },
  aside: {
    marginLeft: 'auto',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
  },
  body: { padding: '0 0 16px' },
});

interface SectionProps {
  /** Kept while the pane lives, so that a section stays as it was left. */
  readonly name: string;
  readonly title: string;
  /** What is in it, in a word or a number. */
  readonly aside?: string | undefined;
  readonly openAtFirst?: boolean;
  readonly children: React.ReactNode;
}

/** A part of a view that opens and closes. What is closed is not made; what fails inside leaves the rest standing. */
export function Section({ name, title, aside, openAtFirst = false, children }: SectionProps) {
  const styles = useStyles();
  const sections = useSections();
  const controls = useControls();
  const [open, toggle] = useOpenSections(name, openAtFirst);
  const id = React.useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 className={mergeClasses(sections.title, styles.heading)}>
        <button
          type="button"
          id={id}
          className={mergeClasses(controls.row, styles.opener)}
          aria-expanded={open}
          onClick={toggle}
        >
          <Chevron open={open} />
          <span>{title}</span>
          {aside !== undefined && <span className={styles.aside}>{aside}</span>}
        </button>
      </h2>
      {open && (
        <div className={styles.body}>
          <ErrorBoundary>{children}</ErrorBoundary>
        </div>
      )}
    </section>
  );
}
