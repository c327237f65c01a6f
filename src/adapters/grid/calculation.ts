import { ICommandService, type Injector } from '@univerjs/core';
import { SetTriggerFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import { FormulaCalculationSessionService, type IFormulaCalculationSessionState } from '@univerjs/sheets-formula';

/** The engine begins this many milliseconds after a change at the latest. */
const BEGINS_WITHIN = 400;
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

const isFinished = ({ started, stopped, completed, resultApplied }: IFormulaCalculationSessionState): boolean =>
  !started || (resultApplied && (stopped || completed));

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
      if (isContentChange(id) && !options?.fromFormula) this.changed();
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
