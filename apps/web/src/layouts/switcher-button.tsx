import { Button, type ButtonProps } from '@lead-credits/ui';
import { ChevronsUpDownIcon } from '@lead-credits/ui/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

type SwitcherButtonProps = ButtonProps & { name: string };

/** The button alone, so that it looks the same before and after the list's code is there. */
export function SwitcherButton({ name, ...button }: SwitcherButtonProps): ReactElement {
  const { t } = useTranslation('navigation');
  return (
    <Button
      {...button}
      size="sm"
      trailingIcon={ChevronsUpDownIcon}
      aria-haspopup="dialog"
      aria-label={t('currentProject', { project: name })}
      className="max-w-45"
    >
      {name}
    </Button>
  );
}
