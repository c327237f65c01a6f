import * as React from 'react';

/** The parts of Review, in their order. */
export const REVIEW_PARTS = ['findings', 'formulas', 'map', 'rounds'] as const;
export type ReviewPart = (typeof REVIEW_PARTS)[number];

type Part = readonly [ReviewPart, (part: ReviewPart) => void];

const Context = React.createContext<Part>(['findings', () => undefined]);

export const ReviewPartProvider = Context.Provider;

/** The part that is shown, and how to go to another, also from outside Review. */
export const useReviewPart = (): Part => React.useContext(Context);
