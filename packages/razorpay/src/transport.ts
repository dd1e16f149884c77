/**
 * The one place that reaches into the official SDK (razorpay 2.9.8). Its constructor takes neither a
 * base URL nor a time-out, and its error normaliser throws a TypeError ("reading 'status'") when there
 * was no answer at all, so a timed-out order looks like a bug in our code. All three are cured on its
 * axios instance, `sdk.api.rq`, which its types do not show.
 */
import type Razorpay from 'razorpay';
import { GatewayError } from './gateway-error.ts';
import { errorBodySchema } from './wire.ts';

/** What this file uses of axios; the SDK brings its own copy. */
type Axios = {
  defaults: {
    baseURL?: string;
    timeout?: number;
    maxRedirects?: number;
    maxContentLength?: number;
    proxy?: false;
  };
  interceptors: {
    request: { use(onRequest: (config: RequestConfig) => RequestConfig): number };
    response: { use(onAnswer: undefined, onError: (error: unknown) => Promise<never>): number };
  };
};
type RequestConfig = { signal?: AbortSignal };

/** The largest answer read: a full page of orders with payments is below 1 MB. */
const ANSWER_MAX_BYTES = 5 * 1024 * 1024;
const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** axios's words for "no answer in time": idle socket, connect time-out, and our own deadline. */
const TIMEOUT_CODES = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED']);

function isAxios(value: unknown): value is Axios {
  return typeof value === 'function' && 'defaults' in value && 'interceptors' in value;
}

/**
 * Points the SDK at `baseUrl` (undefined: Razorpay itself), gives every request a deadline, follows no
 * redirect (it would carry the credentials along), and makes every failure a GatewayError. Throws when
 * another version of the SDK keeps its axios elsewhere.
 */
export function prepareTransport(sdk: Razorpay, options: { baseUrl?: string; timeoutMs: number }): void {
  const rq: unknown = Reflect.get(sdk.api, 'rq');
  if (!isAxios(rq)) throw new Error('This razorpay version keeps its HTTP client elsewhere than api.rq');
  if (options.baseUrl !== undefined) {
    rq.defaults.baseURL = options.baseUrl;
    // The sandbox is on this machine: a proxy of the environment must not be asked for it.
    if (LOOPBACK_HOSTS.has(new URL(options.baseUrl).hostname)) rq.defaults.proxy = false;
  }
  rq.defaults.timeout = options.timeoutMs;
  rq.defaults.maxRedirects = 0;
  rq.defaults.maxContentLength = ANSWER_MAX_BYTES;
  rq.interceptors.request.use((config) => {
    // axios's own time-out starts again with every byte; this one is for the whole exchange.
    config.signal = AbortSignal.timeout(options.timeoutMs);
    return config;
  });
  // The SDK's normaliser rethrows `{statusCode, error: response.data.error}`: the typed error rides there.
  rq.interceptors.response.use(undefined, (error) =>
    Promise.reject({ response: { status: 0, data: { error: toGatewayError(error) } } }),
  );
}

/** The GatewayError that `prepareTransport` put into what the SDK rejected with. */
export function gatewayErrorOf(rejection: unknown): GatewayError {
  if (rejection instanceof GatewayError) return rejection;
  if (typeof rejection === 'object' && rejection !== null && 'error' in rejection) {
    if (rejection.error instanceof GatewayError) return rejection.error;
  }
  return new GatewayError('unexpected');
}

function toGatewayError(error: unknown): GatewayError {
  const response = property(error, 'response');
  if (typeof response !== 'object' || response === null) return withoutAnswer(property(error, 'code'));
  const status = property(response, 'status');
  return fromAnswer(typeof status === 'number' ? status : 0, property(response, 'data'));
}

function withoutAnswer(code: unknown): GatewayError {
  const details = typeof code === 'string' ? { code } : {};
  if (typeof code === 'string' && TIMEOUT_CODES.has(code)) return new GatewayError('timeout', details);
  return new GatewayError('network', details);
}

function fromAnswer(statusCode: number, data: unknown): GatewayError {
  const body = errorBodySchema.safeParse(data);
  const error = body.success ? body.data.error : undefined;
  const details = {
    statusCode,
    code: error?.code ?? undefined,
    description: error?.description ?? undefined,
    reason: error?.reason ?? undefined,
  };
  // axios takes 2xx as success: an error beside one is an answer that broke off in the middle.
  if (statusCode >= 200 && statusCode < 300) return new GatewayError('network', details);
  if (statusCode === 429) return new GatewayError('rate_limited', details);
  if (statusCode >= 500) return new GatewayError('unavailable', details);
  if (statusCode < 400 || error === undefined) return new GatewayError('unexpected', details);
  const isTheirFault = error.code === 'SERVER_ERROR' || error.code === 'GATEWAY_ERROR';
  return new GatewayError(isTheirFault ? 'unavailable' : 'refused', details);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
