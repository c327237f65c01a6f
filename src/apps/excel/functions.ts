import { associateFunctions } from '../../adapters/excel/customFunctions';
import { spokenLanguage } from '../../adapters/excel/language';
import { FUNCTIONS } from '../../core/functions/registry';
import { translator } from '../../locales/translator';

associateFunctions(FUNCTIONS, (message) => translator(spokenLanguage())(message));
