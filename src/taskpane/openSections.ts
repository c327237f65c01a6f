import * as React from 'react';

type Opened = Readonly<Record<string, boolean>>;

const Context = React.createContext<readonly [Opened, (name: string, open: boolean) => void]>([{}, () => undefined]);

export const OpenSectionsProvider = Context.Provider;

/** Which sections were opened or closed, as the provider's value. */
export function useOpenSectionsMemory() {
  const [opened, setOpened] = React.useState<Opened>({});
  const set = React.useCallback(
    (name: string, open: boolean) => setOpened((before) => ({ ...before, [name]: open })),
    [],
  );
  return React.useMemo(() => [opened, set] as const, [opened, set]);
}

/** @returns whether a section is open, and how to change that */
export function useOpenSections(name: string, atFirst: boolean): readonly [boolean, () => void] {
  const [opened, set] = React.useContext(Context);
  const open = opened[name] ?? atFirst;
  return [open, () => set(name, !open)];
}
