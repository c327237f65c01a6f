import type * as React from 'react';

const ITEM = '[data-item]';
const MAIN = '[data-main]';
const COMMANDS: Readonly<Record<string, string>> = { f: '[data-fix]', d: '[data-decide]' };
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

const itemOf = (element: Element | null): HTMLElement | null => element?.closest<HTMLElement>(ITEM) ?? null;

function beside(list: Element, item: Element, step: number): HTMLElement | null {
  const items = [...list.querySelectorAll<HTMLElement>(ITEM)];
  return items[items.indexOf(item as HTMLElement) + step]?.querySelector<HTMLElement>(MAIN) ?? null;
}

/** Up and down between items, F for the item's fix, D for the reviewer's decision; Enter is the browser's own for the link that has the focus. */
export function moveByKeys(event: React.KeyboardEvent<HTMLElement>): void {
  const item = itemOf(event.target as Element);
  if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = STEPS[event.key];
  if (step !== undefined) {
    event.preventDefault();
    beside(event.currentTarget, item, step)?.focus();
  } else {
    const wanted = COMMANDS[event.key.toLowerCase()];
    const control = wanted === undefined ? null : item.querySelector<HTMLElement>(wanted);
    if (control) event.preventDefault();
    control?.click();
  }
}

/** An item that is about to go hands the focus on, so that the keyboard stays in the list. */
export function leaveItem(control: Element): void {
  const item = itemOf(control);
  const list = item?.closest('[data-list]');
  if (!item || !list?.contains(document.activeElement)) return;
  (beside(list, item, 1) ?? beside(list, item, -1))?.focus();
}
