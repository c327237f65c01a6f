import type { Language } from '../locales/translator';
import { Empty } from './Empty';
import type { Known } from './outcome/followWorkbook';
import { Pane } from './Pane';
import { usePane } from './paneContext';
import { useSections } from './styles';
import type { Place } from './useDestination';
import { whenNeeded } from './whenNeeded';

const SettingsView = whenNeeded(() => import('./settings/SettingsView').then((module) => module.SettingsView));

interface BodyProps {
  readonly known: Known | null;
  readonly isCase: boolean;
  readonly outdated: boolean;
  readonly failed: boolean;
  readonly place: Place;
  readonly onLanguage: (language: Language) => void;
}

/** What stands under the bar: settings, a case, or why there is none. */
export function Body({ known, isCase, outdated, failed, place, onLanguage }: BodyProps) {
  const { say } = usePane();
  const sections = useSections();
  if (place.settings)
    return <SettingsView known={isCase ? known : null} onLanguage={onLanguage} onClose={place.toggleSettings} />;
  if (known && isCase) return <Pane known={known} outdated={outdated} view={place.view} onView={place.goTo} />;
  if (failed) return null;
  return known ? (
    <Empty known={known} view={place.view} onView={place.goTo} />
  ) : (
    <p className={sections.section}>{say('pane.number.reading')}</p>
  );
}
