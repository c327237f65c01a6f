import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  over: { outline: `2px dashed ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-4px' },
});

interface DropFilesProps {
  /** At least one. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly className?: string;
  readonly children: React.ReactNode;
}

/** Takes files that are dropped on what is inside; what lies around it, which may take files too, hears nothing of them. */
export function DropFiles({ onFiles, className, children }: DropFilesProps) {
  const styles = useStyles();
  const [isOver, setOver] = React.useState(false);
  const over = (event: React.DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const leave = ({ currentTarget, relatedTarget }: React.DragEvent) => {
    if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
  };
  const drop = (event: React.DragEvent) => {
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onFiles(files);
  };
  return (
    <div className={mergeClasses(className, isOver && styles.over)} onDragOver={over} onDragLeave={leave} onDrop={drop}>
      {children}
    </div>
  );
}
