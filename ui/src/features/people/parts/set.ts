/** A change that puts a value into one field: `set('name', 'Nurse')`. */
export function set<Part, Field extends keyof Part>(field: Field, value: Part[Field]): (part: Part) => void {
  return (part) => {
    part[field] = value;
  };
}
