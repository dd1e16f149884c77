/** A start that cannot go on for a reason the person at the terminal can mend; `message` is all that is said. */
export class StartRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartRefused';
  }
}
