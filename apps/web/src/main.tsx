import { UiProvider } from '@lead-credits/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { api, apiClient, listenSignedOut, queryClient } from './api.ts';
import './app.css';
import { paths } from './paths.ts';
import { router } from './routes.tsx';
import { uiWords } from './ui-words.ts';
import { words } from './words.ts';

listenSignedOut(() => {
  const { href, pathname } = router.state.location;
  if (pathname !== '/sign-in') void router.navigate(paths.signIn(href));
});

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
// Pages bring their own title; the first one in the head would win.
document.querySelector('title')?.remove();

createRoot(place).render(
  <StrictMode>
    <I18nextProvider i18n={words}>
      <api.Provider client={apiClient} queryClient={queryClient}>
        <QueryClientProvider client={queryClient}>
          <UiProvider words={uiWords(words.getFixedT('en', 'common'))}>
            <RouterProvider router={router} />
          </UiProvider>
        </QueryClientProvider>
      </api.Provider>
    </I18nextProvider>
  </StrictMode>,
);
