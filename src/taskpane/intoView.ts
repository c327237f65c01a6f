/** The pane's header, which may stay in sight above what is scrolled. */
const HEADER = '[data-pane-header]';

const isStuck = (header: Element): boolean => getComputedStyle(header).position === 'sticky';

/** Scrolls as little as it takes to show all of an element, below the pane's header. */
export function intoView(element: HTMLElement | null): void {
  // Nothing is laid out outside a browser.
  if (!element?.scrollIntoView) return;
  const header = document.querySelector<HTMLElement>(HEADER);
  element.style.scrollMarginTop = `${header && isStuck(header) ? header.offsetHeight : 0}px`;
  element.scrollIntoView({ block: 'nearest' });
}

/** Scrolls back to what stands below the header, where that is hidden above the pane or under the header. */
export function scrollToBeginning(header: HTMLElement): void {
  const begin = header.nextElementSibling;
  if (!(begin instanceof HTMLElement) || !begin.scrollIntoView) return;
  if (!isStuck(header)) header.lastElementChild?.scrollIntoView({ block: 'nearest' });
  else if (begin.getBoundingClientRect().top < header.getBoundingClientRect().bottom - 1) {
    begin.style.scrollMarginTop = `${header.offsetHeight}px`;
    begin.scrollIntoView({ block: 'start' });
  }
}
