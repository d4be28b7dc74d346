import { Pencil, Trash2 } from 'lucide-react';
import { Button } from './button';
import { IconButton } from './icon-button';

export const fixtures = {
  plain: <Button>Reset</Button>,
  primary: <Button variant="primary">Run</Button>,
  quiet: <Button variant="quiet">Tidy</Button>,
  danger: <Button variant="danger">Delete</Button>,
  'with an icon': <Button icon={<Pencil />}>Rename</Button>,
  small: <Button size="small">Add a role</Button>,
  disabled: <Button isDisabled>Undo</Button>,
  'icon alone': <IconButton label="Delete step" keys="Del" icon={<Trash2 />} />,
  'icon alone, edged': <IconButton variant="edged" label="Rename" icon={<Pencil />} />,
};
