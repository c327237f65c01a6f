import type * as React from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Result } from '../../core/calculation/types';
import { message } from '../../core/message';
import { shown } from '../../locales/numbers';
import { usePane } from '../paneContext';
import { useSections } from '../styles';

export const usePairs = makeStyles({
  pairs: { margin: 0 },
  pair: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: '12px', padding: '2px 0' },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: '0 0 0 auto', textAlign: 'right', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  main: { fontWeight: tokens.fontWeightSemibold },
});

interface NumberDetailProps {
  readonly name: 'reduction' | 'avoided';
  readonly result: Result;
  /** What is said below of how sure it is. */
  readonly children?: React.ReactNode;
}

/** One of the two numbers before it is rounded, and how it is. */
export function NumberDetail({ name, result: { value, unit, rounding }, children }: NumberDetailProps) {
  const { say } = usePane();
  const sections = useSections();
  return (
    <>
      <h3 className={sections.subtitle}>{say(`pane.number.${name}`)}</h3>
      {value === null ? (
        <p className={sections.note}>{say('pane.number.none')}</p>
      ) : (
        <Pairs
          rows={[
            { name: say('pane.certainty.exact'), value: `${shown(value)} ${unit}` },
            {
              name: say('template.fields.roundingMode'),
              value: say(
                message('pane.rounding.setting', {
                  mode: say(`choices.roundingMode.${rounding.mode}`),
                  digits: rounding.digits,
                }),
              ),
            },
          ]}
        />
      )}
      {children}
    </>
  );
}

interface PairsProps {
  readonly rows: readonly { readonly name: string; readonly value: string; readonly main?: boolean }[];
}

export function Pairs({ rows }: PairsProps) {
  const styles = usePairs();
  return (
    <dl className={styles.pairs}>
      {rows.map(({ name, value, main = false }) => (
        <div key={name} className={styles.pair}>
          <dt className={styles.name}>{name}</dt>
          <dd className={`${styles.value} ${main ? styles.main : ''}`}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
