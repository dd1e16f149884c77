/** jsonb arrives as text from one driver (Drizzle turns its parsing off) and as values from the other. */
export function parsedJson<T>(value: T | string): T {
  return typeof value === 'string' ? JSON.parse(value) : value;
}
