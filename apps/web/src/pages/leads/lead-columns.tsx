import {
  DateText,
  FileName,
  formatPhone,
  NoValue,
  TableCard,
  type TableColumn,
  TextLink,
} from '@lead-credits/ui';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeadItem } from '../../api-types.ts';
import { useProject } from '../../layouts/project-context.tsx';
import { paths } from '../../paths.ts';
import { LeadStateBadge } from './lead-state.tsx';

type Options = {
  /** False: phones and e-mails are for other roles, and the column is left out. */
  hasPhones: boolean;
  importNames: ReadonlyMap<string, string>;
};

/** Name, Phone, Process, State, Added, Import. */
export function useLeadColumns({ hasPhones, importNames }: Options): TableColumn<LeadItem>[] {
  const { t } = useTranslation('leads');
  const phone: TableColumn<LeadItem> = {
    key: 'phone',
    head: t('list.phone'),
    width: 168,
    cell: (lead) => <Contact lead={lead} />,
  };
  return [
    { key: 'name', head: t('list.name'), cell: (lead) => <span title={lead.name}>{lead.name}</span> },
    ...(hasPhones ? [phone] : []),
    {
      key: 'process',
      head: t('list.process'),
      width: 184,
      hideBelow: 768,
      cell: (lead) => lead.processName,
    },
    {
      key: 'state',
      head: t('list.state'),
      width: 136,
      cell: (lead) => <LeadStateBadge state={lead.state} />,
    },
    {
      key: 'added',
      head: t('list.added'),
      width: 152,
      hideBelow: 640,
      cell: (lead) => <DateText value={lead.createdAt} format="datetime" />,
    },
    {
      key: 'import',
      head: t('list.import'),
      width: 216,
      hideBelow: 896,
      cell: (lead) => <ImportLink lead={lead} importNames={importNames} />,
    },
  ];
}

/** The phone; the e-mail of a lead without one. */
function Contact({ lead }: { lead: LeadItem }): ReactElement {
  const { t } = useTranslation('leads');
  if (lead.phone) return <span className="tabular-nums">{formatPhone(lead.phone)}</span>;
  if (lead.email) return <span title={lead.email}>{lead.email}</span>;
  return <NoValue reason={t('list.noContact')} />;
}

type ImportLinkProps = { lead: LeadItem; importNames: ReadonlyMap<string, string> };

function ImportLink({ lead, importNames }: ImportLinkProps): ReactElement {
  const { t } = useTranslation('leads');
  const project = useProject();
  if (!lead.importId) return <NoValue reason={t('list.byProgram')} />;
  const name = importNames.get(lead.importId);
  return (
    <TextLink asChild variant="plain" className="truncate">
      <Link {...paths.import(project.id, lead.importId)}>
        {name ? <FileName name={name} limit={26} /> : t('list.viewImport')}
      </Link>
    </TextLink>
  );
}

/** The same on a phone. */
export function LeadCard({ lead, hasPhones }: { lead: LeadItem; hasPhones: boolean }): ReactElement {
  return (
    <TableCard
      title={lead.name}
      value={hasPhones && lead.phone ? formatPhone(lead.phone) : undefined}
      status={<LeadStateBadge state={lead.state} />}
      date={<DateText value={lead.createdAt} format="datetime" />}
      meta={[hasPhones && !lead.phone ? lead.email : null, lead.processName].filter(Boolean).join(', ')}
    />
  );
}
