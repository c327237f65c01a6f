import { setWord } from '../../core/adoption/changeAdoption';
import { columnSpec } from '../../core/adoption/columnSpec';
import { message } from '../../core/message';
import { usePane } from '../paneContext';
import { Select } from '../start/Field';
import { useSections } from '../styles';
import { choicesOf, wordsOf, type ForeignWord } from './draft';
import type { PartProps } from './parts';
import { keyText } from './texts';

const NOTHING = '';

/** The user's own words, and the word of the vocabulary each stands for. */
export function Words({ draft: { adoption }, change, words }: PartProps & { readonly words: readonly ForeignWord[] }) {
  const { say } = usePane();
  const sections = useSections();
  return (
    <>
      <p className={sections.note}>{say('start.adopt.words-what')}</p>
      {words.map(({ key, text, word }) => {
        const spec = columnSpec(adoption.table, key);
        const named = wordsOf(spec).map((name) => ({ name, text: say(`choices.${choicesOf(spec)}.${name}`) }));
        const none = word === null ? [{ name: NOTHING, text: say('start.adopt.not-said') }] : [];
        return (
          <Select
            key={`${key} ${text}`}
            label={say(message('start.adopt.word', { key: keyText(say, adoption.table, key), text }))}
            options={[...none, ...named]}
            chosen={word ?? NOTHING}
            onChoose={(name) => name !== NOTHING && change(setWord(adoption, key, text, name))}
          />
        );
      })}
    </>
  );
}
