import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { Translate } from '../../locales/translator';

interface ConfirmDiscardProps {
  readonly say: Translate;
  /** What is to happen if the user agrees; `null` while nothing is asked. */
  readonly opening: (() => Promise<void>) | null;
  /** The user keeps the open workbook. */
  readonly onKeep: () => void;
  readonly onClose: () => void;
}

/** Asks before another workbook takes the place of one that was not saved. */
export function ConfirmDiscard({ say, opening, onKeep, onClose }: ConfirmDiscardProps) {
  const keep = () => {
    onKeep();
    onClose();
  };
  return (
    <Dialog open={opening !== null} modalType="alert" onOpenChange={(_, { open }) => !open && keep()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say('workbench.discard.title')}</DialogTitle>
          <DialogContent>{say('workbench.discard.text')}</DialogContent>
          <DialogActions>
            <Button onClick={keep}>{say('workbench.discard.keep')}</Button>
            <Button
              appearance="primary"
              onClick={() => {
                onClose();
                void opening?.();
              }}
            >
              {say('workbench.discard.discard')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
