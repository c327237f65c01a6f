import { argued } from '../argued';

export const uniqueness = argued('uniqueness');
