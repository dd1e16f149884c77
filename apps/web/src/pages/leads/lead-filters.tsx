import { cn, SearchInput, Select, type SelectOption } from '@lead-credits/ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.ts';
import { useCan, useProject } from '../../layouts/project-context.tsx';
import { LEAD_STATE_NAMES } from '../../leads-search.ts';
import type { LeadFilters } from './use-lead-filters.ts';

/** Select takes no empty value; no id looks like this. */
const ALL = 'all';
/** How many imports can be chosen from; an older one comes by its link. */
const IMPORTS_OFFERED = 100;

/** File names of the latest imports, for the filter and the Import column. */
export function useImportNames(projectId: string): ReadonlyMap<string, string> {
  const { data } = api.leads.imports.useQuery({ projectId, limit: IMPORTS_OFFERED });
  return new Map(data?.items.map(({ id, fileName }) => [id, fileName]));
}

type LeadFiltersBarProps = { filters: LeadFilters; importNames: ReadonlyMap<string, string> };

/** Process, state and import at the left of the search field. */
export function LeadFiltersBar({ filters, importNames }: LeadFiltersBarProps): ReactElement {
  const { t } = useTranslation('leads');
  const project = useProject();
  const seesPhones = useCan('leads.phones');
  const processes = api.leads.processes.useQuery({ projectId: project.id });
  const { search, set } = filters;
  const chosen = (value: string): string | undefined => (value === ALL ? undefined : value);
  const processOptions = (processes.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const importOptions = [...importNames].map(([value, label]) => ({ value, label }));
  return (
    <fieldset aria-label={t('list.filters')} className="flex min-w-0 flex-wrap items-center gap-2">
      <Filter
        short
        label={t('list.process')}
        all={t('list.allProcesses')}
        options={processOptions}
        value={search.process}
        onChange={(value) => set({ process: chosen(value) })}
      />
      <Filter
        short
        label={t('list.state')}
        all={t('list.allStates')}
        options={LEAD_STATE_NAMES.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        value={search.state}
        onChange={(value) => set({ state: LEAD_STATE_NAMES.find((state) => state === value) })}
      />
      <Filter
        label={t('list.import')}
        all={t('list.allImports')}
        options={importOptions}
        value={search.import}
        other={t('list.otherImport')}
        onChange={(value) => set({ import: chosen(value) })}
      />
      <SearchInput
        label={t('list.search')}
        placeholder={seesPhones ? t('list.searchHint') : t('list.searchHintNoPhones')}
        value={filters.typed}
        onValueChange={filters.type}
      />
    </fieldset>
  );
}

type FilterProps = {
  label: string;
  /** What "not narrowed" is called. */
  all: string;
  options: readonly SelectOption[];
  value: string | undefined;
  /** What a value of the address is called that is not on offer. */
  other?: string;
  /** Two of these share a line on a phone. */
  short?: boolean;
  onChange: (value: string) => void;
};

function Filter({ label, all, options, value, other, short, onChange }: FilterProps): ReactElement {
  const isOffered = value === undefined || options.some((option) => option.value === value);
  return (
    <Select
      aria-label={label}
      size="sm"
      className={cn('sm:w-44', short ? 'w-[calc(50%-0.25rem)]' : 'w-full')}
      options={[
        { value: ALL, label: all },
        ...options,
        ...(isOffered ? [] : [{ value, label: other ?? value }]),
      ]}
      value={value ?? ALL}
      onValueChange={onChange}
    />
  );
}
