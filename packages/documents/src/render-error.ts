export type RenderFailure = 'timeout' | 'crashed' | 'failed' | 'busy' | 'closed';

/** Why no PDF came back. All but `closed` may be tried again later; nothing was stored or half written. */
export class RenderError extends Error {
  readonly reason: RenderFailure;

  constructor(reason: RenderFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RenderError';
    this.reason = reason;
  }
}
