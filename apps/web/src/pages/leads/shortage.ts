/** Credits that another running import holds. */
export type HeldCredits = { fileName: string; by: string; credits: number };

/** What INSUFFICIENT_CREDITS says: the whole upload is blocked. */
export type ShortageDetails = {
  available: number;
  required: number;
  shortage: number;
  held: readonly HeldCredits[];
};

function countIn(details: Readonly<Record<string, unknown>>, name: string): number | null {
  const value = details[name];
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function heldIn(value: unknown): HeldCredits[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { fileName, by, credits } = { fileName: null, by: null, credits: null, ...entry };
    const isHeld =
      typeof fileName === 'string' &&
      typeof by === 'string' &&
      Number.isSafeInteger(credits) &&
      Number(credits) > 0;
    return isHeld ? [{ fileName, by, credits: Number(credits) }] : [];
  });
}

/** Reads the details of INSUFFICIENT_CREDITS; null when they are not those. */
export function readShortage(details: Readonly<Record<string, unknown>>): ShortageDetails | null {
  const available = countIn(details, 'available');
  const required = countIn(details, 'required');
  const shortage = countIn(details, 'shortage');
  if (available === null || required === null || shortage === null) return null;
  return { available, required, shortage, held: heldIn(details['held']) };
}
