import * as React from 'react';
import { mergeClasses } from '@fluentui/react-components';
import { usePane } from '../../paneContext';
import { useRole } from '../../role';
import { useControls } from '../../styles';
import { useReviewing } from '../reviewContext';
import { EntryForm } from './EntryForm';
import { useDeciding } from './useDeciding';

interface ItemEntriesProps {
  /** The first speaks for all. */
  readonly on: readonly string[];
  /** A warning asks its author for a reason. */
  readonly wantsReason: boolean;
  readonly className?: string | undefined;
}

/** What may be written about a finding or a criterion by whoever sits before the pane. */
export function ItemEntries({ on, wantsReason, className }: ItemEntriesProps) {
  const { say } = usePane();
  const { role } = useRole();
  const controls = useControls();
  const { decisions, reasons, replies } = useReviewing().record;
  const deciding = useDeciding();
  const [open, setOpen] = React.useState<'decision' | 'reason' | 'reply' | null>(null);
  const opener = React.useRef<HTMLElement | null>(null);
  const [first = ''] = on;
  const decision = decisions.get(first)?.entry;
  const close = () => {
    setOpen(null);
    opener.current?.focus();
  };
  const button = (kind: NonNullable<typeof open>, text: string, keyHint?: string) => (
    <button
      type="button"
      className={mergeClasses(controls.quiet, className)}
      aria-expanded={open === kind}
      aria-keyshortcuts={keyHint}
      data-decide={kind === 'decision' ? '' : undefined}
      onClick={({ currentTarget }) => {
        opener.current = currentTarget;
        setOpen(open === kind ? null : kind);
      }}
    >
      {say(text)}
    </button>
  );
  return (
    <>
      {role === 'reviewer' &&
        deciding.isReady &&
        button('decision', decision ? 'reviewer.decide-again' : 'reviewer.decide', 'D')}
      {role === 'author' &&
        wantsReason &&
        deciding.isReady &&
        button('reason', reasons.has(first) ? 'reviewer.reason-again' : 'reviewer.reason')}
      {role === 'author' && decision && button('reply', replies.has(first) ? 'reviewer.reply-again' : 'reviewer.reply')}
      {open === 'decision' && (
        <EntryForm
          kind="decision"
          text={decision?.text ?? ''}
          state={decision?.state ?? 'accepted'}
          onSave={(entry) => deciding.decide({ ...entry, on })}
          onClose={close}
        />
      )}
      {open === 'reason' && (
        <EntryForm
          kind="reason"
          text={reasons.get(first)?.entry.text ?? ''}
          onSave={({ by, text }) => deciding.giveReason({ by, text, on })}
          onClose={close}
        />
      )}
      {open === 'reply' && (
        <EntryForm
          kind="reply"
          text={replies.get(first)?.text ?? ''}
          onSave={({ by, text }) => deciding.answer({ by, text, on })}
          onClose={close}
        />
      )}
    </>
  );
}
