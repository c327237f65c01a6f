import { evaluate } from '../../../src/core/pipeline';
import { findingsOfProblems } from '../../../src/core/review/findingsOfProblems';
import { findingId, type Finding } from '../../../src/core/review/finding';
import { reviewed } from '../../../src/core/review/review';
import { exampleNamed } from '../../../src/core/template/examples/registry';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import { planSnapshot } from '../../support/planSnapshot';

const snapshotOf = (name: string) =>
  planSnapshot(planWorkbook({ language: 'en', content: exampleNamed(name).content, exampleSheet: false }));

describe('findings of problems', () => {
  it.each(['broken', 'photovoltaics', 'radar'])(
    'of %s are those of the whole review, but where a rule says more of the same place',
    (name) => {
      const snapshot = snapshotOf(name);
      const outcome = evaluate(snapshot);
      expect(outcome.problems.length).toBeGreaterThan(0);
      const quick = findingsOfProblems(outcome.problems, outcome.case);
      const { review } = reviewed(snapshot, outcome);
      const whole = new Map(review.findings.map(({ id, criterion }) => [id, criterion]));
      const byRules = new Set(
        review.findings.flatMap(({ rule, subject }) => (rule.includes('.') ? [] : findingId('', subject))),
      );
      expect(quick).toHaveLength(outcome.problems.length);
      const others = quick.filter(({ id, criterion }) => whole.get(id) !== criterion);
      // A rule may speak of a cell, of its column at once, or of the table.
      const isTold = ({ subject }: Finding) =>
        [subject, { ...subject, rowId: null }, { ...subject, rowId: null, column: null }].some((place) =>
          byRules.has(findingId('', place)),
        );
      expect(others.filter((finding) => !isTold(finding))).toEqual([]);
      expect(others.length).toBeLessThan(quick.length);
    },
  );
});
