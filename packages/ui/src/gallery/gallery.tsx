import { type ReactElement, useState } from 'react';
import { Button } from '../button.tsx';
import { UiProvider } from '../provider.tsx';
import { ActionsBoard } from './actions.tsx';
import { FactsBoard } from './facts.tsx';
import { FeedbackBoard } from './feedback.tsx';
import { FieldsBoard } from './fields.tsx';
import { LayoutsBoard } from './layouts.tsx';
import { OverlaysBoard } from './overlays.tsx';
import { TablesBoard } from './tables.tsx';
import { TokensBoard } from './tokens-board.tsx';
import { galleryWords } from './words.ts';

const THEMES = ['system', 'light', 'dark'] as const;

/** Every primitive in every state, for development and for the accessibility check. Brings its own words. */
export function Gallery(): ReactElement {
  const [theme, setTheme] = useState(() => document.documentElement.dataset['theme'] ?? 'system');
  const apply = (next: string): void => {
    document.documentElement.dataset['theme'] = next;
    setTheme(next);
  };
  return (
    <UiProvider words={galleryWords}>
      <header className="sticky top-0 z-top-bar flex h-13 items-center justify-between gap-4 border-hairline border-b bg-page px-4 md:px-6 lg:px-8">
        <h1 className="font-semibold text-section">Primitives</h1>
        <div className="flex gap-1">
          {THEMES.map((name) => (
            <Button
              key={name}
              size="sm"
              variant={name === theme ? 'secondary' : 'ghost'}
              aria-pressed={name === theme}
              onClick={() => apply(name)}
            >
              {name}
            </Button>
          ))}
        </div>
      </header>
      <main className="flex max-w-page flex-col gap-12 px-4 py-6 [--sticky-top:52px] md:px-6 lg:px-8">
        <LayoutsBoard />
        <ActionsBoard />
        <FieldsBoard />
        <FactsBoard />
        <FeedbackBoard />
        <TablesBoard />
        <OverlaysBoard />
        <TokensBoard />
      </main>
    </UiProvider>
  );
}
