import { setSections } from '../../core/adoption/changeAdoption';
import { STAGES } from '../../core/case/vocabulary';
import { usePane } from '../paneContext';
import { Select } from '../start/Field';
import { useSections } from '../styles';
import type { PartProps } from './parts';

/** No neutral word can be one of these. */
const NOTHING = '-';
const SUB = '=';

/** Headings between the lines, and the life-cycle stage each says. */
export function Headings({
  snapshot,
  draft: { adoption },
  change,
  headings,
}: PartProps & { readonly headings: readonly string[] }) {
  const { say } = usePane();
  const sections = useSections();
  const values = adoption.sections?.values ?? {};
  const options = [
    { name: NOTHING, text: say('start.adopt.heading-nothing') },
    { name: SUB, text: say('start.adopt.heading-sub') },
    ...STAGES.map((stage) => ({ name: stage, text: say(`choices.stage.${stage}`) })),
  ];
  const set = (heading: string, name: string) => {
    const others = Object.fromEntries(Object.entries(values).filter(([text]) => text !== heading));
    const value = name === SUB ? '' : name;
    change(setSections(snapshot, adoption, 'stage', name === NOTHING ? others : { ...others, [heading]: value }));
  };
  return (
    <>
      <p className={sections.note}>{say('start.adopt.headings-what')}</p>
      {headings.map((heading) => (
        <Select
          key={heading}
          label={heading}
          options={options}
          chosen={values[heading] === undefined ? NOTHING : values[heading] || SUB}
          onChoose={(name) => set(heading, name)}
        />
      ))}
    </>
  );
}
