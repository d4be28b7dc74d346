import { Component, type ReactNode } from 'react';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';

interface ErrorBoundaryProps {
  /** A new key is a new start: the screen that is shown. */
  resetKey: string;
  onLeave: () => void;
  children: ReactNode;
}

interface ErrorBoundaryState {
  error: Error | null;
  resetKey: string;
}

/** Stands in for a screen that could not be drawn, and says that nothing is lost. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: ErrorBoundaryState): ErrorBoundaryState | null {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const again = () => this.setState({ error: null });
    return (
      <div role="alert">
        <EmptyState
          title="This screen could not be shown"
          actions={
            <>
              <Button variant="primary" onPress={again}>
                Show it again
              </Button>
              <Button onPress={this.props.onLeave}>Go to Start</Button>
            </>
          }
        >
          <p>
            Nothing is lost: every change was saved as it was made. This is a fault of Pathloom, not of your project.
          </p>
          <p>What it said: {error.message}</p>
        </EmptyState>
      </div>
    );
  }
}
