import { axisFromZero, type Axis } from '../charts/axis';
import { BarStrip, LookKey, type Look } from '../charts/BarStrip';
import { ChartTable, type Row } from '../charts/ChartTable';
import { step } from '../charts/numbers';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { waterfallOf, type WaterfallStep } from './waterfall';

/** How the emissions go from the baseline's to the product's, stage by stage. */
export function Waterfall({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const sections = useSections();
  const { stages, totals, deductions, productWithEffects } = known.outcome.assessment;
  if (stages.length === 0) return <p className={sections.note}>{say('pane.stages.none')}</p>;
  const steps = waterfallOf(stages, totals, deductions.allStages, productWithEffects);
  const axis = axisFromZero(steps.flatMap(({ from, to }) => [from, to]));
  const nameOf = ({ key }: WaterfallStep) => say(NAMES[key] ?? `choices.stage.${key}`);
  return (
    <>
      <p className={sections.note}>{say('pane.stages.unit')}</p>
      <p className={sections.keys}>
        {LEGEND.map((look) => (
          <span key={look}>
            <LookKey look={look} />
            {say(`pane.waterfall.${look}`)}
          </span>
        ))}
      </p>
      <ChartTable
        known={known}
        label={say('pane.waterfall.title')}
        head={[say('pane.waterfall.step'), say('pane.waterfall.change')]}
        rows={steps.map((each) => rowOf(each, nameOf(each), axis))}
      />
    </>
  );
}

const LEGEND = ['less', 'more'] as const;

const NAMES: Readonly<Record<string, string>> = {
  baseline: 'pane.stages.baseline',
  product: 'pane.stages.product',
  rebound: 'pane.waterfall.rebound',
  'side-effects': 'pane.lines.side.side-effect',
  'product-with-effects': 'pane.waterfall.product-with-effects',
};

const rowOf = (each: WaterfallStep, name: string, axis: Axis): Row => ({
  key: each.key,
  name,
  strong: each.kind === 'end',
  values: [step(each.value)],
  trace: each.trace,
  picture: <BarStrip bars={[{ ...axis.between(each.from, each.to), look: lookOf(each) }]} marks={[axis.zero]} />,
});

function lookOf({ key, kind, value }: WaterfallStep): Look {
  if (kind === 'end') return key === 'baseline' ? 'baseline' : 'product';
  return value.isNegative() ? 'less' : 'more';
}
