import { message, type Message } from '../../message';
import type { Opinion } from './opinion';

/** An opinion in one line, with its grounds. */
export const opinionText = ({ opinion, level, materiality, by, date, text }: Opinion): Message =>
  message(text === '' ? 'decisions.opinion.line' : 'decisions.opinion.line-grounds', {
    opinion: message(`decisions.opinion.opinions.${opinion}`),
    level: message(`decisions.opinion.levels.${level}`),
    ...{ materiality, by, date, text },
  });
