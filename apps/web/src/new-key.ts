/** An idempotency key. Not crypto.randomUUID: that is missing on plain http in a local network. */
export function newKey(kind: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `${kind}-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
