import { showError } from '@/shared/notices/notices';

/** Shows what nobody caught, so that nothing fails in silence. Returns the way to stop. */
export function showUnhandledErrors(): () => void {
  const onError = (event: ErrorEvent) => {
    // Browsers report by an error event that a resize was put off to the next frame. Nothing failed.
    if (event.message.startsWith('ResizeObserver loop')) return;
    showError(event.error ?? event.message);
  };
  const onRejection = (event: PromiseRejectionEvent) => showError(event.reason);
  globalThis.addEventListener('error', onError);
  globalThis.addEventListener('unhandledrejection', onRejection);
  return () => {
    globalThis.removeEventListener('error', onError);
    globalThis.removeEventListener('unhandledrejection', onRejection);
  };
}
