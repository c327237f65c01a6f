import * as React from 'react';
import type { ModelInput, ReductionModel } from '../../core/calculation/model';
import type { Assessment, Result } from '../../core/calculation/types';
import { message } from '../../core/message';
import type { Output, SensitivityEnd, SensitivityRow } from '../../core/uncertainty/types';
import { axisOver, type Axis } from '../charts/axis';
import { BarStrip } from '../charts/BarStrip';
import { ChartTable, type Row } from '../charts/ChartTable';
import { step } from '../charts/numbers';
import { Choice } from '../Choice';
import { shown } from '../../locales/numbers';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { shareText } from '../uncertainty/chances';
import { useSensitivity } from '../uncertainty/useSensitivity';
import { Waiting } from '../Waiting';
import type { ModelFound } from './modelOf';
import { outputScale } from './outputScale';
import { settingOf } from './settingOf';
import { Unknown } from './Unknown';

const MOST = 8;

interface TornadoProps {
  readonly known: Known;
  readonly found: ModelFound;
}

/** Which inputs move the numbers most: one at a time, from one end of what it may be to the other. */
export function Tornado({ known, found: { model, reasons } }: TornadoProps) {
  const { say } = usePane();
  if (!model) return <Unknown text={say('pane.certainty.unknown')} reasons={reasons} />;
  return <Varied known={known} model={model} />;
}

interface VariedProps {
  readonly known: Known;
  readonly model: ReductionModel;
}

function Varied({ known, model }: VariedProps) {
  const { say } = usePane();
  const sections = useSections();
  const { assessment } = known.outcome;
  const [chosen, setChosen] = React.useState<Output>('avoided');
  const output = assessment.avoided.value === null ? 'reduction' : chosen;
  const state = useSensitivity(model, settingOf(assessment.settings, 'sensitivityChange'));
  if (state.phase === 'waiting') return <Waiting />;
  if (state.phase === 'failed')
    return <p className={sections.note}>{say(message('pane.certainty.failed', { reason: state.reason }))}</p>;
  return (
    <>
      <p className={sections.note}>{say('pane.tornado.note')}</p>
      {assessment.avoided.value !== null && (
        <Choice
          label={say('pane.tornado.output')}
          options={(['avoided', 'reduction'] as const).map((name) => ({ name, text: say(`pane.number.${name}`) }))}
          chosen={output}
          onChoose={setChosen}
        />
      )}
      <Bars known={known} model={model} output={output} rows={state.rows} />
    </>
  );
}

interface BarsProps extends VariedProps {
  readonly output: Output;
  readonly rows: readonly SensitivityRow[];
}

function Bars({ known, model, output, rows }: BarsProps) {
  const { say } = usePane();
  const sections = useSections();
  const result = resultOf(known.outcome.assessment, output);
  const scale = outputScale(result);
  const at = (end: SensitivityEnd) => end[output]!.times(scale);
  const moving = rows
    .filter(({ swing }) => swing[output] !== null && !swing[output].isZero())
    .sort((a, b) => b.swing[output]!.comparedTo(a.swing[output]!));
  const axis = axisOver([result.value!, ...moving.flatMap(({ low, high }) => [at(low), at(high)])]);
  const rowOf = (row: SensitivityRow): Row => {
    const input = model.inputs[row.input]!;
    return {
      key: input.id,
      name: nameOf(input),
      notes: notesOf(row, input),
      values: [step(at(row.low)), step(at(row.high))],
      cell: input.cell,
      picture: picture(row, axis),
    };
  };
  const picture = ({ low, high }: SensitivityRow, on: Axis) => (
    <BarStrip bars={[{ ...on.between(at(low), at(high)), look: 'less' }]} marks={[on.at(result.value!)]} />
  );
  const headOf = (end: string) => (
    <>
      {say(`pane.tornado.${end}`)} <span className={sections.unit}>{result.unit}</span>
    </>
  );
  const nameOf = ({ kind, label, ref }: ModelInput) =>
    say(message(`pane.tornado.kind.${kind}`, { label, id: ref?.id ?? '' }));
  const notesOf = (row: SensitivityRow, { unit }: ModelInput): string[] => {
    const value = PLAIN_UNITS.includes(unit) ? '' : unit;
    const range = { low: shown(row.low.value), high: `${shown(row.high.value)} ${value}`.trim() };
    const share = row.varianceShare[output];
    return [
      say(message(`pane.tornado.${row.kind}`, range)),
      ...(share === null ? [] : [say(message('pane.tornado.share', { share: shareText(share) }))]),
      // A value that the input cannot take says nothing here.
      ...(row.signFlip === null || row.flipNote !== null
        ? []
        : [say(message('pane.tornado.flip', { value: `${shown(row.signFlip)} ${value}`.trim() }))]),
    ];
  };
  return (
    <ChartTable
      known={known}
      label={say('pane.tornado.title')}
      head={[say('pane.tornado.input'), headOf('at-low'), headOf('at-high')]}
      rows={moving.map(rowOf)}
      most={MOST}
    />
  );
}

/** How a number without a unit is written. */
const PLAIN_UNITS = ['1', '-', ''];

const resultOf = (assessment: Assessment, output: Output): Result =>
  output === 'avoided' ? assessment.avoided : assessment.reductionPerUnit;
