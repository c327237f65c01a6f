/**
 * What a written workbook says about the add-in that owns its `=KMC.*` functions. Excel offers the add-in by this identity.
 * `store` and `storeType` are those Excel writes for an add-in that was side-loaded; a published add-in gets others.
 */
export const ADDIN = {
  id: '6f3a0b1e-5f0f-4c2e-9a57-2c1f0a8d9e11',
  version: '1.0.0.0',
  store: 'developer',
  storeType: 'Registry',
  /** Names this one use of the add-in in a workbook; Excel draws it at random, here it is fixed so that bytes repeat. */
  instance: '{2D9C61B7-0E4A-4B53-8F1D-6A7E35C0B948}',
} as const;

/** Namespace of the functions, as in `KMC.EMISSION`. */
export const NAMESPACE = 'KMC';
