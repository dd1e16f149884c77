/** Why the server does not start, in one sentence for the person who starts it. */
export class StartRefused extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.name = 'StartRefused';
  }
}
