const ADD_IN = /(?<![\w.])KMC\.[A-Z_.]+(?=\()/i;

/** @returns the first function of the add-in that a formula calls, `KMC.AVOIDED`; `null` where it calls none */
export const addInFunction = (formula: string): string | null => ADD_IN.exec(formula)?.[0] ?? null;
