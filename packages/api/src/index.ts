export type { ApiContext } from './context.ts';
export { type PublicError, publicError } from './errors.ts';
export { type AppRouter, appRouter } from './router.ts';
