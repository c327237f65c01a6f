import * as React from 'react';
import { usePane } from '../paneContext';
import { Section } from '../Section';
import { Choices } from '../settings/Choices';
import type { ViewProps } from '../views';
import { Certainty } from './Certainty';
import { Lines } from './Lines';
import { modelOf } from './modelOf';
import { Origin } from './Origin';
import { Partners } from './Partners';
import { Sales } from './Sales';
import { Stages } from './Stages';
import { Tornado } from './Tornado';
import { Variations } from './Variations';
import { Waterfall } from './Waterfall';
import { Years } from './Years';

/** Where the two numbers come from, how sure they are, what they would be otherwise, and by which choices. */
export function ResultView({ known }: ViewProps) {
  const { say } = usePane();
  const { assessment } = known.outcome;
  const found = React.useMemo(() => modelOf(assessment), [assessment]);
  const parts: readonly (readonly [name: string, content: React.ReactNode, openAtFirst?: boolean])[] = [
    ['certainty', <Certainty known={known} found={found} />, true],
    ['stages', <Stages known={known} />, true],
    ['origin', <Origin known={known} />, true],
    ['waterfall', <Waterfall known={known} />],
    ['lines', <Lines known={known} />],
    ['tornado', <Tornado known={known} found={found} />],
    ['years', <Years known={known} />],
    ['sales', <Sales known={known} />],
    ['variations', <Variations known={known} />],
    ['partners', <Partners known={known} />],
    ['settings', <Choices assessment={assessment} />],
  ];
  return parts.map(([name, content, openAtFirst = false]) => (
    <Section key={name} name={name} title={say(`pane.${name}.title`)} openAtFirst={openAtFirst}>
      {content}
    </Section>
  ));
}
