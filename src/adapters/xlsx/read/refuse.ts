import { KmcError, message, type Message } from '../../../core/message';

/**
 * Ends the reading of a file with a sentence.
 * @param key below `xlsx.read.`
 * @throws KmcError always
 */
export function refuse(key: string, params: Message['params'] = {}): never {
  throw new KmcError(notice(key, params));
}

/** @param key below `xlsx.read.` */
export const notice = (key: string, params: Message['params'] = {}): Message => message(`xlsx.read.${key}`, params);
