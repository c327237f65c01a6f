import * as React from 'react';
import { message } from '../core/message';
import { Notice } from './Notice';
import { reasonOf } from './outcome/followWorkbook';
import { usePane } from './paneContext';

interface BoundaryProps {
  readonly children: React.ReactNode;
  readonly fallback: (error: unknown, retry: () => void) => React.ReactNode;
}

class Boundary extends React.Component<BoundaryProps, { readonly error: unknown; readonly failed: boolean }> {
  override state = { error: undefined as unknown, failed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true };
  }

  override render() {
    const retry = () => this.setState({ error: undefined, failed: false });
    return this.state.failed ? this.props.fallback(this.state.error, retry) : this.props.children;
  }
}

/** A fault of the pane itself becomes a sentence instead of a blank pane. */
export function ErrorBoundary({ children }: { readonly children: React.ReactNode }) {
  const { say } = usePane();
  return (
    <Boundary
      fallback={(error, retry) => (
        <Notice
          text={say(message('pane.failure.show', { reason: reasonOf(error) }))}
          action={say('pane.failure.retry')}
          onAction={retry}
        />
      )}
    >
      {children}
    </Boundary>
  );
}
