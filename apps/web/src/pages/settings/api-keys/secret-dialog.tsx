import { Button, Checkbox, Dialog, SecretField } from '@lead-credits/ui';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';

export type NewSecret = { name: string; secret: string };

type SecretDialogProps = { secret: NewSecret; onDone: () => void };

/** Shows a secret the only time it can be shown; neither Esc nor a click outside loses it. */
export function SecretDialog({ secret, onDone }: SecretDialogProps): ReactElement {
  const { t } = useTranslation('settings');
  const [stored, setStored] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <Dialog
      open
      dismissible={false}
      onOpenChange={() => undefined}
      title={t('apiKeys.secretTitle')}
      description={t('apiKeys.secretText')}
      footer={
        <Button
          variant="primary"
          onClick={() => {
            setAsked(true);
            if (stored) onDone();
          }}
        >
          {t('apiKeys.done')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <SecretField
          value={secret.secret}
          copyLabel={t('apiKeys.copySecret')}
          aria-label={t('apiKeys.secret', { name: secret.name })}
        />
        <div className="flex flex-col gap-1">
          <Checkbox label={t('apiKeys.stored')} checked={stored} onCheckedChange={setStored} />
          {asked && !stored ? (
            <p role="alert" className="text-danger text-meta">
              {t('apiKeys.storeFirst')}
            </p>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}
