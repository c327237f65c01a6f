import type { ReductionModel } from '../../core/calculation/model';
import type { Assessment } from '../../core/calculation/types';
import { message } from '../../core/message';
import type { Uncertainty } from '../../core/uncertainty/types';
import { grouped } from '../../locales/numbers';
import { usePane } from '../paneContext';
import { Progress } from '../Progress';
import { useControls, useSections } from '../styles';
import { useSimulation, type Simulated } from '../uncertainty/useSimulation';
import { Interval } from './Interval';
import type { ModelFound } from './modelOf';
import { NumberDetail } from './NumberDetail';
import { outputScale } from './outputScale';
import { settingOf } from './settingOf';
import { Unknown } from './Unknown';

interface CertaintyProps {
  readonly assessment: Assessment;
  readonly found: ModelFound;
}

/** The two numbers before rounding, and how sure they are: simulated, with every spread that the case states. */
export function Certainty({ assessment, found: { model, reasons } }: CertaintyProps) {
  const { say } = usePane();
  const sections = useSections();
  if (model?.inputs.some(({ spread }) => spread !== null))
    return <SimulatedCertainty assessment={assessment} model={model} />;
  return (
    <>
      <Numbers assessment={assessment} simulated={null} />
      {model ? (
        <p className={sections.note}>{say('pane.certainty.no-spread')}</p>
      ) : (
        <Unknown text={say('pane.certainty.unknown')} reasons={reasons} />
      )}
    </>
  );
}

function SimulatedCertainty({
  assessment,
  model,
}: {
  readonly assessment: Assessment;
  readonly model: ReductionModel;
}) {
  const { settings } = assessment;
  const simulated = useSimulation(
    model,
    Number(settingOf(settings, 'uncertaintyRuns')),
    Number(settingOf(settings, 'uncertaintySeed')),
  );
  const { state } = simulated;
  return (
    <>
      <Numbers assessment={assessment} simulated={state.phase === 'done' ? state.result : null} />
      {state.phase === 'done' ? <Basis of={state.result} /> : <NotYet simulated={simulated} />}
    </>
  );
}

interface NumbersProps {
  readonly assessment: Assessment;
  readonly simulated: Uncertainty | null;
}

function Numbers({ assessment, simulated }: NumbersProps) {
  const outputs = [
    ['reduction', assessment.reductionPerUnit],
    ['avoided', assessment.avoided],
  ] as const;
  return outputs.map(([name, result]) => {
    const summary = simulated?.[name];
    return (
      <NumberDetail key={name} name={name} result={result}>
        {summary && result.value && <Interval result={result} summary={summary} scale={outputScale(result)} />}
      </NumberDetail>
    );
  });
}

function Basis({ of: { runs, seed, drawn, inputs } }: { readonly of: Uncertainty }) {
  const { say } = usePane();
  const sections = useSections();
  const basis = message('pane.certainty.basis', { runs: grouped(String(runs)), seed, drawn, inputs });
  return (
    <>
      <p className={sections.note}>{say('pane.certainty.bar')}</p>
      <p className={sections.note}>{say(basis)}</p>
    </>
  );
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
