import * as React from 'react';
import type { Memory } from './start/ports';

/** Who sits before the pane: whoever applies, or whoever reviews the application. */
export const ROLES = ['author', 'reviewer'] as const;
export type Role = (typeof ROLES)[number];

const KEY = 'role';

interface RoleChoice {
  readonly role: Role;
  readonly choose: (role: Role) => void;
}

const Context = React.createContext<RoleChoice>({ role: 'author', choose: () => undefined });

export const RoleProvider = Context.Provider;
export const useRole = (): RoleChoice => React.useContext(Context);

/** The role as it was chosen last, as the provider's value; an author where nothing is remembered. */
export function useRoleMemory(memory: Memory | undefined): RoleChoice {
  const [role, setRole] = React.useState<Role>(() => (memory?.read(KEY) === 'reviewer' ? 'reviewer' : 'author'));
  return React.useMemo(
    () => ({
      role,
      choose: (chosen) => {
        memory?.write(KEY, chosen);
        setRole(chosen);
      },
    }),
    [role, memory],
  );
}
