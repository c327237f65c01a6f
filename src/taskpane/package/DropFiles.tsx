import * as React from 'react';

interface DropFilesProps {
  /** At least one. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: React.ReactNode;
}

/** Takes files that are dropped on what is inside; what lies around it, which may take files too, hears nothing of them. */
export function DropFiles({ onFiles, children }: DropFilesProps) {
  const drop = (event: React.DragEvent) => {
    const files = [...event.dataTransfer.files];
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onFiles(files);
  };
  return (
    <div onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      {children}
    </div>
  );
}
