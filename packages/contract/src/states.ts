/** One State or Union territory as GST knows it. */
export type State = {
  /** GST State code, the first two digits of a GSTIN. */
  code: string;
  name: string;
  /** Two-letter code, for display only: sources differ on some of them. */
  alpha: string;
  /** Beside CGST a Union territory without a legislature levies UTGST (CGST Act s.2(114)); all others levy SGST. */
  stateTax: 'SGST' | 'UTGST';
  /** Ranges of the first three digits of its pincodes; empty where none are known. They overlap: a soft check only. */
  pinPrefixes: readonly (readonly [number, number])[];
};

/** Every State that can be chosen, sorted by name for a select. Retired codes (25, 28) are not among them. */
export const STATES: readonly State[] = [
  {
    code: '35',
    name: 'Andaman and Nicobar Islands',
    alpha: 'AN',
    stateTax: 'UTGST',
    pinPrefixes: [[744, 744]],
  },
  { code: '37', name: 'Andhra Pradesh', alpha: 'AP', stateTax: 'SGST', pinPrefixes: [[500, 535]] },
  { code: '12', name: 'Arunachal Pradesh', alpha: 'AR', stateTax: 'SGST', pinPrefixes: [[790, 792]] },
  { code: '18', name: 'Assam', alpha: 'AS', stateTax: 'SGST', pinPrefixes: [[781, 788]] },
  { code: '10', name: 'Bihar', alpha: 'BR', stateTax: 'SGST', pinPrefixes: [[800, 855]] },
  { code: '04', name: 'Chandigarh', alpha: 'CH', stateTax: 'UTGST', pinPrefixes: [[160, 160]] },
  { code: '22', name: 'Chhattisgarh', alpha: 'CG', stateTax: 'SGST', pinPrefixes: [[490, 497]] },
  {
    code: '26',
    name: 'Dadra and Nagar Haveli and Daman and Diu',
    alpha: 'DN',
    stateTax: 'UTGST',
    pinPrefixes: [
      [362, 362],
      [396, 396],
    ],
  },
  { code: '07', name: 'Delhi', alpha: 'DL', stateTax: 'SGST', pinPrefixes: [[110, 110]] },
  { code: '30', name: 'Goa', alpha: 'GA', stateTax: 'SGST', pinPrefixes: [[403, 403]] },
  { code: '24', name: 'Gujarat', alpha: 'GJ', stateTax: 'SGST', pinPrefixes: [[360, 396]] },
  { code: '06', name: 'Haryana', alpha: 'HR', stateTax: 'SGST', pinPrefixes: [[121, 136]] },
  { code: '02', name: 'Himachal Pradesh', alpha: 'HP', stateTax: 'SGST', pinPrefixes: [[171, 177]] },
  { code: '01', name: 'Jammu and Kashmir', alpha: 'JK', stateTax: 'SGST', pinPrefixes: [[180, 194]] },
  { code: '20', name: 'Jharkhand', alpha: 'JH', stateTax: 'SGST', pinPrefixes: [[813, 835]] },
  { code: '29', name: 'Karnataka', alpha: 'KA', stateTax: 'SGST', pinPrefixes: [[560, 591]] },
  { code: '32', name: 'Kerala', alpha: 'KL', stateTax: 'SGST', pinPrefixes: [[670, 695]] },
  // The NIC table has no row for Ladakh and Telangana: their pincodes still lie inside J&K's and Andhra Pradesh's.
  { code: '38', name: 'Ladakh', alpha: 'LA', stateTax: 'UTGST', pinPrefixes: [[194, 194]] },
  { code: '31', name: 'Lakshadweep', alpha: 'LD', stateTax: 'UTGST', pinPrefixes: [[682, 682]] },
  { code: '23', name: 'Madhya Pradesh', alpha: 'MP', stateTax: 'SGST', pinPrefixes: [[450, 488]] },
  { code: '27', name: 'Maharashtra', alpha: 'MH', stateTax: 'SGST', pinPrefixes: [[400, 445]] },
  { code: '14', name: 'Manipur', alpha: 'MN', stateTax: 'SGST', pinPrefixes: [[795, 795]] },
  { code: '17', name: 'Meghalaya', alpha: 'ML', stateTax: 'SGST', pinPrefixes: [[793, 794]] },
  { code: '15', name: 'Mizoram', alpha: 'MZ', stateTax: 'SGST', pinPrefixes: [[796, 796]] },
  { code: '13', name: 'Nagaland', alpha: 'NL', stateTax: 'SGST', pinPrefixes: [[797, 798]] },
  { code: '21', name: 'Odisha', alpha: 'OD', stateTax: 'SGST', pinPrefixes: [[751, 770]] },
  { code: '97', name: 'Other Territory', alpha: 'OT', stateTax: 'UTGST', pinPrefixes: [] },
  {
    code: '34',
    name: 'Puducherry',
    alpha: 'PY',
    stateTax: 'SGST',
    pinPrefixes: [
      [533, 533],
      [605, 605],
      [607, 607],
      [609, 609],
      [673, 673],
    ],
  },
  { code: '03', name: 'Punjab', alpha: 'PB', stateTax: 'SGST', pinPrefixes: [[140, 160]] },
  { code: '08', name: 'Rajasthan', alpha: 'RJ', stateTax: 'SGST', pinPrefixes: [[301, 345]] },
  { code: '11', name: 'Sikkim', alpha: 'SK', stateTax: 'SGST', pinPrefixes: [[737, 737]] },
  { code: '33', name: 'Tamil Nadu', alpha: 'TN', stateTax: 'SGST', pinPrefixes: [[600, 643]] },
  { code: '36', name: 'Telangana', alpha: 'TS', stateTax: 'SGST', pinPrefixes: [[500, 509]] },
  { code: '16', name: 'Tripura', alpha: 'TR', stateTax: 'SGST', pinPrefixes: [[799, 799]] },
  { code: '09', name: 'Uttar Pradesh', alpha: 'UP', stateTax: 'SGST', pinPrefixes: [[201, 285]] },
  { code: '05', name: 'Uttarakhand', alpha: 'UK', stateTax: 'SGST', pinPrefixes: [[244, 263]] },
  { code: '19', name: 'West Bengal', alpha: 'WB', stateTax: 'SGST', pinPrefixes: [[700, 743]] },
];

