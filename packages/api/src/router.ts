import { billingRouter } from './routers/billing.ts';
import { creditsRouter } from './routers/credits.ts';
import { invoicesRouter } from './routers/invoices.ts';
import { leadsRouter } from './routers/leads.ts';
import { peopleRouter } from './routers/people.ts';
import { router } from './trpc.ts';

export const appRouter = router({
  credits: creditsRouter,
  billing: billingRouter,
  invoices: invoicesRouter,
  leads: leadsRouter,
  people: peopleRouter,
});

export type AppRouter = typeof appRouter;
