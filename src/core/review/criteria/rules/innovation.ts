import { argued } from '../argued';

export const innovation = argued('innovation');