/**
 * Codes that old GSTINs still carry: Daman and Diu merged into 26 on 26 January 2020, undivided Andhra Pradesh
 * became 37. Such a number stays valid, but its holder's State is the new one.
 */
const RETIRED_CODES: ReadonlyMap<string, string> = new Map([
  ['25', '26'],
  ['28', '37'],
]);

const byCode: ReadonlyMap<string, State> = new Map(STATES.map((state) => [state.code, state]));

/** The State with this current code; undefined for retired, unknown, 96 (other countries) and 99 (centre). */
export function stateByCode(code: string): State | undefined {
  return byCode.get(code);
}

/** The code in force for a code found in a GSTIN: 25 → 26, 28 → 37, any other unchanged. Does not check it. */
export function currentStateCode(code: string): string {
  return RETIRED_CODES.get(code) ?? code;
}

/**
 * Whether a pincode is plausible for a State. A soft check (postal circles cross State borders): warn, never refuse.
 * True where nothing is known about the State, and for a pincode that is not six digits, which is another check's matter.
 */
export function pincodeFitsState(pincode: string, code: string): boolean {
  const prefixes = byCode.get(code)?.pinPrefixes ?? [];
  if (prefixes.length === 0 || !/^[1-9][0-9]{5}$/.test(pincode)) return true;
  const prefix = Number(pincode.slice(0, 3));
  return prefixes.some(([low, high]) => prefix >= low && prefix <= high);
}
