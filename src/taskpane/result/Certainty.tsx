import type { ReductionModel } from '../../core/calculation/model';
import type { Assessment } from '../../core/calculation/types';
import { message } from '../../core/message';
import type { Uncertainty } from '../../core/uncertainty/types';
import { grouped, shown } from '../../locales/numbers';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { Progress } from '../Progress';
import { useControls, useSections } from '../styles';
import { useSimulation, type Simulated } from '../uncertainty/useSimulation';
import { Interval } from './Interval';
import type { ModelFound } from './modelOf';
import { NumberDetail, Pairs } from './NumberDetail';
import { outputScale } from './outputScale';
import { Record } from './Record';
import { settingOf } from './settingOf';
import { Unknown } from './Unknown';
import { usedReading } from './usedReading';

interface CertaintyProps {
  readonly known: Known;
  readonly found: ModelFound;
}

/** The two numbers before rounding, and how sure they are: simulated, with every spread that the case states. */
export function Certainty({ known, found: { model, reasons } }: CertaintyProps) {
  const { say } = usePane();
  const sections = useSections();
  if (model?.inputs.some(({ spread }) => spread !== null)) return <SimulatedCertainty known={known} model={model} />;
  return (
    <>
      <Numbers assessment={known.outcome.assessment} simulated={null} />
      {model ? (
        <p className={sections.note}>{say('pane.certainty.no-spread')}</p>
      ) : (
        <Unknown text={say('pane.certainty.unknown')} reasons={reasons} />
      )}
    </>
  );
}

function SimulatedCertainty({ known, model }: { readonly known: Known; readonly model: ReductionModel }) {
  const { assessment } = known.outcome;
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
      <Record known={known} ready={state.phase === 'done'} />
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
        {name === 'avoided' && <OtherReading assessment={assessment} />}
      </NumberDetail>
    );
  });
}

/** What the contribution would be in the reading that is not certified; its place is beside the number, its name says what it is not. */
function OtherReading({ assessment: { avoidedReadings, avoided, settings } }: { readonly assessment: Assessment }) {
  const { say } = usePane();
  const other = usedReading(settings) === 'outside-share' ? 'allStages' : 'outsideShare';
  if (avoided.value === null) return null;
  const found = avoidedReadings[other];
  const value = found ? `${shown(found.value)} ${avoided.unit}` : say('pane.origin.unknown');
  return <Pairs rows={[{ name: say('pane.certainty.other-reading'), value }]} />;
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
