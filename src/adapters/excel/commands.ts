/// <reference types="office-js" />

/** Names of the ribbon's commands, as `FunctionName` in the manifest. */
export const COMMANDS = ['newApplication', 'checkWorkbook', 'makePackage'] as const;
export type Command = (typeof COMMANDS)[number];

/**
 * Makes the ribbon's commands known to Excel. Each brings the pane before the user's eyes and then does its work; Excel waits for the end
 * of a command, so that one that fails ends, too.
 * @param run what a command does once the pane is there
 * @param failed hears of an Excel that does not show the pane
 */
export function associateCommands(run: (command: Command) => void, failed: (error: unknown) => void): void {
  for (const command of COMMANDS) {
    Office.actions.associate(command, (event: Office.AddinCommands.Event) => {
      void shown()
        .then(() => run(command), failed)
        .finally(() => event.completed());
    });
  }
}

const shown = async (): Promise<void> => Office.addin.showAsTaskpane();
