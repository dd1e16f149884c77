import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useCredits } from './live-credits.tsx';
import { useFrameProject } from './project-context.tsx';
import { SwitcherButton } from './switcher-button.tsx';

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
