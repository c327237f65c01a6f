import { Chevron } from './icons';
import { usePane } from './paneContext';
import { useControls } from './styles';

interface OpenerProps {
  readonly name: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** The name of a number that opens and closes what it was worked out from. */
export function Opener({ name, open, onToggle }: OpenerProps) {
  const { say } = usePane();
  const controls = useControls();
  return (
    <button
      type="button"
      className={controls.opener}
      aria-expanded={open}
      title={say('pane.trace.open')}
      onClick={onToggle}
    >
      <Chevron open={open} />
      <span>{name}</span>
    </button>
  );
}
