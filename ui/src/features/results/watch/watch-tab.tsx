export function WatchTab() {
  return null;
}
