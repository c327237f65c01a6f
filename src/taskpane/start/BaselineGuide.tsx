import * as React from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { readWorkbook } from '../../core/adoption/readWorkbook';
import { failure, message, success } from '../../core/message';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useControls, useSections } from '../styles';
import { adviceTexts, baselineEdits } from './baselineFields';
import { adviseBaseline, answersTo, questionsFor, type BaselineAdvice, type Question } from './baselineGuide';
import { Radios, useFields } from './Field';
import { useWriter } from '../writing/useWriter';
import { useStart } from './session';

const useStyles = makeStyles({
  advice: {
    margin: '8px 0 0',
    padding: '8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  type: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  text: { margin: '6px 0 0' },
});

/** A few questions that lead to a word for the baseline and its reason. @param known `null` while no case is open */
export function BaselineGuide({ known }: { readonly known: Known | null }) {
  const { say } = usePane();
  const sections = useSections();
  const controls = useControls();
  const { answers, answer } = useStart();
  const advice = adviseBaseline(answers);
  const choose = (question: Question, name: string) =>
    answer(question === 'demand' ? { ...answers, demand: name, without: undefined } : { ...answers, [question]: name });
  return (
    <>
      <p className={sections.note}>{say('start.guide.what')}</p>
      {questionsFor(answers).map((question) => (
        <Radios
          key={question}
          legend={say(`start.guide.question.${question}`)}
          options={answersTo(question, answers).map((name) => ({
            name,
            text: say(`start.guide.answer.${question}.${name}`),
          }))}
          chosen={answers[question] ?? null}
          onChoose={(name) => choose(question, name)}
        />
      ))}
      <div role="status">{advice && <Advice advice={advice} known={known} />}</div>
      {answers.demand !== undefined && (
        <button type="button" className={controls.quiet} onClick={() => answer({})}>
          {say('start.guide.again')}
        </button>
      )}
    </>
  );
}

function Advice({ advice, known }: { readonly advice: BaselineAdvice; readonly known: Known | null }) {
  const { say, language } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const fields = useFields();
  const { workbooks, stay } = useStart();
  const { write, busy } = useWriter();
  const type = say(`choices.baselineType.${advice.type}`);
  const edits = known && baselineEdits(known.snapshot, known.outcome.case, advice, language);
  const save = () => {
    stay();
    void write(
      (now) => {
        const fresh = baselineEdits(now, readWorkbook(now).case, advice, language);
        return fresh ? success(fresh) : failure('start.guide.moved');
      },
      message('start.guide.written', { type }),
    );
  };
  return (
    <div className={styles.advice}>
      <p className={styles.type}>{say(message('start.guide.result', { type }))}</p>
      {adviceTexts(advice).map((text) => (
        <p key={text} className={styles.text}>
          {say(text)}
        </p>
      ))}
      <p className={sections.note}>{say('start.guide.basis')}</p>
      {edits ? (
        <div className={fields.actions}>
          <Button disabledFocusable={busy} onClick={save}>
            {say('start.guide.write')}
          </Button>
        </div>
      ) : (
        workbooks && !known && <p className={sections.note}>{say('start.guide.in-new')}</p>
      )}
    </div>
  );
}
