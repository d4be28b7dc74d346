import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button';
import { Popover } from './popover';

/** A question mark that explains one word or one figure, opened by pointer, finger or keyboard. */
export interface HelpProps {
  /** What is explained: read aloud as "About the longest wait". */
  about: string;
  children: ReactNode;
}

export function Help({ about, children }: HelpProps) {
  return (
    <Popover
      label={`About ${about}`}
      trigger={<IconButton size="small" label={`About ${about}`} icon={<CircleHelp />} />}
    >
      {children}
    </Popover>
  );
}
