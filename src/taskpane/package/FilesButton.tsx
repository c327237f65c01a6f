import * as React from 'react';
import { Button } from '@fluentui/react-components';

interface FilesButtonProps {
  readonly label: string;
  readonly disabled: boolean;
  /** Endings, as an input of files takes them; any where it is left out. */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Asks for files of this machine. */
export function FilesButton({ label, disabled, accept, multiple = false, onFiles }: FilesButtonProps) {
  const input = React.useRef<HTMLInputElement>(null);
  const chosen = (event: React.ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    // The same file can be chosen again.
    event.target.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <>
      <Button disabledFocusable={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input ref={input} type="file" accept={accept} multiple={multiple} hidden aria-label={label} onChange={chosen} />
    </>
  );
}
