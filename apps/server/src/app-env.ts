import type { HttpBindings } from '@hono/node-server';
import type { Actor } from '@lead-credits/core';
import type { Context } from 'hono';

/** What middleware puts into a request for the routes behind it. */
export type AppEnv = {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** The address a request comes from, as far as it can be believed. */
    address: string;
    /** Who calls; set by `identify`. */
    actor: Actor;
    /** A prolonged session's cookies, for the answer. */
    cookies: readonly string[];
    /** The route's name in the metrics, where its pattern does not say enough. */
    routeLabel: string;
  };
};

export type AppContext = Context<AppEnv>;
