import { CommandType, type ICommandService, type IMutationInfo } from '@univerjs/core';
import type { Layout } from './layout';

const SET_LAYOUT = 'kmc.mutation.set-layout';

/** Keeps the layout in step with the grid's undo list: a mutation of our own sets it. */
export class LayoutKeeper {
  private current: Layout;
  private readonly command: { dispose(): void };

  constructor(commands: ICommandService, opened: Layout) {
    this.current = opened;
    this.command = commands.registerCommand({
      id: SET_LAYOUT,
      type: CommandType.MUTATION,
      handler: (_accessor: unknown, params: { readonly layout: Layout }) => {
        this.current = params.layout;
        return true;
      },
    });
  }

  get layout(): Layout {
    return this.current;
  }

  set(layout: Layout): void {
    this.current = layout;
  }

  mutation(layout: Layout): IMutationInfo {
    return { id: SET_LAYOUT, params: { layout } };
  }

  dispose(): void {
    this.command.dispose();
  }
}
