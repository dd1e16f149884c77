import { DomainError } from '@lead-credits/core';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { limits } from './limits.ts';

/** Counts in the memory of this server, by minute. */
export type RateLimit = {
  /** Counts one, or `points`; RATE_LIMITED with `retryAfterSeconds` when there are too many. */
  count(key: string, points?: number): Promise<void>;
  /** Takes one count back: what was counted turned out well. */
  forgive(key: string): Promise<void>;
  /** Takes all counts of a key back. */
  forget(key: string): Promise<void>;
};

const MINUTE_SECONDS = 60;

function perMinute(points: number): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration: MINUTE_SECONDS });
  return {
    count: async (key, counted = 1) => {
      try {
        await limiter.consume(key, counted);
      } catch (rejection) {
        if (!(rejection instanceof RateLimiterRes)) throw rejection;
        const retryAfterSeconds = Math.max(1, Math.ceil(rejection.msBeforeNext / 1000));
        throw new DomainError('RATE_LIMITED', { retryAfterSeconds });
      }
    },
    forgive: async (key) => void (await limiter.reward(key)),
    forget: async (key) => void (await limiter.delete(key)),
  };
}

export type RateLimits = ReturnType<typeof createRateLimits>;

/** The counters of one server. Several servers behind a balancer each allow as much. */
export function createRateLimits(): {
  signInsByAccount: RateLimit;
  signInsByAddress: RateLimit;
  badKeysByAddress: RateLimit;
  forgeriesByAddress: RateLimit;
  setupsByAddress: RateLimit;
  callsByActor: RateLimit;
} {
  return {
    signInsByAccount: perMinute(limits.signInsPerAccount),
    signInsByAddress: perMinute(limits.signInsPerAddress),
    badKeysByAddress: perMinute(limits.badKeysPerAddress),
    forgeriesByAddress: perMinute(limits.forgeriesPerAddress),
    setupsByAddress: perMinute(limits.setupsPerAddress),
    callsByActor: perMinute(limits.callsPerActor),
  };
}
