import * as React from 'react';
import { Button } from '@fluentui/react-components';

export const XLSX = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface FileButtonProps {
  readonly label: string;
  readonly disabled: boolean;
  /** Endings, as an input of files takes them; .xlsx where it is left out. */
  readonly accept?: string;
  readonly onFile: (file: File) => void;
}

/** Asks for a file of one kind. */
export function FileButton({ label, disabled, accept = XLSX, onFile }: FileButtonProps) {
  const input = React.useRef<HTMLInputElement>(null);
  const chosen = (event: React.ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // The same file can be chosen again.
    event.target.value = '';
    if (file) onFile(file);
  };
  return (
    <>
      <Button disabledFocusable={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input ref={input} type="file" accept={accept} hidden aria-label={label} onChange={chosen} />
    </>
  );
}
