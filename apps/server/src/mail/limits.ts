/** How long a provider is waited for, and how often it is asked. All below the two minutes of a mail's lease. */
export const mailLimits = {
  /** Resend answers within a second. */
  resendTimeoutMs: 10_000,
  /** Resend allows two requests a second for a whole team. */
  resendGapMs: 550,
  /** Silence of an SMTP server, at each step. */
  smtpSilenceMs: 10_000,
  /** A whole SMTP conversation: one that drips a byte at a time is never silent. */
  smtpTotalMs: 60_000,
} as const;
