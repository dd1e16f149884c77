/** The means of payment that the sandbox takes, by Razorpay's own names. */
export const METHODS = ['upi', 'card', 'netbanking', 'wallet'] as const;
export type Method = (typeof METHODS)[number];
