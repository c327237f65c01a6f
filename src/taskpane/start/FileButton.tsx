import * as React from 'react';
import { Button } from '@fluentui/react-components';

const XLSX = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface FileButtonProps {
  readonly label: string;
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}

/** Asks for an .xlsx file. */
export function FileButton({ label, disabled, onFile }: FileButtonProps) {
  const input = React.useRef<HTMLInputElement>(null);
  const chosen = (event: React.ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // The same file can be chosen again.
    event.target.value = '';
    if (file) onFile(file);
  };
  return (
    <>
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input ref={input} type="file" accept={XLSX} hidden aria-label={label} onChange={chosen} />
    </>
  );
}
