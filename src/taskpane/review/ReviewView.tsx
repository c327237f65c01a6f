import * as React from 'react';
import { Choice } from '../Choice';
import { usePane } from '../paneContext';
import type { ViewProps } from '../views';
import { whenNeeded } from '../whenNeeded';
import { FindingList } from './list/FindingList';
import { NotesSection } from './notes/NotesSection';
import { REVIEW_PARTS, useReviewPart } from './part';
import { recordOf, ReviewProvider } from './reviewContext';
import { Status } from './Status';
import './texts';
import { useReviewState } from './reviewState';

const FormulasPage = whenNeeded(() => import('./formulas/FormulasPage').then((module) => module.FormulasPage));
const MapPage = whenNeeded(() => import('./map/MapPage').then((module) => module.MapPage));

const RoundsPage = whenNeeded(() => import('./rounds/RoundsPage').then((module) => module.RoundsPage));

/** What author and reviewer both look at: one list of findings, the formulas, a map of the sheets, what changed between rounds. */
export function ReviewView(view: ViewProps) {
  const { say } = usePane();
  // The numbers above follow a keystroke at once; the list comes a moment later.
  const known = React.useDeferredValue(view.known);
  const props = { ...view, known };
  const isCase = Object.keys(known.outcome.case.locations).length > 0;
  const review = useReviewState();
  const [round, startRound] = React.useState(1);
  const record = React.useMemo(() => recordOf(known, isCase, review.last, round), [known, isCase, review.last, round]);
  const reviewing = React.useMemo(
    () => ({ known, isCase, review, record, startRound }),
    [known, isCase, review, record],
  );
  const [wanted, goTo] = useReviewPart();
  // A workbook that is no application has no rounds.
  const page = wanted === 'rounds' && !isCase ? 'findings' : wanted;
  return (
    <ReviewProvider value={reviewing}>
      <Status />
      <div style={{ padding: '0 12px' }}>
        <Choice
          label={say('reviewer.pages.label')}
          options={REVIEW_PARTS.filter((name) => isCase || name !== 'rounds').map((name) => ({
            name,
            text: say(`reviewer.pages.${name}`),
          }))}
          chosen={page}
          onChoose={goTo}
        />
      </div>
      {page === 'findings' && <FindingList {...props} />}
      {page === 'findings' && <NotesSection />}
      {page === 'formulas' && <FormulasPage />}
      {page === 'map' && <MapPage />}
      {page === 'rounds' && <RoundsPage />}
    </ReviewProvider>
  );
}
