import type { ProfileFile } from '../../calculation/profile';
import { object, record } from '../shape/structures';
import { text } from '../shape/values';

const choices = record(object<{ readonly value: string; readonly basis: string }>({ value: text, basis: text }));

/** `profile.json`: the method's choices and thresholds as the profile's own file holds them. */
export const profileShape = object<ProfileFile>({ id: text, version: text, choices, thresholds: choices });
