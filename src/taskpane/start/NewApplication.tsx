import * as React from 'react';
import { Button } from '@fluentui/react-components';
import { message } from '../../core/message';
import type { Example } from '../../core/template/examples/example';
import { TABLES } from '../../core/template/tables';
import type { Language, TableName } from '../../core/template/types';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { adviseBaseline } from './baselineGuide';
import { baselineFields } from './baselineFields';
import { Checks, Radios, Select, useFields } from './Field';
import { BLANK, rememberChoices, rememberedChoices, type NewChoices } from './remembered';
import { useStart } from './session';

/** The choice of one of the examples; their names have no colon. */
const EXAMPLE = ':example';
const OPTIONAL = TABLES.filter(({ presence }) => presence === 'optional');

/** A new workbook: its language, what it holds at first, and which tables beyond those of every workbook. */
export function NewApplication() {
  const { say, language } = usePane();
  const { workbooks, memory, attempt, isBusy, answers, stay } = useStart();
  const fields = useFields();
  const sections = useSections();
  const [choices, setChoices] = React.useState(() => rememberedChoices(memory, language));
  const [withBaseline, setWithBaseline] = React.useState(false);
  const examples = useExamples();
  const advice = adviseBaseline(answers);
  const example = examples.find(({ name }) => name === choices.content);
  const change = (part: Partial<NewChoices>) => setChoices({ ...choices, ...part });
  const create = () =>
    void attempt(async () => {
      rememberChoices(memory, choices);
      stay();
      await workbooks!.create({
        language: choices.language,
        optionalTables: OPTIONAL.map(({ name }) => name).filter((name) => choices.tables.includes(name)),
        exampleSheet: example === undefined,
        ...(example && { content: example.content }),
        ...(advice && withBaseline && !example && { fields: baselineFields(advice) }),
      });
    });
  return (
    <>
      <Radios
        legend={say('start.new.language')}
        options={(['ja', 'en'] as const).map((name) => ({ name, text: say(`start.new.${name}`) }))}
        chosen={choices.language}
        onChoose={(name) => change({ language: name as Language })}
      />
      <p className={sections.note}>{say('start.new.language-note')}</p>
      <Radios
        legend={say('start.new.content')}
        options={[
          { name: BLANK, text: say('start.new.blank'), hint: say('start.new.blank-hint') },
          ...(examples.length > 0 ? [{ name: EXAMPLE, text: say('start.new.example') }] : []),
        ]}
        chosen={example ? EXAMPLE : BLANK}
        onChoose={(content) => change({ content: content === BLANK ? BLANK : examples[0]!.name })}
      />
      {example && (
        <>
          <Select
            label={say('start.new.which')}
            options={examples.map(({ name, title }) => ({ name, text: title[language] }))}
            chosen={example.name}
            onChoose={(content) => change({ content })}
          />
          <p className={sections.note}>{example.description[language]}</p>
        </>
      )}
      <Tables chosen={choices.tables} onChoose={(tables) => change({ tables })} />
      {advice && !example && (
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
      <div className={fields.actions}>
        <Button appearance="primary" disabled={isBusy} onClick={create}>
          {say(workbooks!.joins ? 'start.new.add' : 'start.new.create')}
        </Button>
      </div>
    </>
  );
}

interface TablesProps {
  readonly chosen: readonly string[];
  readonly onChoose: (tables: readonly string[]) => void;
}

/** Tables that not every application needs, out of sight until asked for. */
function Tables({ chosen, onChoose }: TablesProps) {
  const { say } = usePane();
  const fields = useFields();
  const known = chosen.filter((name) => OPTIONAL.some((table) => table.name === (name as TableName)));
  const title = say('start.new.tables');
  const [openAtFirst] = React.useState(known.length > 0);
  return (
    <details open={openAtFirst}>
      <summary className={fields.summary}>{title}</summary>
      <Checks
        legend={title}
        options={OPTIONAL.map(({ name, sheet }) => ({
          name,
          text: say(`template.sheets.${sheet}`),
          hint: say(`start.tables.${name}`),
        }))}
        chosen={known}
        onChoose={onChoose}
      />
    </details>
  );
}

/** The examples, fetched when someone may want one. */
function useExamples(): readonly Example[] {
  const [examples, setExamples] = React.useState<readonly Example[]>([]);
  React.useEffect(() => {
    let gone = false;
    void import('../../core/template/examples/registry').then(({ EXAMPLES }) => {
      if (!gone) setExamples(EXAMPLES);
    });
    return () => {
      gone = true;
    };
  }, []);
  return examples;
}
