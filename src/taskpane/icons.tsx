type Shape = 'blocks' | 'asks' | 'warns' | 'notes' | 'done' | 'next' | 'below' | 'back' | 'close' | 'settings';

/** Drawn on a grid of 16; strokes take the colour of the text around them. */
const SHAPES: Readonly<Record<Shape, string>> = {
  blocks: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13ZM5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
  warns: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13ZM8 4.6v4.2M8 11v.4',
  asks: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13ZM6.2 6.3a1.8 1.8 0 1 1 2.5 1.7c-.5.2-.7.5-.7 1.1M8 11.4v.4',
  notes: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13ZM8 7.2v4.2M8 4.6v.4',
  done: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13ZM5 8.2l2.1 2.1l4-4.4',
  next: 'M6 3.5L10.5 8L6 12.5',
  below: 'M3.5 6L8 10.5L12.5 6',
  back: 'M10 3.5L5.5 8L10 12.5',
  close: 'M4 4l8 8M12 4l-8 8',
  settings:
    'M2 4.5h7.5M13 4.5h1M11.2 2.8a1.7 1.7 0 1 1 0 3.4a1.7 1.7 0 0 1 0-3.4ZM2 11.5h1M6.5 11.5h7.5M4.8 9.8a1.7 1.7 0 1 1 0 3.4a1.7 1.7 0 0 1 0-3.4Z',
};

/** Points at what it opens: to the side while closed, down while open. */
export function Chevron({ open, size = 12 }: { open: boolean; size?: number }) {
  return <Icon shape={open ? 'below' : 'next'} size={size} />;
}

/** Always beside a word, so it has no name of its own. */
export function Icon({ shape, className, size = 16 }: { shape: Shape; className?: string; size?: number }) {
  return (
    <svg
      className={className}
      style={{ flex: 'none' }}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={SHAPES[shape]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
