import { createContext, useContext } from 'react';
import type { FileSaver } from '../core/ports';

const Context = createContext<FileSaver | null>(null);

export const FileSaverProvider = Context.Provider;

/** What hands files to the user; `null` where the page around the pane has no such way. */
export const useFileSaver = (): FileSaver | null => useContext(Context);
