import { associateFunctions } from '../../adapters/excel/customFunctions';
import { displayLanguage } from '../../adapters/excel/environment';
import { FUNCTIONS } from '../../core/functions/registry';
import { translator } from '../../locales/translator';

associateFunctions(FUNCTIONS, (message) => translator(displayLanguage())(message));
