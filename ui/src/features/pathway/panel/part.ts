import type { FigureFieldProps } from '@/document/fields/figure-field';
import type { Estimate } from '@/ipc/bindings';

/** Hands over a part of the document changed, what was done, and where, so that typing on is one step of undo. */
export type Put<Part> = (next: Part, label: string, at: string) => void;

/** A part of the document that fields change: the part, its place below the step or link, and how to change it. */
export interface PartProps<Part> {
  part: Part;
  at: string;
  put: Put<Part>;
}

type KeyOf<Part, Value> = {
  [Key in keyof Part]-?: Part[Key] extends Value ? (Value extends Part[Key] ? Key : never) : never;
}[keyof Part];

/** Names of the figures that a part always has. */
export type FigureKey<Part> = KeyOf<Part, Estimate> & string;
/** Names of the figures that a part may have. */
export type OptionalFigureKey<Part> = KeyOf<Part, Estimate | null> & string;

type FigureProps = Pick<FigureFieldProps, 'label' | 'value' | 'at' | 'onChange' | 'onClear'>;

/** Makes the properties of the field for a figure of a part. */
export function figuresOf<Part extends object>({ part, at, put }: PartProps<Part>) {
  const field = (key: string, label: string): FigureProps => ({
    label,
    value: (part as Record<string, Estimate | null>)[key] ?? null,
    at: `${at}/${key}`,
    onChange: (value, done) => put({ ...part, [key]: value }, done, `${at}/${key}`),
  });
  return {
    figure: (key: FigureKey<Part>, label: string): FigureProps => field(key, label),
    optional: (key: OptionalFigureKey<Part>, label: string): FigureProps => ({
      ...field(key, label),
      onClear: (done) => put({ ...part, [key]: null }, done, `${at}/${key}`),
    }),
  };
}

/** The same way of changing, one level down. */
export function below<Part extends object, Key extends keyof Part & string, Inner extends Part[Key] & object>(
  { part, at, put }: PartProps<Part>,
  key: Key,
  inner: Inner,
): PartProps<Inner> {
  return {
    part: inner,
    at: `${at}/${key}`,
    put: (next, label, place) => put({ ...part, [key]: next }, label, place),
  };
}
