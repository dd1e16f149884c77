export { type EmbeddedFailure, EmbeddedPostgresError } from './embedded-error.ts';
export { type KernelLock, tryLock } from './kernel-lock.ts';
export { removeEmbedded } from './remove-embedded.ts';
export {
  type EmbeddedOptions,
  type EmbeddedPostgres,
  readEmbeddedUrl,
  startEmbedded,
} from './start-embedded.ts';
