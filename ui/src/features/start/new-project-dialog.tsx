import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/shared/components/button';
import { Dialog } from '@/shared/components/dialog';
import { TextField } from '@/shared/components/text-field';

/** Longest name that still reads well on a card and in the top bar. Chosen. */
const longestName = 120;

/** Asks what a new project is called. */
export function NewProjectDialog(props: { isOpen: boolean; onCreate: (name: string) => void; onCancel: () => void }) {
  const { isOpen, onCreate, onCancel } = props;
  const formId = useId();
  const footer = (
    <>
      <Button onPress={onCancel}>Cancel</Button>
      <Button variant="primary" type="submit" form={formId}>
        Start drawing
      </Button>
    </>
  );
  return (
    <Dialog title="Start from an empty pathway" isOpen={isOpen} onClose={onCancel} footer={footer}>
      <NameForm id={formId} onCreate={onCreate} />
    </Dialog>
  );
}

function NameForm({ id, onCreate }: { id: string; onCreate: (name: string) => void }) {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') setError('Enter a name, such as the service it is about');
    else onCreate(name.trim());
  };
  return (
    <form id={id} onSubmit={submit} noValidate>
      <TextField
        label="What is the service called?"
        description="It can be changed later."
        value={name}
        onChange={(next) => {
          setName(next);
          setError(null);
        }}
        error={error}
        maxLength={longestName}
        autoFocus
      />
    </form>
  );
}
