import { normaliseText } from '../quantity/normalise';

/** Names in use beside the canonical one; refrigerant numbers (R-32 for HFC-32) follow from the name and are not listed. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  CO2: ['二酸化炭素', '炭酸ガス', 'carbon dioxide', 'R-744'],
  CH4: ['メタン', 'methane'],
  'CH4-fossil': ['メタン(化石由来)', '化石由来メタン', 'fossil methane', 'methane, fossil', 'CH4 (fossil)'],
  'CH4-nonfossil': [
    'メタン(非化石由来)',
    '非化石由来メタン',
    'non-fossil methane',
    'methane, non-fossil',
    'CH4 (non-fossil)',
  ],
  N2O: ['一酸化二窒素', '亜酸化窒素', 'nitrous oxide'],
  SF6: ['六ふっ化硫黄', '六フッ化硫黄', '六弗化硫黄', 'sulphur hexafluoride', 'sulfur hexafluoride'],
  NF3: ['三ふっ化窒素', '三フッ化窒素', '三弗化窒素', 'nitrogen trifluoride'],
  'PFC-14': ['CF4', '四ふっ化炭素', '四フッ化炭素', 'tetrafluoromethane'],
  'PFC-116': ['C2F6', 'hexafluoroethane'],
  'PFC-218': ['C3F8', 'octafluoropropane'],
  'PFC-318': ['c-C4F8', 'R-C318'],
  'PFC-3-1-10': ['C4F10'],
  'PFC-4-1-12': ['C5F12'],
  'PFC-5-1-14': ['C6F14'],
};

const REFRIGERANT = /^(?:HFC|HCFC|CFC|PFC|HFO)-(.+)$/;

/** @returns the spelling under which gas names are compared: NFKC, lower case, no spaces, hyphens, dots or commas */
export function gasKey(name: string): string {
  return normaliseText(name)
    .toLowerCase()
    .replace(/[\s\-・.,_]/g, '');
}

/** @returns every name under which a gas of the data is found, itself first */
export function namesOfGas(gas: string): readonly string[] {
  const number = REFRIGERANT.exec(gas)?.[1];
  const refrigerant = number === undefined || gas === 'PFC-318' ? [] : [`R-${number}`];
  return [gas, ...refrigerant, ...(OTHER_NAMES[gas] ?? [])];
}
