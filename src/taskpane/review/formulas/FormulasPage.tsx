import { message } from '../../../core/message';
import { usePane } from '../../paneContext';
import { Section } from '../../Section';
import { useSections } from '../../styles';
import { useReviewing } from '../reviewContext';
import { FormulaWalk } from './FormulaWalk';
import { Tree } from './Tree';

/** The formulas of any workbook: each once, one after the other, and what feeds the certified numbers. */
export function FormulasPage() {
  const { say } = usePane();
  const sections = useSections();
  const { last } = useReviewing().review;
  if (!last) return <p className={sections.section}>{say('reviewer.checking')}</p>;
  const { unique, tree, notices, formulas } = last.formulas;
  return (
    <>
      {unique.length === 0 ? (
        <p className={sections.section}>{say('reviewer.formulas.none')}</p>
      ) : (
        <Section
          name="review-walk"
          title={say('reviewer.formulas.title')}
          aside={say(message('reviewer.formulas.count', { unique: unique.length, cells: formulas }))}
          openAtFirst
        >
          <FormulaWalk found={last} />
        </Section>
      )}
      {tree && tree.roots.length > 0 && (
        <Section name="review-tree" title={say('reviewer.tree.title')}>
          <Tree tree={tree} />
        </Section>
      )}
      {notices.length > 0 && (
        <Section name="review-notices" title={say('reviewer.notices')} aside={String(notices.length)}>
          <ul>
            {notices.map((notice, at) => (
              <li key={at}>{say(notice)}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
