import {
  createContext,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useMemo,
  useState,
} from 'react';
import type { ToastMessage } from './toast-message.ts';

export type Toaster = { show: (message: ToastMessage) => void; dismiss: () => void };

type Shown = ToastMessage & { id: number };

/** Loaded with the first message: a page that says nothing does not carry 7 kB (gzip) for it. */
const ToastPlace = lazy(async () => ({ default: (await import('./toast-card.tsx')).ToastPlace }));

const ToastContext = createContext<Toaster | null>(null);

/** `show` replaces what is shown: one toast at a time, 5 s, 10 s with an action; hovering holds it. */
export function useToast(): Toaster {
  const toaster = useContext(ToastContext);
  if (!toaster) throw new Error('UiProvider is missing above this component');
  return toaster;
}

/** Part of `UiProvider`. */
export function ToastProvider({ children }: { children: ReactNode }): ReactElement {
  const [shown, setShown] = useState<Shown | null>(null);
  const show = useCallback((message: ToastMessage) => {
    setShown((previous) => ({ ...message, id: (previous?.id ?? 0) + 1 }));
  }, []);
  const dismiss = useCallback(() => setShown(null), []);
  const toaster = useMemo(() => ({ show, dismiss }), [show, dismiss]);
  return (
    <ToastContext value={toaster}>
      {children}
      {shown ? (
        <Suspense fallback={null}>
          <ToastPlace shown={shown} onClose={dismiss} />
        </Suspense>
      ) : null}
    </ToastContext>
  );
}
