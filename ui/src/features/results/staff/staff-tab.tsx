export function StaffTab() {
  return null;
}
