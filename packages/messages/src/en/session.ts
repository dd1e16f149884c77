/** Signing in. */
export const session = {
  title: 'Sign in',
  subtitle: 'Buy lead credits, upload leads, be charged exactly what went in.',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  enterEmail: 'Enter your e-mail.',
  enterPassword: 'Enter your password.',
  wrong: 'E-mail and password do not fit together. Check both and try again.',
  too_many: 'Too many attempts. Wait a minute and try again.',
  unreachable: 'No answer from the server. Check your connection and try again.',
} as const;
