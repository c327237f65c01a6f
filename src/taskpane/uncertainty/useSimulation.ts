import * as React from 'react';
import type { ReductionModel } from '../../core/calculation/model';
import { simulationRun, type SimulationState } from './simulationRun';

export interface Simulated {
  readonly state: SimulationState;
  readonly stop: () => void;
  readonly again: () => void;
}

const WAITING: SimulationState = { phase: 'waiting' };

/** The simulation of a model, begun anew with every other model and ended when the component goes. */
export function useSimulation(model: ReductionModel, runs: number, seed: number): Simulated {
  const [latest, setLatest] = React.useState({ of: model, state: WAITING });
  const [attempt, setAttempt] = React.useState(0);
  const end = React.useRef<() => void>(() => undefined);
  React.useEffect(() => {
    end.current = simulationRun(model, { runs, seed }, (state) => setLatest({ of: model, state }));
    return () => end.current();
  }, [model, runs, seed, attempt]);
  const stop = () => {
    end.current();
    setLatest({ of: model, state: { phase: 'stopped' } });
  };
  return {
    // What was found for another model must not stand beside this one, not for a moment.
    state: latest.of === model ? latest.state : WAITING,
    stop,
    again: () => setAttempt(attempt + 1),
  };
}
