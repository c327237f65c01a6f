/** Entries of the grid's menus for what is refused anyway. */
export const HIDDEN_MENUS: Readonly<Record<string, { readonly hidden: true }>> = Object.fromEntries(
  [
    'sheet.command.insert-col-before',
    'sheet.command.insert-col-after',
    'sheet.command.insert-multi-cols-left',
    'sheet.command.insert-multi-cols-right',
    'sheet.command.remove-col-confirm',
    'sheet.command.remove-col',
    'sheet.command.insert-range-move-right-confirm',
    'sheet.command.insert-range-move-down-confirm',
    'sheet.command.delete-range-move-left-confirm',
    'sheet.command.delete-range-move-up-confirm',
    'sheet.command.clear-selection-format',
    'sheet.command.clear-selection-all',
    'sheet.command.add-worksheet-merge',
    'sheet.command.remove-sheet-confirm',
    'sheet.command.remove-sheet',
    'sheet.command.copy-sheet',
    'sheet.command.set-worksheet-hide',
    'sheet.command.set-tab-color',
    'sheet.operation.rename-sheet',
  ].map((id) => [id, { hidden: true }] as const),
);
