import { Segmented } from '@/shared/components/segmented';
import { openGuide, putGuideAway, useGuide } from './guide-state';

interface GuideSwitchProps {
  showsGuide: boolean;
  /** Whether something is selected, whose fields are shown whatever became of the guide. */
  hasSelection: boolean;
}

/** The guide, or the fields of what is selected. Nothing where the document has no guide. */
export function GuideSwitch({ showsGuide, hasSelection }: GuideSwitchProps) {
  const guide = useGuide();
  if (!guide) return null;
  const done = guide.replace.filter((line) => line.done).length;
  const options = [
    { id: 'fields', label: 'Fields' },
    { id: 'guide', label: guide.replace.length > 0 ? `Guide, ${done} of ${guide.replace.length}` : 'Guide' },
  ] as const;
  return (
    <Segmented
      label="Shown here"
      value={showsGuide ? 'guide' : 'fields'}
      options={options}
      onChange={(wanted) => {
        if (wanted === 'guide') openGuide();
        else if (!hasSelection) putGuideAway();
      }}
    />
  );
}
