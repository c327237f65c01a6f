import * as React from 'react';
import { Button } from '@fluentui/react-components';
import { message } from '../../core/message';
import type { Example } from '../../core/template/examples/example';
import type { Language } from '../../core/template/types';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { adviseBaseline } from './baselineGuide';
import { Checks, Radios, Select, useFields } from './Field';
import { FurtherTables } from './FurtherTables';
import { BLANK, rememberChoices, rememberedChoices, type NewChoices } from './remembered';
import { useStart } from './session';
import { useExamples } from './useExamples';
import { workbookOptions } from './workbookOptions';

/** The choice of one of the examples; their names have no colon. */
const EXAMPLE = ':example';

/** A new workbook: its language, what it holds at first, and which tables beyond those of every workbook. */
export function NewApplication() {
  const { say, language } = usePane();
  const { workbooks, memory, attempt, isBusy, answers, stay } = useStart();
  const fields = useFields();
  const sections = useSections();
  const examples = useExamples();
  const [choices, setChoices] = React.useState(() => rememberedChoices(memory, language));
  const [withBaseline, setWithBaseline] = React.useState(false);
  const change = (part: Partial<NewChoices>) => setChoices({ ...choices, ...part });
  const example = examples.find(({ name }) => name === choices.content);
  const advice = example ? null : adviseBaseline(answers);
  const create = async () => {
    rememberChoices(memory, choices);
    stay();
    await workbooks!.create(workbookOptions(choices, example, withBaseline ? advice : null));
  };
  return (
    <>
      <Radios
        legend={say('start.new.language')}
        options={(['ja', 'en'] as const).map((name) => ({ name, text: say(`start.new.${name}`) }))}
        chosen={choices.language}
        onChoose={(name) => change({ language: name as Language })}
      />
      <p className={sections.note}>{say('start.new.language-note')}</p>
      <FirstContent examples={examples} example={example} onChoose={(content) => change({ content })} />
      <FurtherTables chosen={choices.tables} onChoose={(tables) => change({ tables })} />
      {advice && (
        <Checks
          legend={say('start.guide.title')}
          options={[
            {
              name: 'baseline',
              text: say(message('start.new.with-baseline', { type: say(`choices.baselineType.${advice.type}`) })),
            },
          ]}
          chosen={withBaseline ? ['baseline'] : []}
          onChoose={(names) => setWithBaseline(names.length > 0)}
        />
      )}
      {workbooks!.joins && <p className={sections.note}>{say('start.new.add-note')}</p>}
      <div className={fields.actions}>
        <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void attempt(create)}>
          {say(workbooks!.joins ? 'start.new.add' : 'start.new.create')}
        </Button>
      </div>
    </>
  );
}

interface FirstContentProps {
  readonly examples: readonly Example[];
  /** The one chosen; absent for blank forms. */
  readonly example: Example | undefined;
  readonly onChoose: (content: string) => void;
}

/** Blank forms, or one of the examples with what it shows. */
function FirstContent({ examples, example, onChoose }: FirstContentProps) {
  const { say, language } = usePane();
  const sections = useSections();
  const filled = examples.length > 0 ? [{ name: EXAMPLE, text: say('start.new.example') }] : [];
  return (
    <>
      <Radios
        legend={say('start.new.content')}
        options={[{ name: BLANK, text: say('start.new.blank'), hint: say('start.new.blank-hint') }, ...filled]}
        chosen={example ? EXAMPLE : BLANK}
        onChoose={(name) => onChoose(name === BLANK ? BLANK : examples[0]!.name)}
      />
      {example && (
        <>
          <Select
            label={say('start.new.which')}
            options={examples.map(({ name, title }) => ({ name, text: title[language] }))}
            chosen={example.name}
            onChoose={onChoose}
          />
          <p className={sections.note}>{example.description[language]}</p>
        </>
      )}
    </>
  );
}
