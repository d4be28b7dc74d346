import type { Design, Project, Work } from '@/ipc/bindings';
import { ContactsFields } from './contacts-fields';
import { GroupFields } from './group-fields';
import { OfferFields } from './offer-fields';
import { OutcomeFields } from './outcome-fields';
import type { PartProps } from './part';
import { PlacesFields } from './places-fields';
import { DelayFields, ReferralsFields, SplitFields } from './simple-fields';

interface WorkFieldsProps extends PartProps<Work> {
  project: Project;
  design: Design;
}

/** What happens at a step: the fields of its kind. */
export function WorkFields({ part: work, at, put, project, design }: WorkFieldsProps) {
  switch (work.kind) {
    case 'referrals':
      return <ReferralsFields part={work} at={at} put={(next, ...done) => put({ ...work, ...next }, ...done)} />;
    case 'split':
      return <SplitFields />;
    case 'contacts':
      return (
        <ContactsFields
          part={work}
          at={at}
          put={(next, ...done) => put({ ...work, ...next }, ...done)}
          project={project}
        />
      );
    case 'group':
      return (
        <GroupFields
          part={work}
          at={at}
          put={(next, ...done) => put({ ...work, ...next }, ...done)}
          project={project}
        />
      );
    case 'places':
      return <PlacesFields part={work} at={at} put={(next, ...done) => put({ ...work, ...next }, ...done)} />;
    case 'delay':
      return <DelayFields part={work} at={at} put={(next, ...done) => put({ ...work, ...next }, ...done)} />;
    case 'universalOffer':
      return (
        <OfferFields
          part={work}
          at={at}
          put={(next, ...done) => put({ ...work, ...next }, ...done)}
          project={project}
          design={design}
        />
      );
    case 'outcome':
      return (
        <OutcomeFields
          part={work}
          at={at}
          put={(next, ...done) => put({ ...work, ...next }, ...done)}
          design={design}
        />
      );
  }
}
