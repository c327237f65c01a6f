import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../paneContext';
import { ROLES, useRole, type Role } from '../role';

const useStyles = makeStyles({
  select: {
    minWidth: 0,
    minHeight: '24px',
    padding: '0 2px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

/** For whom the pane speaks. */
export function RoleSwitch() {
  const { say } = usePane();
  const styles = useStyles();
  const { role, choose } = useRole();
  return (
    <select
      className={styles.select}
      aria-label={say('pane.role.label')}
      value={role}
      onChange={({ target }) => choose(target.value as Role)}
    >
      {ROLES.map((each) => (
        <option key={each} value={each}>
          {say(`pane.role.${each}`)}
        </option>
      ))}
    </select>
  );
}
