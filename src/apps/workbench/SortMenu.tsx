import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { selectedCell } from '../../adapters/grid/gridCommands';
import type { Translate } from '../../locales/translator';
import type { OpenWorkbook } from './openWorkbook';

interface SortMenuProps {
  readonly say: Translate;
  readonly workbook: OpenWorkbook | null;
}

/** Sorts the lines of the table the user stands in by the column the user stands in. */
export function SortMenu({ say, workbook }: SortMenuProps) {
  const sort = (order: 'ascending' | 'descending') => {
    const cell = workbook && selectedCell(workbook.univer);
    if (cell) workbook.host.sortLines(cell, order);
  };
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" disabled={!workbook}>
          {say('workbench.sort.button')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => sort('ascending')}>{say('workbench.sort.ascending')}</MenuItem>
          <MenuItem onClick={() => sort('descending')}>{say('workbench.sort.descending')}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
