import { translator } from './translator';

/** What the headers of 指摘事項・回答書 say in either language: a letter is read back whichever it was written in. */
export const letterHeaders = () => {
  const both = (key: string): readonly string[] =>
    (['en', 'ja'] as const).map((language) => translator(language)(`decisions.letter.${key}`));
  return { id: both('id'), reply: both('reply'), replyDate: both('replyDate') };
};
