import { Banner, Button, formatCount } from '@lead-credits/ui';
import { PlayIcon } from '@lead-credits/ui/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.ts';
import type { ImportItem } from '../../api-types.ts';
import { readError } from '../../app-error.ts';
import { useErrorText } from '../../components/use-error-text.ts';
import { useRoleNames } from '../../components/use-role-names.ts';
import { useCan, useProject } from '../../layouts/project-context.tsx';
import { Outcome } from './outcome.tsx';

/** Leads that were added without being started: nobody calls them until somebody says so, and that is free. */
export function HeldLeads({ item }: { item: ImportItem }): ReactElement {
  const { t } = useTranslation('leads');
  const project = useProject();
  const mayStart = useCan('leads.write');
  const roleNames = useRoleNames();
  const utils = api.useUtils();
  // The import remembers how it was uploaded; whether leads still wait is asked of the leads.
  const waiting = api.leads.list.useQuery({
    projectId: project.id,
    importId: item.id,
    state: 'uploaded',
    limit: 1,
  });
  const start = api.leads.initialize.useMutation({
    networkMode: 'always',
    onSuccess: () => utils.leads.list.invalidate(),
  });
  const isWaiting = !start.data && (waiting.data === undefined || waiting.data.items.length > 0);
  const sentence = useSentence(item, start.data?.initialized ?? null, isWaiting);
  return (
    <div className="flex flex-col gap-4">
      <Outcome
        tone="success"
        title={t('import.uploadedTitle')}
        count={item.accepted}
        action={
          isWaiting && mayStart ? (
            <Button
              size="sm"
              variant="primary"
              icon={PlayIcon}
              loading={start.isPending}
              onClick={() => start.mutate({ projectId: project.id, importId: item.id })}
            >
              {t('import.initialize')}
            </Button>
          ) : undefined
        }
      >
        {sentence}
        {isWaiting && !mayStart ? (
          <> {t('import.initializeAsk', { roles: roleNames('leads.write') })}</>
        ) : null}
      </Outcome>
      <InitializeFailed error={start.error} />
    </div>
  );
}

function InitializeFailed({ error }: { error: unknown }): ReactElement | null {
  const { t } = useTranslation('leads');
  const errorText = useErrorText();
  if (!error) return null;
  return (
    <Banner tone="danger" urgent title={t('import.initializeFailed')}>
      {errorText(readError(error))}
    </Banner>
  );
}

function useSentence(item: ImportItem, initialized: number | null, isWaiting: boolean): string {
  const { t } = useTranslation('leads');
  const { accepted, rows } = item;
  const shown = formatCount(accepted);
  if (initialized !== null && initialized > 0) {
    return t('import.initialized', { count: initialized, shown: formatCount(initialized) });
  }
  if (isWaiting) return t('import.held', { count: accepted, shown });
  const added =
    accepted === rows
      ? t('import.addedAll', { count: accepted, shown })
      : t('import.added', { count: accepted, shown, rows: formatCount(rows) });
  return `${added} ${t('import.started')}`;
}
