import { Button, type ButtonProps } from '@lead-credits/ui';
import { ChevronsUpDownIcon } from '@lead-credits/ui/icons';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCredits } from './live-credits.tsx';
import { useFrameProject } from './project-context.tsx';

const loadPicker = (): Promise<typeof import('./project-picker.tsx')> => import('./project-picker.tsx');
const ProjectPicker = lazy(async () => ({ default: (await loadPicker()).ProjectPicker }));

/** Which project the pages are about; its list, whose code comes when somebody reaches for it, says each one's balance. */
export function ProjectSwitcher(): ReactElement | null {
  const project = useFrameProject();
  return project ? <Switcher projectId={project.id} name={project.name} /> : null;
}

function Switcher({ projectId, name }: { projectId: string; name: string }): ReactElement {
  const credits = useCredits(projectId);
  const [wanted, setWanted] = useState(false);
  const shown = credits.data?.projectName ?? name;
  const button = (
    <SwitcherButton
      name={shown}
      onPointerEnter={() => void loadPicker()}
      onFocus={() => void loadPicker()}
      onClick={() => setWanted(true)}
    />
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <ProjectPicker projectId={projectId} name={shown} />
    </Suspense>
  );
}

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
