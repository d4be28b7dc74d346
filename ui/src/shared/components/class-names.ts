/** Joins the class names that apply and drops what is not a name: `classNames(styles.row, isOpen && styles.open)`. */
export function classNames(...names: unknown[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ');
}
