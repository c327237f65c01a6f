import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReductionModel } from '../../core/calculation/model';
import type { Assessment } from '../../core/calculation/types';
import { message } from '../../core/message';
import type { Uncertainty } from '../../core/uncertainty/types';
import { grouped } from '../../locales/numbers';
import { usePane } from '../paneContext';
import { Progress } from '../Progress';
import { useControls, useSections } from '../styles';
import type { Simulated } from '../uncertainty/useSimulation';
import { useSimulation } from '../uncertainty/useSimulation';
import { Interval } from './Interval';
import { outputScale } from './outputScale';
import { settingOf } from './settingOf';

const useStyles = makeStyles({
  block: { marginTop: '8px' },
  name: { margin: 0, fontSize: 'inherit', lineHeight: 'inherit', fontWeight: tokens.fontWeightRegular },
});

interface CertaintyProps {
  readonly assessment: Assessment;
  readonly model: ReductionModel;
}

/** How sure the two numbers are: simulated, with every spread that the case states. */
export function Certainty({ assessment, model }: CertaintyProps) {
  const { say } = usePane();
  const sections = useSections();
  const spread = model.inputs.some((input) => input.spread !== null);
  if (!spread) return <p className={sections.note}>{say('pane.certainty.no-spread')}</p>;
  return <SimulatedCertainty assessment={assessment} model={model} />;
}

function SimulatedCertainty({ assessment, model }: CertaintyProps) {
  const simulated = useSimulation(
    model,
    Number(settingOf(assessment.settings, 'uncertaintyRuns')),
    Number(settingOf(assessment.settings, 'uncertaintySeed')),
  );
  const { state } = simulated;
  if (state.phase === 'done') return <Found assessment={assessment} found={state.result} />;
  return <NotYet simulated={simulated} />;
}

function NotYet({ simulated: { state, stop, again } }: { readonly simulated: Simulated }) {
  const { say } = usePane();
  const sections = useSections();
  const controls = useControls();
  if (state.phase === 'waiting' || state.phase === 'running')
    return (
      <Progress label={say('pane.certainty.running')} part={state.phase === 'running' ? state.part : 0} onStop={stop} />
    );
  return (
    <p className={sections.note} role="status">
      {say(
        state.phase === 'failed'
          ? message('pane.certainty.failed', { reason: state.reason })
          : 'pane.certainty.stopped',
      )}{' '}
      <button type="button" className={controls.quiet} onClick={again}>
        {say('pane.certainty.again')}
      </button>
    </p>
  );
}

interface FoundProps {
  readonly assessment: Assessment;
  readonly found: Uncertainty;
}

function Found({ assessment, found }: FoundProps) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const outputs = [
    ['reduction', assessment.reductionPerUnit, found.reduction],
    ['avoided', assessment.avoided, found.avoided],
  ] as const;
  return (
    <>
      {outputs.map(([name, result, summary]) => (
        <div key={name} className={styles.block}>
          <h3 className={styles.name}>{say(`pane.number.${name}`)}</h3>
          {summary === null ? (
            <p className={sections.note}>{say('pane.number.none')}</p>
          ) : (
            <Interval result={result} summary={summary} scale={outputScale(result)} />
          )}
        </div>
      ))}
      <p className={sections.note}>
        {say(
          message('pane.certainty.basis', {
            runs: grouped(String(found.runs)),
            seed: found.seed,
            drawn: found.drawn,
            inputs: found.inputs,
          }),
        )}
      </p>
    </>
  );
}
