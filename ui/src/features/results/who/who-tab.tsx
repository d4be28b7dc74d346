export function WhoTab() {
  return null;
}
