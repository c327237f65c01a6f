import { pagePackages } from '../../adapters/packages/pagePackages';

export const packageTools = () => pagePackages(() => import('./reports'));
