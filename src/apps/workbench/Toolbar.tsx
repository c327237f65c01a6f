import * as React from 'react';
import {
  Button,
  type ButtonProps,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { deleteRows, insertRow, redo, undo, watchUndo, type UndoState } from '../../adapters/grid/gridCommands';
import type { Translate } from '../../locales/translator';
import { SAMPLES, XLSX } from './files';
import type { OpenWorkbook } from './openWorkbook';
import { SortMenu } from './SortMenu';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    overflowX: 'auto',
    padding: '6px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  gap: { width: '12px', flexShrink: 0 },
  name: {
    flex: '1 1 0',
    minWidth: 0,
    padding: '0 8px',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'right',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
});

interface ToolbarProps {
  readonly say: Translate;
  readonly workbook: OpenWorkbook | null;
  readonly isBusy: boolean;
  readonly onNew: () => void;
  readonly onFile: (file: File) => void;
  readonly onSample: (name: string) => void;
  readonly onSave: () => void;
}

/** What can be done with the workbook as a whole, and with its lines. */
export function Toolbar(props: ToolbarProps) {
  const { say, workbook, isBusy } = props;
  const styles = useStyles();
  return (
    <div role="toolbar" className={styles.bar} aria-label={say('workbench.toolbar')}>
      <PlainButton onClick={props.onNew}>{say('workbench.new')}</PlainButton>
      <OpenButton label={say('workbench.open.button')} onFile={props.onFile} />
      <SampleMenu say={say} onSample={props.onSample} />
      <Button appearance="primary" size="small" disabled={!workbook || isBusy} onClick={props.onSave}>
        {say('workbench.save.button')}
      </Button>
      <span className={styles.gap} />
      <UndoButtons say={say} workbook={workbook} />
      <span className={styles.gap} />
      <PlainButton disabled={!workbook} onClick={() => workbook && insertRow(workbook.univer)}>
        {say('workbench.insert-row')}
      </PlainButton>
      <PlainButton disabled={!workbook} onClick={() => workbook && deleteRows(workbook.univer)}>
        {say('workbench.delete-row')}
      </PlainButton>
      <SortMenu say={say} workbook={workbook} />
      <span className={styles.name} role="status">
        {isBusy ? say('workbench.opening') : (workbook?.name ?? '')}
      </span>
    </div>
  );
}

const PlainButton = (props: ButtonProps) => <Button appearance="subtle" size="small" {...props} />;

function OpenButton({ label, onFile }: { readonly label: string; readonly onFile: (file: File) => void }) {
  const input = React.useRef<HTMLInputElement>(null);
  return (
    <>
      <PlainButton onClick={() => input.current?.click()}>{label}</PlainButton>
      <input
        ref={input}
        type="file"
        accept={`${XLSX},.zip`}
        hidden
        aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file can be chosen again.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}

function SampleMenu({ say, onSample }: { readonly say: Translate; readonly onSample: (name: string) => void }) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small">
          {say('workbench.samples.button')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {SAMPLES.map((name) => (
            <MenuItem key={name} onClick={() => onSample(name)}>
              {say(`workbench.samples.${name}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function UndoButtons({ say, workbook }: Pick<ToolbarProps, 'say' | 'workbook'>) {
  const [state, setState] = React.useState<UndoState>({ canUndo: false, canRedo: false });
  React.useEffect(() => (workbook ? watchUndo(workbook.univer, setState) : undefined), [workbook]);
  return (
    <>
      <PlainButton disabled={!state.canUndo} onClick={() => workbook && undo(workbook.univer)}>
        {say('workbench.undo')}
      </PlainButton>
      <PlainButton disabled={!state.canRedo} onClick={() => workbook && redo(workbook.univer)}>
        {say('workbench.redo')}
      </PlainButton>
    </>
  );
}
