import * as React from 'react';

interface DropTargetProps {
  readonly onFile: (file: File) => void;
  readonly children: React.ReactNode;
}

/** Opens a file that is dropped anywhere on the page. */
export function DropTarget({ onFile, children }: DropTargetProps) {
  const carriesFile = (event: React.DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    <div
      style={{ height: '100%' }}
      onDragOver={(event) => {
        if (carriesFile(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        const file = event.dataTransfer.files[0];
        if (!file) return;
        event.preventDefault();
        event.stopPropagation();
        onFile(file);
      }}
    >
      {children}
    </div>
  );
}
