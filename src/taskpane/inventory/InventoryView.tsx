import { usePane } from '../paneContext';
import { Section } from '../Section';
import type { ViewProps } from '../views';
import { Library } from './Library';
import { OwnList } from './OwnList';
import { Progress } from './Progress';

/** How far the case is filled in, and what can be added to it. */
export function InventoryView({ known, onView }: Pick<ViewProps, 'known' | 'onView'>) {
  const { say } = usePane();
  return (
    <>
      <Section name="inventory-progress" title={say('inventory.progress.title')} openAtFirst>
        <Progress known={known} />
      </Section>
      <Section name="inventory-library" title={say('inventory.library.title')} openAtFirst>
        <Library known={known} />
      </Section>
      <Section name="inventory-own" title={say('inventory.own.title')}>
        <OwnList known={known} onAdopt={() => onView('start')} />
      </Section>
    </>
  );
}
