import * as React from 'react';
import { setConstant } from '../../core/adoption/changeAdoption';
import { columnSpec } from '../../core/adoption/columnSpec';
import { missingKeys } from '../../core/adoption/missingKeys';
import { message } from '../../core/message';
import { usePane } from '../paneContext';
import { Select, TextField } from '../start/Field';
import { useSections } from '../styles';
import { choicesOf, keysToSay, wordsOf } from './draft';
import type { PartProps } from './parts';
import { keyText } from './texts';

const NOTHING = '';

/** What no column says: asked for where it is needed, offered where it may help. */
export function Constants({ draft, change }: PartProps) {
  const { say } = usePane();
  const sections = useSections();
  const { adoption, proposal } = draft;
  const needed = missingKeys(adoption).map(({ key }) => key);
  const [asked, setAsked] = React.useState<readonly string[]>([]);
  const placed = new Set(adoption.columns.map(({ key }) => key));
  const said = Object.keys(adoption.constants);
  const shown = [...new Set([...needed, ...said, ...asked])].filter((key) => !placed.has(key)).sort();
  const remember = (key: string) => setAsked((before) => [...new Set([...before, key])]);
  const reasons = new Map(proposal?.constants.map(({ key, value, reason }) => [`${key} ${value}`, reason]));
  return (
    <>
      <p className={sections.note}>
        {say(shown.length > 0 ? 'start.adopt.constants-what' : 'start.adopt.constants-none')}
      </p>
      {shown.map((key) => {
        const value = adoption.constants[key] ?? NOTHING;
        const reason = reasons.get(`${key} ${value}`);
        return (
          <div key={key}>
            <Constant
              table={adoption.table}
              name={key}
              isNeeded={needed.includes(key)}
              value={value}
              onValue={(text) => {
                remember(key);
                change(setConstant(adoption, key, text === NOTHING ? null : text));
              }}
            />
            {reason && <p className={sections.note}>{say(reason)}</p>}
          </div>
        );
      })}
      <Select
        label={say('start.adopt.add')}
        options={[
          { name: NOTHING, text: say('start.adopt.add-none') },
          ...keysToSay(adoption, shown).map((key) => ({ name: key, text: keyText(say, adoption.table, key) })),
        ]}
        chosen={NOTHING}
        onChoose={(key) => key !== NOTHING && remember(key)}
      />
    </>
  );
}

interface ConstantProps {
  readonly table: PartProps['draft']['adoption']['table'];
  readonly name: string;
  readonly isNeeded: boolean;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function Constant({ table, name, isNeeded, value, onValue }: ConstantProps) {
  const { say } = usePane();
  const spec = columnSpec(table, name);
  const set = spec.kind === 'place' ? null : choicesOf(spec);
  const key = keyText(say, table, name);
  const label = isNeeded ? say(message('start.adopt.needed', { key })) : key;
  if (set === null) return <TextField label={label} value={value} onChange={onValue} />;
  const words = wordsOf(spec).map((word) => ({ name: word, text: say(`choices.${set}.${word}`) }));
  return (
    <Select
      label={label}
      options={[{ name: NOTHING, text: say('start.adopt.not-said') }, ...words]}
      chosen={value}
      onChoose={onValue}
    />
  );
}
