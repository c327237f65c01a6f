import { argued } from '../argued';

export const expandability = argued('expandability');
