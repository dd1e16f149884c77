/** What the leads of a process carry beyond name and contact. */
export type VariableType = 'text' | 'number' | 'amount' | 'date' | 'enum';

export type ProcessVariable = {
  /** The key in the lead's metadata, and the name the caller's script uses. */
  name: string;
  /** What people see; the header of the template. */
  label?: string;
  type: VariableType;
  required: boolean;
  /** The values an `enum` takes. */
  options?: readonly string[];
};

/** As much of a process as reading a lead needs. */
export type LeadProcess = { variables: readonly ProcessVariable[] };

/** The header a variable has in the template and in messages. */
export function labelOf(variable: ProcessVariable): string {
  return variable.label === undefined || variable.label.trim() === '' ? variable.name : variable.label;
}
