import * as React from 'react';
import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  Toolbar as FluentToolbar,
  ToolbarButton,
  ToolbarDivider,
} from '@fluentui/react-components';
import { deleteRows, insertRow, redo, undo, watchUndo, type UndoState } from '../../adapters/grid/gridCommands';
import type { Language, Translate } from '../../locales/translator';
import { SAMPLES, XLSX } from './files';
import type { OpenWorkbook } from './openWorkbook';
import { SortMenu } from './SortMenu';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    padding: '2px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  name: {
    flex: '1 1 0',
    minWidth: 0,
    padding: '0 8px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
});

interface ToolbarProps {
  readonly say: Translate;
  readonly language: Language;
  readonly workbook: OpenWorkbook | null;
  readonly isBusy: boolean;
  readonly onNew: () => void;
  readonly onFile: (file: File) => void;
  readonly onSample: (name: string) => void;
  readonly onSave: () => void;
  readonly onLanguage: (language: Language) => void;
}

/** What can be done with the workbook as a whole, and with its lines. */
export function Toolbar(props: ToolbarProps) {
  const { say, language, workbook, isBusy } = props;
  const styles = useStyles();
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <FluentToolbar size="small" className={styles.bar} aria-label={say('workbench.toolbar')}>
      <ToolbarButton onClick={props.onNew}>{say('workbench.new')}</ToolbarButton>
      <OpenButton label={say('workbench.open.button')} onFile={props.onFile} />
      <SampleMenu say={say} onSample={props.onSample} />
      <ToolbarButton appearance="primary" disabled={!workbook} onClick={props.onSave}>
        {say('workbench.save.button')}
      </ToolbarButton>
      <ToolbarDivider />
      <UndoButtons say={say} workbook={workbook} />
      <ToolbarDivider />
      <ToolbarButton disabled={!workbook} onClick={() => workbook && insertRow(workbook.univer)}>
        {say('workbench.insert-row')}
      </ToolbarButton>
      <ToolbarButton disabled={!workbook} onClick={() => workbook && deleteRows(workbook.univer)}>
        {say('workbench.delete-row')}
      </ToolbarButton>
      <SortMenu say={say} workbook={workbook} />
      <span className={styles.name}>{isBusy ? say('workbench.opening') : (workbook?.name ?? '')}</span>
      <ToolbarButton lang={other} onClick={() => props.onLanguage(other)}>
        {other === 'ja' ? '日本語' : 'English'}
      </ToolbarButton>
    </FluentToolbar>
  );
}

function OpenButton({ label, onFile }: { readonly label: string; readonly onFile: (file: File) => void }) {
  const input = React.useRef<HTMLInputElement>(null);
  return (
    <>
      <ToolbarButton onClick={() => input.current?.click()}>{label}</ToolbarButton>
      <input
        ref={input}
        type="file"
        accept={XLSX}
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
  React.useEffect(() => workbook ? watchUndo(workbook.univer, setState) : undefined, [workbook]);
  return (
    <>
      <ToolbarButton disabled={!state.canUndo} onClick={() => workbook && undo(workbook.univer)}>
        {say('workbench.undo')}
      </ToolbarButton>
      <ToolbarButton disabled={!state.canRedo} onClick={() => workbook && redo(workbook.univer)}>
        {say('workbench.redo')}
      </ToolbarButton>
    </>
  );
}
