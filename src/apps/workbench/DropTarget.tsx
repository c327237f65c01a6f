import * as React from 'react';

interface DropTargetProps {
  /** At least one. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: React.ReactNode;
}

/** Takes files that are dropped anywhere on the page. */
export function DropTarget({ onFiles, children }: DropTargetProps) {
  const carriesFile = (event: React.DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    <div
      style={{ height: '100%' }}
      onDragOver={(event) => {
        if (carriesFile(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        const files = [...event.dataTransfer.files];
        if (files.length === 0) return;
        event.preventDefault();
        event.stopPropagation();
        onFiles(files);
      }}
    >
      {children}
    </div>
  );
}
