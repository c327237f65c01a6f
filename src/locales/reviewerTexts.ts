import decisionsEn from './en/decisions.json';
import reviewEn from './en/review.json';
import reviewerEn from './en/reviewer.json';
import rulesEn from './en/rules.json';
import decisionsJa from './ja/decisions.json';
import reviewJa from './ja/review.json';
import reviewerJa from './ja/reviewer.json';
import rulesJa from './ja/rules.json';

/** Texts of the review: its view, what rules and formula checks say, and decisions. What shows them adds them with `addTexts`. */
export const REVIEWER_TEXTS = {
  en: { reviewer: reviewerEn, rules: rulesEn, review: reviewEn, decisions: decisionsEn },
  ja: { reviewer: reviewerJa, rules: rulesJa, review: reviewJa, decisions: decisionsJa },
} as const;
