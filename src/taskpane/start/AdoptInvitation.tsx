import { Button } from '@fluentui/react-components';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { useFields } from './Field';
import { useStart } from './session';

/** What adopting means, and the way to it. */
export function AdoptInvitation() {
  const { say } = usePane();
  const sections = useSections();
  const fields = useFields();
  const { goTo } = useStart();
  return (
    <>
      <p className={sections.note}>{say('start.adopt.what')}</p>
      <div className={fields.actions}>
        <Button data-page="adopt" onClick={() => goTo('adopt')}>
          {say('start.adopt.open')}
        </Button>
      </div>
    </>
  );
}
