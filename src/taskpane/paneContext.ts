import { createContext, useContext } from 'react';
import type { CellRef } from '../core/workbook/cell';
import { translator, type Language, type Translate } from '../locales/translator';

/** What every part of the pane may need. */
export interface PaneContext {
  readonly language: Language;
  readonly say: Translate;
  /** Brings a cell before the user's eyes; a failure is shown in the pane. */
  readonly reveal: (cell: CellRef) => void;
}

const Context = createContext<PaneContext>({ language: 'ja', say: translator('ja'), reveal: () => undefined });

export const PaneProvider = Context.Provider;
export const usePane = (): PaneContext => useContext(Context);
