import { ICommandService, type Injector } from '@univerjs/core';
import { SetTriggerFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import { FormulaCalculationSessionService, type IFormulaCalculationSessionState } from '@univerjs/sheets-formula';

/** What the engine does not begin to calculate within this many milliseconds of a change needs no calculation. */
const BEGINS_WITHIN = 2000;
const POLL = 15;

const EVERYTHING = {
  dirtyRanges: [],
  dirtyNameMap: {},
  dirtyDefinedNameMap: {},
  dirtySuperTableMap: {},
  dirtyUnitFeatureMap: {},
  dirtyUnitOtherFormulaMap: {},
  clearDependencyTreeCache: {},
  forceCalculation: true,
};

/** A session that was stopped is followed by another one; before the first one the file's values are not those of the grid. */
const isFinished = ({ started, stopped, completed, resultApplied }: IFormulaCalculationSessionState): boolean =>
  started && completed && resultApplied && !stopped;

/** Knows when the values that the grid shows are those of its present contents. */
export class Calculation {
  private changedAt = 0;
  private sessionThen = 0;
  private readonly commands: ICommandService;
  private readonly sessions: FormulaCalculationSessionService;
  private readonly stopListening: { dispose(): void };

  constructor(injector: Injector, isContentChange: (id: string) => boolean) {
    this.sessions = injector.get(FormulaCalculationSessionService);
    this.commands = injector.get(ICommandService);
    this.changed();
    this.stopListening = this.commands.onCommandExecuted(({ id }, options) => {
      // The engine, too, takes no notice of these.
      if (isContentChange(id) && !options?.fromFormula && !options?.onlyLocal) this.changed();
    });
  }

  /** Resolves once everything entered so far has been calculated. */
  async finished(): Promise<void> {
    while (!this.isUpToDate()) await new Promise((resume) => setTimeout(resume, POLL));
  }

  /** The engine loses track of what depends on what when rows move: then everything is calculated from the beginning. */
  startAnew(): void {
    this.changed();
    void this.commands.executeCommand(SetTriggerFormulaCalculationStartMutation.id, EVERYTHING, { onlyLocal: true });
  }

  dispose(): void {
    this.stopListening.dispose();
  }

  private changed(): void {
    this.changedAt = performance.now();
    this.sessionThen = this.sessions.state.id;
  }

  private isUpToDate(): boolean {
    const { state } = this.sessions;
    const hasBegun = state.id > this.sessionThen || performance.now() - this.changedAt > BEGINS_WITHIN;
    return hasBegun && isFinished(state);
  }
}
