import * as React from 'react';
import { makeStyles } from '@fluentui/react-components';
import { FACTOR_GROUPS, factorRegions } from '../../core/entry/factorGroups';
import { message } from '../../core/message';
import type { ReferenceFactor } from '../../core/reference/factor';
import { Choice } from '../Choice';
import { More, useFirst } from '../More';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useControls, useSections } from '../styles';
import { FactorItem } from './FactorItem';
import { ChoiceField, TextField, useFields } from './fields';
import { regionName } from './regionName';
import { useFactorSearch, type FactorSearch } from './useFactorSearch';

const useStyles = makeStyles({ list: { listStyle: 'none', margin: '4px 0 0', padding: 0 } });

/** The built-in emission factors: looked for in either language, looked at, copied into the workbook. */
export function Library({ known }: { readonly known: Known }) {
  const search = useFactorSearch(known.outcome.case);
  return (
    <>
      <Filters search={search} />
      <div role="status">
        <Count search={search} />
      </div>
      {search.found && <Results known={known} found={search.found} />}
    </>
  );
}

function Filters({ search: { asked, ask } }: { readonly search: FactorSearch }) {
  const { say } = usePane();
  const fields = useFields();
  const regions = useRegions();
  const groups = [
    { name: '' as const, text: say('inventory.library.every-group') },
    ...FACTOR_GROUPS.map((name) => ({ name, text: say(`inventory.library.groups.${name}`) })),
  ];
  return (
    <>
      <TextField
        label={say('inventory.library.text')}
        placeholder={say('inventory.library.example')}
        type="search"
        value={asked.text}
        onChange={(text) => ask({ text })}
      />
      <Choice
        label={say('inventory.library.group')}
        options={groups}
        chosen={asked.group}
        onChoose={(group) => ask({ group })}
      />
      <div className={fields.fields}>
        <ChoiceField
          label={say('inventory.library.region')}
          value={asked.region}
          options={regions}
          onChange={(region) => ask({ region })}
        />
        <TextField
          label={say('inventory.library.year')}
          placeholder={say('inventory.library.every-year')}
          inputMode="numeric"
          value={asked.year}
          onChange={(year) => ask({ year })}
        />
      </div>
    </>
  );
}

/** Every region, Japan and the world, then the others by their names. */
function useRegions() {
  const { say, language } = usePane();
  return React.useMemo(() => {
    const first = ['JP', 'GLO'];
    const option = (name: string) => ({ name, text: regionName(name, language, say) });
    const others = factorRegions().filter((region) => !first.includes(region));
    const { compare } = new Intl.Collator(language);
    return [
      { name: '', text: say('inventory.library.every-region') },
      ...first.map(option),
      ...others.map(option).sort((a, b) => compare(a.text, b.text)),
    ];
  }, [language, say]);
}

function Count({ search: { found, ask } }: { readonly search: FactorSearch }) {
  const { say } = usePane();
  const sections = useSections();
  const controls = useControls();
  if (found === null) return null;
  if (found.length > 0)
    return <p className={sections.note}>{say(message('inventory.library.found', { count: found.length }))}</p>;
  return (
    <p>
      {say('inventory.library.none')}
      <button type="button" className={controls.quiet} onClick={() => ask({ region: '', year: '', group: '' })}>
        {say('inventory.library.clear')}
      </button>
    </p>
  );
}

interface ResultsProps {
  readonly known: Known;
  readonly found: readonly ReferenceFactor[];
}

function Results({ known, found }: ResultsProps) {
  const styles = useStyles();
  const [open, setOpen] = React.useState<string | null>(null);
  const { first, hidden, showMore } = useFirst(found, found);
  return (
    <>
      <ul className={styles.list}>
        {first.map((factor) => (
          <FactorItem
            key={factor.id}
            factor={factor}
            known={known}
            open={factor.id === open}
            onToggle={() => setOpen(factor.id === open ? null : factor.id)}
          />
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="inventory.library.more" />
    </>
  );
}
