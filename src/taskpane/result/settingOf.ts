import type { Setting } from '../../core/calculation/types';

/** @throws RangeError where the method makes no such choice: it always makes all of them */
export function settingOf(settings: readonly Setting[], key: string): string {
  const setting = settings.find((each) => each.key === key);
  if (!setting) throw new RangeError(`no setting ${key}`);
  return setting.value;
}
