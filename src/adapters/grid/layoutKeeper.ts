import { CommandType, type ICommandService, type IMutationInfo } from '@univerjs/core';
import type { Layout } from './layout';

const SET_LAYOUT = 'kmc.mutation.set-layout';

/**
 * Keeps the layout in step with the grid's undo list: a mutation of our own sets it.
 * `changed` is called when a step has been undone or done again.
 */
export class LayoutKeeper {
  private current: Layout;
  private steps = 0;
  private readonly command: { dispose(): void };

  constructor(commands: ICommandService, opened: Layout, changed: (before: Layout, after: Layout) => void) {
    this.current = opened;
    this.command = commands.registerCommand({
      id: SET_LAYOUT,
      type: CommandType.MUTATION,
      handler: (_accessor: unknown, params: { readonly layout: Layout }) => {
        const before = this.current;
        this.current = params.layout;
        changed(before, this.current);
        return true;
      },
    });
  }

  get layout(): Layout {
    return this.current;
  }

  /** @returns the layout, numbered as a new step */
  next(layout: Omit<Layout, 'step'>): Layout {
    this.current = { ...layout, step: ++this.steps };
    return this.current;
  }

  mutation(layout: Layout): IMutationInfo {
    return { id: SET_LAYOUT, params: { layout } };
  }

  dispose(): void {
    this.command.dispose();
  }
}
