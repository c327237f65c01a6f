import * as React from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { message } from '../../core/message';
import { datasetAttributions } from '../../core/reference/attributions';
import { DATASET } from '../../core/reference/dataset';
import { PRODUCT_VERSION } from '../../core/version';
import { grouped } from '../../locales/numbers';
import type { Language } from '../../locales/translator';
import { LanguageSwitch } from '../header/LanguageSwitch';
import { Icon } from '../icons';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { Section } from '../Section';
import { useControls, useSections } from '../styles';
import { Choices } from './Choices';
import { Rounding } from './Rounding';

const useStyles = makeStyles({
  top: { padding: '4px 8px' },
  title: { margin: '0 12px', outline: 'none', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  language: { display: 'flex', alignItems: 'center', gap: '12px', padding: '4px 12px 12px' },
  list: { margin: 0 },
  row: { padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

interface SettingsViewProps {
  /** `null` while no case is open. */
  readonly known: Known | null;
  readonly onLanguage: (language: Language) => void;
  readonly onClose: () => void;
}

/** How the pane speaks, how the case is calculated and rounded, and with which versions. */
export function SettingsView({ known, onLanguage, onClose }: SettingsViewProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const title = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => title.current?.focus(), []);
  return (
    <section aria-label={say('pane.settings.open')} onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <div className={styles.top}>
        <button type="button" className={controls.quiet} onClick={onClose}>
          <Icon shape="back" />
          {say('pane.trace.back')}
        </button>
      </div>
      <h2 className={styles.title} tabIndex={-1} ref={title}>
        {say('pane.settings.open')}
      </h2>
      <div className={styles.language}>
        <span>{say('pane.language.label')}</span>
        <LanguageSwitch onChoose={onLanguage} />
      </div>
      {known && (
        <>
          <Section name="settings-choices" title={say('pane.settings.title')} openAtFirst>
            <Choices assessment={known.outcome.assessment} />
          </Section>
          <Section name="settings-rounding" title={say('pane.rounding.title')} openAtFirst>
            <Rounding known={known} />
          </Section>
        </>
      )}
      <Section name="settings-versions" title={say('pane.versions.title')} openAtFirst>
        <Versions known={known} />
      </Section>
      <Section name="settings-sources" title={say('pane.versions.sources')}>
        <Sources />
      </Section>
    </section>
  );
}

function Versions({ known }: { readonly known: Known | null }) {
  const { say } = usePane();
  const template = known?.outcome.case.templateVersion ?? null;
  const rows = [
    ['pane.versions.product', PRODUCT_VERSION],
    [
      'pane.versions.data',
      say(message('pane.versions.dataset', { version: DATASET.version, rows: grouped(String(DATASET.rows)) })),
    ],
    ...(template === null ? [] : [['pane.versions.template', template] as const]),
  ] as const;
  return <Pairs rows={rows.map(([key, value]) => [say(key), value])} />;
}

/** What must be named wherever the built-in figures are quoted. */
function Sources() {
  const { say } = usePane();
  const sections = useSections();
  return (
    <>
      <p className={sections.note}>{say('pane.versions.sources-note')}</p>
      <Pairs rows={datasetAttributions().map(({ source, attribution }) => [source, attribution])} />
    </>
  );
}

function Pairs({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {rows.map(([name, value]) => (
        <div key={name} className={styles.row}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
